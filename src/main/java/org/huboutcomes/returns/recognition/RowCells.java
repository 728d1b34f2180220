package org.huboutcomes.returns.recognition;

import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;

/// The filled cells and the position of a row of a form.
final class RowCells {

    private RowCells() {}

    static int filled(Row row) {
        return (int) row.cells().stream().filter(cell -> !cell.isBlank()).count();
    }

    static int column(Row row, int from) {
        int column = from;
        while (row.cell(column).isBlank()) column++;
        return column;
    }

    static int heading(Row row) {
        return row.layout() == null ? 0 : row.layout().heading();
    }

    static boolean isOfTable(Row row) {
        return row.layout() == null || row.layout().table();
    }

    static boolean isOfOneLine(Row row) {
        return row.cells().stream().noneMatch(cell -> cell instanceof Cell.Text text && isLong(text));
    }

    /// A cell with several lines is not a label with its value.
    static boolean isLong(Cell.Text whole) {
        return whole.text().strip().indexOf('\n') >= 0;
    }
}
