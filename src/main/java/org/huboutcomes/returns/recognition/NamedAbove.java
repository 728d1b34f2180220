package org.huboutcomes.returns.recognition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;

/// Finds people named above a table: "Completed by" beside a name, or before it in one cell.
public final class NamedAbove {

    private static final Pattern LABEL = Pattern.compile(
            "(?i).*\\b(?:completed|prepared|submitted|compiled|produced|filled in|returned|written|checked"
                    + "|approved|signed|collected|entered|updated) by|.*\\b(?:contact|coordinator|administrator|author)(?: name)?"
                    + "|(?:your |lead )?name|(?:maths )?hub lead");
    private static final Pattern NO_PERSON =
            Pattern.compile("(?i).*\\b(?:school|hub|academy|college|trust|partnership|council|group|team|office)\\b.*");
    private static final Pattern NAME =
            Pattern.compile("\\p{Lu}[\\p{L}'\u2019.-]*(?:,? \\p{Lu}[\\p{L}'\u2019.-]*){0,4}");

    private NamedAbove() {}

    /// The names of people, by the addresses of their cells.
    public static Map<String, String> names(List<Row> above) {
        Map<String, String> names = new HashMap<>();
        for (Row row : above)
            for (int column = 0; column < row.cells().size(); column++) {
                if (!(row.cell(column) instanceof Cell.Text)) continue;
                String text = CellText.of(row.cell(column));
                int colon = text.indexOf(':');
                String label = (colon < 0 ? text : text.substring(0, colon)).strip();
                if (!LABEL.matcher(label).matches()) continue;
                String inside = colon < 0 ? "" : text.substring(colon + 1).strip();
                int at = inside.isEmpty() ? next(row, column) : column;
                String name = inside.isEmpty() ? CellText.of(row.cell(at)) : inside;
                Matcher named = NAME.matcher(name);
                if (named.matches() && !NO_PERSON.matcher(name).matches())
                    names.put(RecognisedTable.address(at, row.number()), name);
            }
        return names;
    }

    private static int next(Row row, int column) {
        int next = column + 1;
        while (next < row.cells().size() && row.cell(next).isBlank()) next++;
        return next;
    }
}
