package org.huboutcomes.returns.definition;

import java.util.Optional;
import org.huboutcomes.returns.text.NormalText;

/// One wording of a survey item, with the scale on which it is answered.
///
/// @param item the field that its answers are
/// @param text the question; three dots in it stand for whatever the survey calls the activity
/// @param lowestIsBest whether numbers without labels run the other way
public record SurveyQuestion(String item, String text, String scale, boolean lowestIsBest) {

    private static final String DOTS = "...";
    private static final int LONGEST = 1_000;

    /// Whether its answers are read in the same way.
    public boolean isReadAs(SurveyQuestion other) {
        return scale.equals(other.scale) && lowestIsBest == other.lowestIsBest;
    }

    boolean isOpen() {
        return text.contains(DOTS);
    }

    /// With the words around its dots, for comparing it with many headings.
    Open open() {
        int at = text.indexOf(DOTS);
        String before = NormalText.key(text.substring(0, at) + "x");
        String after = NormalText.key("x" + text.substring(at + DOTS.length()));
        return new Open(this, before.substring(0, before.length() - 1), after.substring(1));
    }

    /// A question with dots, and the keys of the words before and after them.
    record Open(SurveyQuestion question, String before, String after) {

        /// What stands for the dots in a heading of this key, if it is this question.
        Optional<String> named(String key) {
            boolean is = key.length() > before.length() + after.length()
                    && key.length() <= LONGEST
                    && key.startsWith(before)
                    && key.endsWith(after);
            return is
                    ? Optional.of(key.substring(before.length(), key.length() - after.length())
                            .strip())
                    : Optional.empty();
        }
    }
}
