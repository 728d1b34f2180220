package org.huboutcomes.returns.text;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Recognises people in a text by the titles before their names, as in "said Mrs Whitlock", and removes them. A
/// school named after a person keeps its name.
public final class TitledNames {

    /// Replaces a name that no reference was stored for.
    public static final String LEFT_OUT = "(name left out)";

    private static final String WORD = "\\p{Lu}[\\p{L}'\u2019-]*\\.?";
    private static final Pattern NAMED =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Rev|Sir)\\.? " + WORD + "(?: "
                    + WORD + "){0,4}");
    private static final Pattern OF_PLACE = Pattern.compile(
            "(?i).*(?:['\u2019]s? .+|\\b(?:school|academy|college|trust|foundation|primary|secondary|grammar|infants?|juniors?|high)\\b.*)");
    private static final List<String> TITLES = List.of("Mr", "Ms", "Mx", "Miss", "Dr", "Prof", "Rev", "Sir");
    private static final int SHORTEST = 4;

    private TitledNames() {}

    public static boolean isIn(String text) {
        return mayBeIn(text) && NAMED.matcher(text).results().anyMatch(TitledNames::isPerson);
    }

    /// Replaces each name in a text by words that say so.
    public static String without(String text) {
        return mayBeIn(text)
                ? NAMED.matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(isPerson(found) ? LEFT_OUT : found.group()))
                : text;
    }

    private static boolean isPerson(MatchResult found) {
        return !OF_PLACE.matcher(found.group()).matches();
    }

    /// A quick check, which excludes nearly every text.
    private static boolean mayBeIn(String text) {
        if (text.length() < SHORTEST) return false;
        for (String title : TITLES) if (text.contains(title)) return true;
        return false;
    }
}
