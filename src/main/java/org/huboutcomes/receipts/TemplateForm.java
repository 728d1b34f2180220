package org.huboutcomes.receipts;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.huboutcomes.receipts.WorkbookStyles.Part;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.FormBlock;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.recognition.GeneratedParts;

/// A sheet with a form, empty or filled with what a text document says.
///
/// @param type the return, which is a form
/// @param given the known values
/// @param choices the sheet for drop-down lists
record TemplateForm(ReturnType type, FormValues given, XSSFSheet sheet, WorkbookStyles dress, DropDownLists choices) {

    private static final int ROWS = 10;
    private static final int SPARE_ROWS = 3;
    private static final int LETTERS_OF_A_LINE = 34;
    private static final int MOST_LINES = 24;
    private static final int POINTS_OF_A_LINE = 15;

    /// Writes labels with space beside them, and small tables with space below them.
    void fill() {
        int line = 0;
        top(line++, type.title(), Part.TITLE).setHeightInPoints(26);
        top(line++, GeneratedParts.TEMPLATE, Part.ASIDE);
        for (Field field : type.stored()) {
            Row row = top(line++, field.title(), Part.COLUMN_HEADING);
            String value = given.label(field);
            dress.put(row.createCell(1), value, Part.NOTE);
            if (!type.claim().contains(field.name())) row.setHeightInPoints(Math.max(40, height(value)));
        }
        for (FormBlock block : type.blocks()) line = table(block, line + 1) + 1;
        for (int i = 0; i < 6; i++) sheet.setColumnWidth(i, (i == 0 ? 28 : 36) * 256);
        sheet.setDisplayGridlines(false);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setFitHeight((short) 0);
        FindingsSheet.margins(sheet);
        TemplateSheet.protect(sheet);
    }

    private int table(FormBlock block, int title) {
        int line = title;
        top(line++, block.title(), Part.COLUMN_HEADING);
        List<Field> fields = block.fields();
        Row heading = sheet.createRow(line);
        for (int i = 0; i < fields.size(); i++)
            dress.put(heading.createCell(i), fields.get(i).title(), Part.HEADING);
        List<List<String>> rows = new ArrayList<>(given.rows(block));
        int room = rows.isEmpty() ? ROWS : rows.size() + SPARE_ROWS;
        for (int i = 0; i < room; i++) {
            Row row = sheet.createRow(++line);
            int height = 0;
            for (int column = 0; column < fields.size(); column++) {
                Cell cell = row.createCell(column);
                String value = i < rows.size() ? rows.get(i).get(column) : "";
                dress.put(cell, value, Part.NOTE);
                height = Math.max(height, height(value));
            }
            if (height > POINTS_OF_A_LINE) row.setHeightInPoints(height);
        }
        for (int i = 0; i < fields.size(); i++) list(fields.get(i), i, line - room + 1, line);
        return line + 1;
    }

    private void list(Field field, int column, int first, int last) {
        if (field.choices().isEmpty()) return;
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation guard = helper.createValidation(
                helper.createFormulaListConstraint(choices.list(field.choices())),
                new CellRangeAddressList(first, last, column, column));
        guard.createErrorBox(field.title(), "Choose from the list.");
        guard.setShowErrorBox(true);
        guard.setEmptyCellAllowed(true);
        guard.setSuppressDropDownArrow(true);
        sheet.addValidationData(guard);
    }

    private static int height(String value) {
        int lines = value.lines()
                .mapToInt(line -> FindingsSheet.lines(line, LETTERS_OF_A_LINE))
                .sum();
        return Math.min(MOST_LINES, lines) * POINTS_OF_A_LINE;
    }

    private Row top(int line, String text, Part part) {
        Row row = sheet.createRow(line);
        dress.put(row.createCell(0), text, part);
        return row;
    }
}
