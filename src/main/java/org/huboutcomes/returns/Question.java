package org.huboutcomes.returns;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One wording of a survey item, with the scale on which it is answered.
///
/// @param item the field that its answers are
/// @param text the question; three dots in it stand for whatever the survey calls the activity
/// @param lowestIsBest whether numbers without labels run the other way
record Question(String item, String text, String scale, boolean lowestIsBest) {

    private static final String DOTS = "...";
    private static final int LONGEST = 1_000;

    boolean isOpen() {
        return text.contains(DOTS);
    }

    /// What stands for the dots in a heading, if it is this question.
    Optional<String> named(String heading) {
        if (!isOpen() || heading.length() > LONGEST) return Optional.empty();
        int at = text.indexOf(DOTS);
        String before = Words.key(text.substring(0, at) + "x");
        String after = Words.key("x" + text.substring(at + DOTS.length()));
        Matcher matcher = Pattern.compile(Pattern.quote(before.substring(0, before.length() - 1)) + "(.+)"
                        + Pattern.quote(after.substring(1)))
                .matcher(Words.key(heading));
        return matcher.matches() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }
}
