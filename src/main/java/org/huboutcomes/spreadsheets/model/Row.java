package org.huboutcomes.spreadsheets.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of a sheet: its number as the spreadsheet shows it (from 1), and its cells from column A.
///
/// @param layout its layout in a text document; null in a spreadsheet
public record Row(
        int number,
        boolean hidden,
        List<Cell> cells,
        @Nullable RowLayout layout) {

    public Row(int number, boolean hidden, List<Cell> cells) {
        this(number, hidden, cells, null);
    }

    public Row {
        if (number < 1) throw new IllegalArgumentException("rows are numbered from 1, not " + number);
        cells = List.copyOf(cells);
    }

    /// The cell in this column (A is 0); blank after the last.
    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.BLANK;
    }

    public boolean isBlank() {
        for (Cell cell : cells) if (!cell.isBlank()) return false;
        return true;
    }
}
