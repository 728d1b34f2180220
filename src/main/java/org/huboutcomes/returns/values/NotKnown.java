package org.huboutcomes.returns.values;

import java.util.Set;

/// Words that people write for a value that they do not know.
public final class NotKnown {

    private static final KnownWords WORDS = new KnownWords(Set.of(
            "-",
            "--",
            "..",
            "?",
            "??",
            "n/a",
            "na",
            "n.a",
            "not applicable",
            "not known",
            "unknown",
            "not recorded",
            "not sure",
            "unsure",
            "don't know",
            "dont know",
            "do not know",
            "tbc",
            "tba",
            "tbd",
            "to be confirmed",
            "to follow",
            "to come",
            "pending",
            "awaited"));

    /// Words for a value that does not exist.
    private static final KnownWords NOTHING =
            new KnownWords(Set.of("-", "--", "..", "n/a", "na", "n.a", "not applicable", "none", "x"));

    private NotKnown() {}

    public static boolean saysNothing(String text) {
        return NOTHING.contains(text);
    }

    public static boolean isSaid(String text) {
        return WORDS.contains(text);
    }
}
