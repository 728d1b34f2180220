package org.huboutcomes.receipts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.huboutcomes.returns.Layout;
import org.huboutcomes.returns.Personal;

/// What of a workbook does not go back, because people may be named in it: columns that are not read, where their
/// headings stay, so that she sees what is left out; sheets that are not read, beside one that can name people; and
/// addresses, wherever they stand.
final class Withheld {

    private final Dress dress;

    Withheld(Dress dress) {
        this.dress = dress;
    }

    /// Empties the columns of a sheet that was read.
    ///
    /// @return what to say of it, if anything was left out
    static Optional<String> columns(Sheet sheet, Layout layout) {
        if (!layout.isGuarded()) return Optional.empty();
        for (Row row : sheet)
            for (Cell cell : cells(row)) if (layout.isWithheld(row.getRowNum() + 1, cell.getColumnIndex())) empty(cell);
        return said(sheet.getSheetName(), layout, (heading, column) -> {
            Row row = sheet.getRow(heading - 1);
            Cell cell = row == null ? null : row.getCell(column);
            return cell == null || cell.getCellType() != CellType.STRING ? "" : cell.getStringCellValue();
        });
    }

    /// Empties a sheet that was not read.
    static String whole(Sheet sheet) {
        List<Row> rows = new ArrayList<>();
        sheet.forEach(rows::add);
        for (Row row : rows) {
            cells(row).forEach(Withheld::empty);
            sheet.removeRow(row);
        }
        return "Sheet " + sheet.getSheetName()
                + " is emptied in this copy, because it is not read and could name people.";
    }

    /// Takes addresses out of every cell, remark and link of a sheet. What stands in their place is read as what was
    /// stored of them.
    ///
    /// @return in how many cells
    int addresses(Sheet sheet) {
        int changed = 0;
        for (Row row : sheet) for (Cell cell : cells(row)) if (isWithoutAddresses(cell)) changed++;
        return changed;
    }

    private boolean isWithoutAddresses(Cell cell) {
        boolean changed = false;
        boolean formula = cell.getCellType() == CellType.FORMULA;
        CellType type = formula ? cell.getCachedFormulaResultType() : cell.getCellType();
        if (type == CellType.STRING) {
            String text = cell.getStringCellValue();
            if (Personal.isIn(text) || formula && Personal.isIn(cell.getCellFormula())) {
                if (formula) cell.setBlank();
                dress.put(cell, Personal.coded(text), cell.getCellStyle());
                changed = true;
            }
        }
        Comment comment = cell.getCellComment();
        if (comment != null && Personal.isIn(comment.getString().getString())) {
            comment.setString(cell.getSheet()
                    .getWorkbook()
                    .getCreationHelper()
                    .createRichTextString(Personal.without(comment.getString().getString())));
            changed = true;
        }
        if (cell.getHyperlink() != null
                && Personal.isIn(String.valueOf(cell.getHyperlink().getAddress()))) {
            cell.removeHyperlink();
            changed = true;
        }
        return changed;
    }

    static Optional<String> saidOfAddresses(int cells) {
        return cells == 0
                ? Optional.empty()
                : Optional.of("In this copy " + FindingsSheet.counted(cells, "cell is", "cells are")
                        + " without the e-mail address, telephone number or IP address that stood there.");
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

    /// @param headingOf the heading in a row, by its number, and a column
    static Optional<String> said(String sheet, Layout layout, BiFunction<Integer, Integer, String> headingOf) {
        Set<String> all = new LinkedHashSet<>();
        for (Layout.Table table : layout.tables())
            for (int column : new TreeSet<>(table.withheld())) {
                String heading = headingOf.apply(table.heading(), column).strip();
                if (!heading.isEmpty()) all.add(Personal.without(heading));
            }
        if (all.isEmpty()) return Optional.empty();
        List<String> headings = List.copyOf(all);
        String named = headings.size() <= 8
                ? String.join(", ", headings)
                : String.join(", ", headings.subList(0, 8)) + " and " + (headings.size() - 8) + " more";
        return Optional.of("On sheet " + sheet
                + " these columns are emptied in this copy, because they are not read and could name people: " + named
                + ".");
    }
}
