package org.huboutcomes.returns.definition;

import java.util.Optional;
import org.huboutcomes.returns.text.NormalText;

/// One wording of a survey item, with the scale on which it is answered.
///
/// @param item the field of its answers
/// @param text the question; three dots in it match any name of the activity
/// @param lowestIsBest whether the lowest of its numbers without labels is the best
public record SurveyQuestion(String item, String text, String scale, boolean lowestIsBest) {

    private static final String DOTS = "...";
    private static final int LONGEST = 1_000;

    /// Whether its answers are read in the same way as those of another question.
    public boolean isReadAs(SurveyQuestion other) {
        return scale.equals(other.scale) && lowestIsBest == other.lowestIsBest;
    }

    boolean isOpen() {
        return text.contains(DOTS);
    }

    /// Splits the question at its dots once, for comparison with many headings.
    Open open() {
        int at = text.indexOf(DOTS);
        String before = NormalText.key(text.substring(0, at) + "x");
        String after = NormalText.key("x" + text.substring(at + DOTS.length()));
        return new Open(this, before.substring(0, before.length() - 1), after.substring(1));
    }

    /// A question with dots, and the keys of the words before and after them.
    record Open(SurveyQuestion question, String before, String after) {

        /// The text at the dots in a heading with this key, if it is this question.
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
