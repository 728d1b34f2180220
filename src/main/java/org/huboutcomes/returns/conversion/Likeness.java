package org.huboutcomes.returns.conversion;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.huboutcomes.returns.text.NormalText;

/// The similarity of a heading to known headings, from 0 (nothing in common) to 1 (the same).
final class Likeness {

    private static final Set<String> SMALL = Set.of(
            "a", "an", "and", "any", "at", "did", "do", "for", "how", "if", "in", "is", "it", "known", "no", "number",
            "of", "on", "or", "our", "please", "s", "that", "the", "this", "to", "was", "were", "what", "which", "with",
            "you", "your");
    private static final int LONGEST = 200;
    private static final double MISSPELT = 0.9;
    private static final double SAME_WORDS = 0.9;
    private static final double ALL_WORDS = 0.75;
    private static final double ONE_WORD = 0.55;

    /// Cached, because each known heading is compared with many.
    private final Map<String, Phrase> phrases = new HashMap<>();

    private record Phrase(String key, Set<String> words) {

        static Phrase of(String text) {
            String key = NormalText.key(text);
            return new Phrase(key, Set.copyOf(Likeness.words(key)));
        }
    }

    /// The best similarity to any of the known headings.
    double of(String heading, Stream<String> known) {
        if (heading.isEmpty() || heading.length() > LONGEST) return 0;
        Phrase wanted = Phrase.of(heading);
        return known.mapToDouble(one -> of(wanted, phrases.computeIfAbsent(one, Phrase::of)))
                .max()
                .orElse(0);
    }

    private static double of(Phrase heading, Phrase known) {
        String wanted = heading.key();
        String key = known.key();
        if (wanted.equals(key)) return 1;
        if (wanted.length() > 3 && key.length() > 3 && isMisspelt(wanted, key)) return MISSPELT;
        Set<String> hers = heading.words();
        Set<String> ours = known.words();
        if (hers.isEmpty() || ours.isEmpty()) return 0;
        if (hers.equals(ours)) return SAME_WORDS;
        Set<String> shared = new HashSet<>(hers);
        shared.retainAll(ours);
        double overlap = 2.0 * shared.size() / (hers.size() + ours.size());
        if (shared.size() == ours.size()) {
            if (ours.size() > 1) return ALL_WORDS;
            return hers.size() <= 3 ? ONE_WORD : 0.3;
        }
        return overlap * (shared.size() == hers.size() ? 0.8 : 0.7);
    }

    private static boolean isMisspelt(String wanted, String key) {
        int most = Math.max(1, Math.min(wanted.length(), key.length()) / 6);
        if (Math.abs(wanted.length() - key.length()) > most) return false;
        return new LevenshteinDistance(most).apply(wanted, key) >= 0;
    }

    /// The significant words, in the singular.
    static Set<String> words(String text) {
        Set<String> all = new HashSet<>();
        Set<String> telling = new HashSet<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (word.isEmpty()) continue;
            String one = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
                    ? word.substring(0, word.length() - 1)
                    : word;
            all.add(one);
            if (!SMALL.contains(word)) telling.add(one);
        }
        return telling.isEmpty() ? all : telling;
    }
}
