package org.huboutcomes.returns.recognition;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;

/// Finds unread columns that name people: by their headings, or because more than half of their values are two or
/// more capitalised words.
public final class NameColumns {

    private static final Pattern HEADING = Pattern.compile(
            "(?i).*\\b(surname|forename|first name|last name|full name|e-?mails?|phone|telephone|mobile|contact|teachers?"
                    + "|head ?teacher|delegates?|participants?|attendees?|staff|colleague|lead|leader|llme)\\b.*|names?");
    private static final Pattern NO_PERSON =
            Pattern.compile("(?i).*\\b(number|no\\.?|count|total|days|role|date|id)\\b.*");
    private static final Pattern WORDS = Pattern.compile("\\p{Lu}[\\p{L}'\u2019.-]*(?:,? \\p{Lu}[\\p{L}'\u2019.-]*)+");

    private final RecognisedTable table;
    private final Map<Integer, int[]> counts = new HashMap<>();

    public NameColumns(RecognisedTable table) {
        this.table = table;
        for (int column : table.others()) counts.put(column, new int[2]);
    }

    /// Whether a heading shows that its column names people.
    public static boolean isHeading(String heading) {
        return HEADING.matcher(heading).matches() && !NO_PERSON.matcher(heading).matches();
    }

    /// Whether a text is two or more capitalised words.
    public static boolean isName(String text) {
        return WORDS.matcher(text).matches();
    }

    /// Adds a row of the table.
    public void look(Row row) {
        counts.forEach((column, count) -> {
            Cell cell = row.cell(column);
            if (cell.isBlank()) return;
            count[0]++;
            if (cell instanceof Cell.Text && isName(CellText.of(cell))) count[1]++;
        });
    }

    /// The columns found, after all rows have been added.
    public Set<Integer> found() {
        Set<Integer> found = new TreeSet<>();
        counts.forEach((column, count) -> {
            String heading = CellText.of(table.heading().cell(column));
            if (isHeading(heading) || count[1] * 2 > count[0]) found.add(column);
        });
        return found;
    }
}
