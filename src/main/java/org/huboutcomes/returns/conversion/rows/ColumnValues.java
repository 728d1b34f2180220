package org.huboutcomes.returns.conversion.rows;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.huboutcomes.returns.recognition.IgnoredRows;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.values.NotKnown;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;

/// The values below one heading, as far as they are needed to judge it.
public record ColumnValues(List<Cell> filled) {

    private static final int LOOKED_AT = 200;
    private static final Pattern NAME = Pattern.compile(
            "(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\\.? )?\\p{Lu}[\\p{L}'\u2019.-]*(?: \\p{Lu}[\\p{L}'\u2019.-]+){1,3}");

    public static ColumnValues of(List<Row> rows, int column) {
        return new ColumnValues(rows.stream()
                .filter(row -> !row.cell(column).isBlank() && !IgnoredRows.saysTotal(row))
                .map(row -> row.cell(column))
                .limit(LOOKED_AT)
                .toList());
    }

    /// The share of filled cells that match.
    public double share(Predicate<Cell> such) {
        return filled.isEmpty() ? 0 : (double) filled.stream().filter(such).count() / filled.size();
    }

    /// Without cells that mean "not known", unless there are no others.
    public ColumnValues said() {
        List<Cell> said = filled.stream()
                .filter(cell -> !NotKnown.isSaid(CellText.of(cell)))
                .toList();
        return said.isEmpty() ? this : new ColumnValues(said);
    }

    public boolean isEmpty() {
        return filled.isEmpty();
    }

    public long distinct() {
        return filled.stream().map(CellText::of).distinct().count();
    }

    /// Two or more capitalised words in more than half of the filled cells.
    public boolean areNames() {
        return share(cell -> cell instanceof Cell.Text && isName(CellText.of(cell))) > 0.5;
    }

    public boolean areWords() {
        return share(cell -> cell instanceof Cell.Text && CellText.of(cell).matches(".*\\p{L}{3}.*")) > 0.5;
    }

    public static boolean isName(String text) {
        return NAME.matcher(text.strip()).matches();
    }
}
