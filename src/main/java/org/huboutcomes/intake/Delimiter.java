package org.huboutcomes.intake;

import java.util.ArrayList;
import java.util.List;

/// Which character parts the values of a text file, by evidence over its first lines: the one that parts most lines
/// into the same number of values; of two such, the one that makes more values.
final class Delimiter {

    private static final String CANDIDATES = ",;\t|";
    private static final int LINES = 100;

    private Delimiter() {}

    static char of(String start) {
        char best = CANDIDATES.charAt(0);
        int most = 0;
        for (char candidate : CANDIDATES.toCharArray()) {
            int evidence = evidence(counts(start, candidate));
            if (evidence > most) {
                most = evidence;
                best = candidate;
            }
        }
        return best;
    }

    /// How often the candidate stands in each line that has any text, outside quotation marks.
    private static List<Integer> counts(String start, char candidate) {
        List<Integer> counts = new ArrayList<>();
        boolean quoted = false;
        boolean blank = true;
        int count = 0;
        for (int i = 0; i < start.length() && counts.size() < LINES; i++) {
            char c = start.charAt(i);
            if (c == '"') quoted = !quoted;
            else if (!quoted && (c == '\n' || c == '\r')) {
                if (!blank) counts.add(count);
                blank = true;
                count = 0;
            } else {
                blank &= c <= ' ' && c != candidate;
                if (c == candidate && !quoted) count++;
            }
        }
        // The last line of the sample may be cut short.
        if (!blank && counts.isEmpty()) counts.add(count);
        return counts;
    }

    /// Lines agreeing on a count come first, the count itself second.
    private static int evidence(List<Integer> counts) {
        int best = 0;
        for (int count : counts) {
            if (count == 0) continue;
            int agreeing = (int) counts.stream().filter(c -> c == count).count();
            best = Math.max(best, agreeing * 10_000 + Math.min(count, 9_999));
        }
        return best;
    }
}
