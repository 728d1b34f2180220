package org.huboutcomes.returns.conversion;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huboutcomes.returns.conversion.rows.ColumnValues;
import org.huboutcomes.returns.recognition.NameColumns;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.returns.text.TitledNames;

/// Recognises texts that probably name people.
public final class People {

    private static final Pattern LABEL = Pattern.compile(
            "(?i)(?:.*\\b(?:completed|prepared|updated|submitted|checked|led) by|(?:your |full |contact |first |last )?name"
                    + "|.*\\b(?:e-?mail|telephone|phone|mobile|contact|delegate|attendee|surname|forename)\\b.*"
                    + "|.*\\b(?:lead|headteacher|head teacher|teacher|participant|specialist|facilitator|coordinator)(?:'?s?)?(?: name)?)[:.]?");

    private static final String NAME = "\\p{Lu}[\\p{L}'\u2019.-]*(?: \\p{Lu}[\\p{L}'\u2019.-]+){1,3}";
    private static final Pattern NAMED = Pattern.compile(
            "\\b((?i:(?:(?:completed|prepared|submitted|compiled|produced|filled in|returned|written|checked|approved"
                    + "|signed|collected|entered|updated|maintained|kept|led) by|contact)(?: |: ?| - )"
                    + "|(?:lead|coordinator|author)(?:: ?| - )))(?:" + NAME + ")");
    private static final int HEADINGS_AT_MOST = 6;
    private static final int LONGEST_HEADING = 40;

    private People() {}

    /// Whether a text names a person or is a heading or label for one.
    public static boolean isLabel(String text) {
        return text.length() < 80
                && (LABEL.matcher(text.strip()).matches()
                        || NameColumns.isHeading(text) && text.length() < LONGEST_HEADING);
    }

    /// Whether it is two to four capitalised words.
    public static boolean isName(String text) {
        return ColumnValues.isName(text);
    }

    /// Removes from a title the name of its author or of the person who leads its subject.
    public static String withoutNames(String title) {
        return NAMED.matcher(title).replaceAll("$1" + Matcher.quoteReplacement(TitledNames.LEFT_OUT));
    }

    /// @param texts the content of a column with its heading
    /// @param personal headings of returns for people
    static boolean areIn(List<String> texts, Collection<String> personal) {
        if (texts.stream()
                .anyMatch(text -> personal.contains(NormalText.key(text))
                        || LABEL.matcher(text.strip()).matches())) return true;
        if (texts.stream()
                .limit(HEADINGS_AT_MOST)
                .anyMatch(text -> text.length() < LONGEST_HEADING && NameColumns.isHeading(text))) return true;
        return texts.stream().filter(NameColumns::isName).count() * 2 > texts.size();
    }
}
