package org.huboutcomes.returns.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.huboutcomes.files.ControlChars;

/// Compares texts with known ones, ignoring differences in typing.
public final class NormalText {

    // A text longer than any label is not a misspelt label, and comparing it would take long.
    private static final int LONGEST_SEARCHED = 100;

    private NormalText() {}

    /// A key that is equal for texts that a reader would call the same: it ignores case, kinds of space, quote and
    /// dash, similar letters of another alphabet, and a colon or full stop at the end.
    public static String key(String text) {
        return isPlain(text) ? text.toLowerCase(Locale.ROOT) : keyOfUnusual(text);
    }

    /// Whether a text has only letters, digits and single blanks, so that only its case is normalised.
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean good =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == ' ' && before != ' ';
            if (!good) return false;
            before = c;
        }
        return before != ' ' || text.isEmpty();
    }

    private static String keyOfUnusual(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder key = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (!ControlChars.isBlank(c)) {
                if (c < '\u007f' || Character.getType(c) != Character.FORMAT) key.append(unified(c));
            } else if (key.length() > 0 && key.charAt(key.length() - 1) != ' ') key.append(' ');
        }
        int end = key.length();
        while (end > 0 && " :.;*".indexOf(key.charAt(end - 1)) >= 0) end--;
        return key.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static char unified(char c) {
        return switch (c) {
            case '\u2018', '\u2019', '\u02BC', '`' -> '\'';
            case '\u201C', '\u201D' -> '"';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015' -> '-';
            default -> LookAlikes.latin(c);
        };
    }

    /// The similarity of two texts, from 0 to 1: by letters or by shared words, whichever is greater.
    public static double likeness(String one, String other) {
        String first = key(one);
        String second = key(other);
        int longest = Math.max(first.length(), second.length());
        if (longest == 0) return 0;
        double letters = 1 - LevenshteinDistance.getDefaultInstance().apply(first, second) / (double) longest;
        Set<String> words = new HashSet<>(Arrays.asList(first.split("[^\\p{L}\\p{N}]+")));
        Set<String> others = new HashSet<>(Arrays.asList(second.split("[^\\p{L}\\p{N}]+")));
        int all = words.size() + others.size();
        words.retainAll(others);
        return Math.max(letters, 2.0 * words.size() / all);
    }

    /// The known text that was most likely intended, if one is similar enough to suggest.
    public static Optional<String> nearest(String found, Collection<String> known) {
        if (found.length() > LONGEST_SEARCHED) return Optional.empty();
        String wanted = key(found);
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        return known.stream()
                .filter(candidate -> distance.apply(wanted, key(candidate)) <= Math.max(1, wanted.length() / 3))
                .min(Comparator.<String>comparingInt(candidate -> distance.apply(wanted, key(candidate)))
                        .thenComparing(Comparator.naturalOrder()));
    }
}
