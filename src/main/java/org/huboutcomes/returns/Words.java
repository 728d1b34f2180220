package org.huboutcomes.returns;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/// Compares what people wrote with what is known, however they typed it.
public final class Words {

    // A text longer than any label is none misspelt, and comparing it would take long.
    private static final int LONGEST_SEARCHED = 100;

    private Words() {}

    /// Two texts that a reader would call the same have the same key: case, kinds of space, quote and dash, and the
    /// colon or full stop at the end do not count.
    public static String key(String text) {
        return isPlain(text) ? text.toLowerCase(Locale.ROOT) : keyOfUnusual(text);
    }

    /// Letters, digits and single blanks, as nearly all texts are: nothing to unify but their case.
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
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\u200B-\u200D\uFEFF]", "")
                .replaceAll("[\u2018\u2019\u02BC`]", "'")
                .replaceAll("[\u201C\u201D]", "\"")
                .replaceAll("[\u2010-\u2015]", "-")
                .replaceAll("[\\s\u00A0]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
        return plain.replaceAll("[\\s:.;*]+$", "");
    }

    /// The known text that was most likely meant, if one is near enough to ask about.
    static Optional<String> nearest(String found, Collection<String> known) {
        if (found.length() > LONGEST_SEARCHED) return Optional.empty();
        String wanted = key(found);
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        return known.stream()
                .filter(candidate -> distance.apply(wanted, key(candidate)) <= Math.max(1, wanted.length() / 3))
                .min(Comparator.<String>comparingInt(candidate -> distance.apply(wanted, key(candidate)))
                        .thenComparing(Comparator.naturalOrder()));
    }
}
