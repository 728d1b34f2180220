package org.huboutcomes.forget;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/// Replaces a person in the cells and comments of a workbook.
record PersonInWorkbook(Workbook workbook, FullNames names, String replacement) {

    /// @param bySheet the cells that name the person
    /// @return whether anything was replaced
    boolean replace(Map<String, Set<String>> bySheet) {
        boolean isNamed = false;
        for (Sheet sheet : workbook) {
            Set<String> own = bySheet.getOrDefault(sheet.getSheetName(), Set.of());
            for (Row row : sheet) for (Cell cell : cells(row)) isNamed |= isReplaced(cell, own);
            isNamed |= isReplacedInRemarks(sheet);
        }
        return isNamed;
    }

    private boolean isReplaced(Cell cell, Set<String> own) {
        if (own.contains(cell.getAddress().formatAsString())) {
            put(cell, replacement);
            return true;
        }
        String text = text(cell);
        String without = text == null ? null : names.replacedIn(text);
        if (without == null || without.equals(text)) return false;
        put(cell, without);
        return true;
    }

    private static @Nullable String text(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return type == CellType.STRING ? cell.getStringCellValue() : null;
    }

    private static void put(Cell cell, String text) {
        cell.setBlank();
        // An inline text, which is not among the shared texts, would otherwise stay in the cell next to the new
        // one.
        if (cell instanceof XSSFCell own) {
            CTCell kept = own.getCTCell();
            if (kept.getT() == STCellType.INLINE_STR) kept.unsetT();
            if (kept.isSetIs()) kept.unsetIs();
        }
        cell.setCellValue(text);
    }

    private boolean isReplacedInRemarks(Sheet sheet) {
        boolean[] isNamed = {false};
        sheet.getCellComments().forEach((address, comment) -> {
            String said = comment.getString() == null ? "" : comment.getString().getString();
            String without = names.replacedIn(said);
            if (without.equals(said)) return;
            comment.setString(workbook.getCreationHelper().createRichTextString(without));
            isNamed[0] = true;
        });
        return isNamed[0];
    }

    private static List<Cell> cells(Row row) {
        List<Cell> cells = new ArrayList<>();
        row.forEach(cells::add);
        return cells;
    }
}
