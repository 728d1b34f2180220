package org.huboutcomes.receipts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.huboutcomes.returns.Layout;
import org.jspecify.annotations.Nullable;

/// Columns that do not go back, because people may be named in them. Their headings stay, so that she sees what is left
/// out.
final class Withheld {

    private Withheld() {}

    /// Empties them in a workbook.
    ///
    /// @return what to say of it, if anything was left out
    static Optional<String> from(Sheet sheet, Layout layout) {
        if (layout.withheld().isEmpty()) return Optional.empty();
        Row heading = sheet.getRow(layout.heading() - 1);
        for (Row row : sheet)
            if (row.getRowNum() >= layout.heading())
                for (Cell cell : List.copyOf(cells(row))) if (isWithheld(cell, heading, layout)) empty(cell);
        return said(sheet.getSheetName(), layout, column -> {
            Cell cell = heading == null ? null : heading.getCell(column);
            return cell == null || cell.getCellType() != CellType.STRING ? "" : cell.getStringCellValue();
        });
    }

    /// Values right of the last heading belong to no column, and are left out too.
    private static boolean isWithheld(Cell cell, @Nullable Row heading, Layout layout) {
        return layout.withheld().contains(cell.getColumnIndex())
                || heading != null && cell.getColumnIndex() >= heading.getLastCellNum();
    }

    private static void empty(Cell cell) {
        if (cell.getCellComment() != null) cell.removeCellComment();
        if (cell.getCellType() != CellType.BLANK) {
            if (cell.getHyperlink() != null) cell.removeHyperlink();
            cell.setBlank();
        }
    }

    private static List<Cell> cells(Row row) {
        List<Cell> cells = new ArrayList<>();
        row.forEach(cells::add);
        return cells;
    }

    static Optional<String> said(String sheet, Layout layout, java.util.function.IntFunction<String> headingOf) {
        List<String> headings = new ArrayList<>();
        for (int column : new TreeSet<>(layout.withheld()))
            if (!headingOf.apply(column).isBlank())
                headings.add(headingOf.apply(column).strip());
        if (headings.isEmpty()) return Optional.empty();
        String named = headings.size() <= 8
                ? String.join(", ", headings)
                : String.join(", ", headings.subList(0, 8)) + " and " + (headings.size() - 8) + " more";
        return Optional.of("On sheet " + sheet
                + " these columns are emptied in this copy, because they are not read and could name people: " + named
                + ".");
    }
}
