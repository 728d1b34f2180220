package org.huboutcomes.spreadsheets.csv;

import java.util.ArrayList;
import java.util.List;

/// Finds the delimiter of a text file from its first lines: the character that splits most lines into the same
/// number of values; if two are equal, the one that gives more values. Unusual delimiters are accepted only if no
/// usual one fits and every line has the same number of them.
final class Delimiter {

    private static final String USUAL = ",;\t|";
    private static final String UNUSUAL = "^~:!#&*%@\u00a6\u00a7\u001f\u0001";
    private static final int LINES = 100;
    private static final int AGREEING = 10_000;
    private static final int VALUES_OF_A_TABLE = 3;

    private Delimiter() {}

    static char of(String start) {
        char best = USUAL.charAt(0);
        int most = 0;
        for (char candidate : USUAL.toCharArray()) {
            int evidence = evidence(counts(start, candidate));
            if (evidence > most) {
                most = evidence;
                best = candidate;
            }
        }
        if (most >= 2 * AGREEING) return best;
        for (char candidate : UNUSUAL.toCharArray()) if (partsEvery(counts(start, candidate))) return candidate;
        return best;
    }

    private static boolean partsEvery(List<Integer> counts) {
        return counts.size() >= 2
                && counts.get(0) + 1 >= VALUES_OF_A_TABLE
                && counts.stream().distinct().count() == 1;
    }

    /// The number of candidates outside quotation marks in each non-blank line.
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

    /// Compares by the number of lines that agree, then by the number of values.
    private static int evidence(List<Integer> counts) {
        int best = 0;
        for (int count : counts) {
            if (count == 0) continue;
            int agreeing = (int) counts.stream().filter(c -> c == count).count();
            best = Math.max(best, agreeing * AGREEING + Math.min(count, AGREEING - 1));
        }
        return best;
    }
}
