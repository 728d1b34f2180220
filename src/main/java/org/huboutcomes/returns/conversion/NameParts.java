package org.huboutcomes.returns.conversion;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;

/// Names of people in two columns, one for first names and one for surnames.
final class NameParts {

    private static final Pattern FIRST =
            Pattern.compile("(?i).*\\b(?:first|given|christian) ?names?\\b.*|.*\\bfore ?names?\\b.*");
    private static final Pattern LAST =
            Pattern.compile("(?i).*\\b(?:last|family|second) ?names?\\b.*|.*\\bsurnames?\\b.*");

    private NameParts() {}

    /// The column with the other part of the names.
    static OptionalInt other(Row heading, int column) {
        String own = CellText.of(heading.cell(column));
        Pattern wanted = isFirst(own) ? LAST : LAST.matcher(own).matches() ? FIRST : null;
        if (wanted == null) return OptionalInt.empty();
        for (int other = 0; other < heading.cells().size(); other++)
            if (other != column
                    && wanted.matcher(CellText.of(heading.cell(other))).matches()) return OptionalInt.of(other);
        return OptionalInt.empty();
    }

    /// The full name in a row, first name first; the content of its own column if there is no other.
    static Cell joined(Row heading, Row row, int column) {
        OptionalInt other = other(heading, column);
        if (other.isEmpty() || row.cell(other.getAsInt()).isBlank()) return row.cell(column);
        String own = CellText.of(row.cell(column));
        String more = CellText.of(row.cell(other.getAsInt()));
        boolean first = isFirst(CellText.of(heading.cell(column)));
        return new Cell.Text((first ? own + " " + more : more + " " + own).strip());
    }

    private static boolean isFirst(String heading) {
        return FIRST.matcher(heading).matches();
    }
}
