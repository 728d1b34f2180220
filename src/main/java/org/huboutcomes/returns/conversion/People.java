package org.huboutcomes.returns.conversion;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.huboutcomes.returns.values.NormalText;

/// Knows texts in which people are probably named.
public final class People {

    private static final Pattern LABEL = Pattern.compile(
            "(?i)(?:.*\\b(?:completed|prepared|updated|submitted|checked|led) by|(?:your |full |contact |first |last )?name"
                    + "|.*\\b(?:e-?mail|telephone|phone|mobile|contact|delegate|attendee|surname|forename)\\b.*"
                    + "|.*\\b(?:lead|headteacher|head teacher|teacher|participant|specialist|facilitator|coordinator)(?:'?s?)?(?: name)?)[:.]?");

    private People() {}

    /// Whether a text names or announces a person, as a heading or a label does.
    public static boolean isLabel(String text) {
        return text.length() < 80 && LABEL.matcher(text.strip()).matches();
    }

    /// Whether it is two to four capitalised words.
    public static boolean isName(String text) {
        return ColumnValues.isName(text);
    }

    /// @param texts what stands in a column, its heading among it
    /// @param personal headings below which the returns expect people
    static boolean areIn(List<String> texts, Collection<String> personal) {
        if (texts.stream().anyMatch(text -> personal.contains(NormalText.key(text)) || isLabel(text))) return true;
        return texts.stream().filter(ColumnValues::isName).count() * 2 > texts.size();
    }
}
