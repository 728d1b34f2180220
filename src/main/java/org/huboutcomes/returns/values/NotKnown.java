package org.huboutcomes.returns.values;

import java.util.Set;
import org.huboutcomes.returns.text.NormalText;

/// What people write where they do not know a value.
public final class NotKnown {

    private static final Set<String> WORDS = Set.of(
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
            "awaited");

    /// What they write where there is no value to be known.
    private static final Set<String> NOTHING =
            Set.of("-", "--", "..", "n/a", "na", "n.a", "not applicable", "none", "x");

    private static final int LONGEST = 20;

    private NotKnown() {}

    public static boolean saysNothing(String text) {
        return text.length() <= LONGEST && (NOTHING.contains(text) || NOTHING.contains(NormalText.key(text)));
    }

    public static boolean isSaid(String text) {
        if (text.length() > LONGEST || text.isEmpty() || text.charAt(0) >= '0' && text.charAt(0) <= '9') return false;
        return WORDS.contains(text) || WORDS.contains(NormalText.key(text));
    }
}
