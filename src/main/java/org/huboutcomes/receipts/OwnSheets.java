package org.huboutcomes.receipts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huboutcomes.receipts.WorkbookStyles.Part;
import org.huboutcomes.returns.conversion.Conversion;
import org.huboutcomes.returns.conversion.ConvertedTable;
import org.huboutcomes.returns.conversion.People;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.recognition.GeneratedParts;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.PersonalText;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.Rows;
import org.huboutcomes.spreadsheets.model.Sheet;
import org.huboutcomes.spreadsheets.model.UnreadableException;

/// Copies the original sheets into a converted workbook: values at their places, without columns that may name
/// people, and with a mark so that they are not read again.
final class OwnSheets {

    private static final int MOST_ROWS = 5_000;
    private static final int MOST_COLUMNS = 300;
    private static final int ROWS_MEASURED = 200;
    private static final int NARROWEST = 8;
    private static final int WIDEST = 44;

    private final XSSFWorkbook workbook;
    private final WorkbookStyles dress;
    private final ReturnTypes types;

    OwnSheets(XSSFWorkbook workbook, WorkbookStyles dress, ReturnTypes types) {
        this.workbook = workbook;
        this.dress = dress;
        this.types = types;
    }

    /// @param converted the conversion of the sheet, if it was converted
    void copy(Sheet sheet, Optional<ConvertedTable> converted) {
        List<Row> rows = new ArrayList<>();
        try (Rows all = sheet.rows()) {
            for (Row row = all.next(); row != null; row = all.next()) {
                // A sheet this large is not maintained by hand, so it is not copied for correction.
                if (rows.size() == MOST_ROWS || row.cells().size() > MOST_COLUMNS) return;
                rows.add(row);
            }
        } catch (UnreadableException alreadyTold) {
            return;
        }
        if (rows.isEmpty() || GeneratedParts.isSheet(rows.subList(0, Math.min(40, rows.size())))) return;
        XSSFSheet copy = workbook.createSheet(name(sheet.name()));
        int heading = converted.map(ConvertedTable::heading).orElse(0);
        Set<Integer> personal = new HashSet<>(
                converted.map(ConvertedTable::personal).orElseGet(() -> Conversion.columnsOfPeople(rows, types)));
        Map<Integer, Integer> widths = new HashMap<>();
        int width = 0;
        for (Row row : rows) {
            copy(copy, row, heading, personal, widths);
            width = Math.max(width, row.cells().size());
        }
        XSSFRow first = copy.getRow(0) == null ? copy.createRow(0) : copy.getRow(0);
        dress.put(first.createCell(width), GeneratedParts.NOT_READ, Part.ASIDE);
        widths.forEach((column, letters) ->
                copy.setColumnWidth(column, Math.max(NARROWEST, Math.min(WIDEST, letters + 2)) * 256));
        if (heading > 0) copy.createFreezePane(0, heading);
        if (sheet.hidden()) workbook.setSheetHidden(workbook.getSheetIndex(copy), true);
        FindingsSheet.margins(copy);
    }

    private void copy(XSSFSheet copy, Row row, int heading, Set<Integer> personal, Map<Integer, Integer> widths) {
        XSSFRow made = copy.getRow(row.number() - 1) == null
                ? copy.createRow(row.number() - 1)
                : copy.getRow(row.number() - 1);
        for (int column = 0; column < row.cells().size(); column++) {
            Cell value = row.cell(column);
            if (value.isBlank() || isPersonal(row, column, heading, personal)) continue;
            put(
                    made.createCell(column),
                    row.number() < heading || heading == 0 ? withoutNames(value) : value,
                    row.number() == heading ? Part.COLUMN_HEADING : Part.PLAIN);
            if (row.number() <= ROWS_MEASURED && row.number() >= heading)
                widths.merge(column, CellText.of(value).length(), Math::max);
        }
    }

    private static Cell withoutNames(Cell value) {
        return value instanceof Cell.Text ? new Cell.Text(People.withoutNames(CellText.of(value))) : value;
    }

    /// Also true for a value beside a label for a person above the headings of a table.
    private static boolean isPersonal(Row row, int column, int heading, Set<Integer> personal) {
        if (heading > 0 && row.number() < heading || !personal.contains(column))
            return column > 0
                    && row.number() != heading
                    && row.cell(column) instanceof Cell.Text
                    && (heading == 0 || row.number() < heading)
                    && People.isLabel(CellText.of(row.cell(column - 1)));
        return row.number() != heading;
    }

    private void put(XSSFCell cell, Cell value, Part part) {
        if (value instanceof Cell.Moment moment) {
            cell.setCellValue(moment.value());
            cell.setCellStyle(dress.style(Part.DAY));
        } else if (value instanceof Cell.Number number) {
            cell.setCellValue(number.value().doubleValue());
            cell.setCellStyle(dress.style(part));
        } else {
            String text = CellText.of(value);
            dress.put(cell, PersonalText.coded(text), part);
        }
    }

    private String name(String name) {
        String own = name.substring(name.lastIndexOf('/') + 1);
        String safe = WorkbookUtil.createSafeSheetName(own.substring(0, Math.min(27, own.length())));
        String place = safe;
        for (int n = 2; workbook.getSheet(place) != null; n++) place = safe + " " + n;
        return place;
    }
}
