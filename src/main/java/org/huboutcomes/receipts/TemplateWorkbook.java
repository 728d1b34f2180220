package org.huboutcomes.receipts;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huboutcomes.receipts.Dress.Part;
import org.huboutcomes.returns.AcademicYear;
import org.huboutcomes.returns.Asked;
import org.huboutcomes.returns.Ours;
import org.huboutcomes.returns.ReturnType;
import org.huboutcomes.returns.ReturnTypes;
import org.huboutcomes.store.Store;

/// A workbook to fill in: whose it is stands above, what is known stands in the rows, what may be chosen is a list, and
/// the headings cannot be changed by mistake.
public final class TemplateWorkbook {

    private static final int ROWS = 1_000;
    private static final int FORM_ROWS = 10;
    private static final int NARROWEST = 12;
    private static final int WIDEST = 40;

    private final Template template;
    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Dress dress = new Dress(workbook);
    private final XSSFSheet sheet;
    private final XSSFSheet choices;
    private int listed;

    private TemplateWorkbook(Template template) {
        this.template = template;
        this.sheet = workbook.createSheet(
                WorkbookUtil.createSafeSheetName(template.type().title()));
        this.choices = workbook.createSheet("Choices");
    }

    /// Writes the template of a return for a hub and year.
    ///
    /// @param day of which the file says that it was made
    public static void write(
            ReturnType type, ReturnTypes types, String hub, AcademicYear year, Store store, LocalDate day, Path target)
            throws IOException {
        TemplateWorkbook made = new TemplateWorkbook(Template.of(type, types, hub, year, store));
        Path draft = Files.createTempFile("template", ".draft");
        try (XSSFWorkbook workbook = made.workbook) {
            if (type.isForm()) made.fillForm(Asked.of(type, types));
            else made.fill(Asked.of(type, types));
            made.date(day);
            try (OutputStream out = Files.newOutputStream(draft)) {
                workbook.write(out);
            }
            SteadyBytes.write(draft, target);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void fill(List<Asked> all) {
        int line = 0;
        top(line++, template.type().title(), Part.TITLE).setHeightInPoints(26);
        top(line++, Ours.TEMPLATE, Part.ASIDE);
        for (Asked claimed : all)
            if (claimed.claimed()) {
                Row row = top(line++, claimed.title(), Part.COLUMN_HEADING);
                String value = claimed.type().equals("hub")
                        ? template.hub()
                        : template.year().label();
                dress.put(row.createCell(1), value, Part.COLUMN_HEADING);
            }
        top(
                line++,
                "Fill in what you know; leave a row as it is where there is nothing to say. The headings are locked, the rest is yours.",
                Part.LEAD);
        int hints = ++line;
        int heading = ++line;
        writeHeadings(hints, heading);
        writeRows(heading);
        lay(heading);
        choices.createRow(listed).createCell(0).setCellValue(Ours.NOT_READ);
        workbook.setSheetVisibility(1, SheetVisibility.HIDDEN);
        sheet.setActiveCell(new org.apache.poi.ss.util.CellAddress(heading + 1, 0));
    }

    /// Labels with room beside them, and small tables with room below them.
    private void fillForm(List<Asked> all) {
        int line = 0;
        top(line++, template.type().title(), Part.TITLE).setHeightInPoints(26);
        line++;
        for (Asked field : all) {
            Row row = top(line++, field.title(), Part.COLUMN_HEADING);
            Cell cell = row.createCell(1);
            cell.setCellStyle(dress.style(Part.NOTE));
            if (field.claimed())
                dress.put(
                        cell,
                        field.type().equals("hub")
                                ? template.hub()
                                : template.year().label(),
                        Part.NOTE);
            else row.setHeightInPoints(40);
        }
        for (var block : template.type().blockHeadings().entrySet()) {
            top(++line, block.getKey(), Part.COLUMN_HEADING);
            Row heading = sheet.createRow(++line);
            for (int i = 0; i < block.getValue().size(); i++)
                dress.put(heading.createCell(i), block.getValue().get(i), Part.HEADING);
            for (int row = 0; row < FORM_ROWS; row++) {
                Row room = sheet.createRow(++line);
                for (int i = 0; i < block.getValue().size(); i++)
                    room.createCell(i).setCellStyle(dress.style(Part.NOTE));
            }
            line++;
        }
        for (int i = 0; i < 5; i++) sheet.setColumnWidth(i, (i == 0 ? 28 : 36) * 256);
        sheet.setDisplayGridlines(false);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        protect();
        choices.createRow(0).createCell(0).setCellValue(Ours.NOT_READ);
        workbook.setSheetVisibility(1, SheetVisibility.HIDDEN);
    }

    private Row top(int line, String text, Part part) {
        Row row = sheet.createRow(line);
        dress.put(row.createCell(0), text, part);
        return row;
    }

    private void writeHeadings(int hints, int heading) {
        Row above = sheet.createRow(hints);
        above.setHeightInPoints(28);
        Row row = sheet.createRow(heading);
        row.setHeightInPoints(30);
        List<Asked> columns = template.columns();
        for (int i = 0; i < columns.size(); i++) {
            dress.put(above.createCell(i), columns.get(i).accepted(), Part.HINT);
            dress.put(row.createCell(i), columns.get(i).title(), Part.HEADING);
        }
    }

    private void writeRows(int heading) {
        CellStyle open = dress.style(Part.NOTE);
        for (int i = 0; i < Math.max(template.rows().size() + 50, 200); i++) {
            Row row = sheet.createRow(heading + 1 + i);
            for (int column = 0; column < template.columns().size(); column++) {
                Cell cell = row.createCell(column);
                cell.setCellStyle(open);
                if (i < template.rows().size()) put(cell, template.rows().get(i).get(column));
            }
        }
    }

    private void put(Cell cell, Object value) {
        if (value instanceof Number number) cell.setCellValue(number.doubleValue());
        else if (!value.toString().isEmpty()) dress.put(cell, value.toString(), Part.NOTE);
    }

    private void lay(int heading) {
        List<Asked> columns = template.columns();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            int letters = template.rows().stream()
                    .mapToInt(row -> row.get(column).toString().length())
                    .max()
                    .orElse(0);
            int width = Math.max(Math.max(letters, columns.get(i).title().length() * 2 / 3), NARROWEST);
            sheet.setColumnWidth(i, (Math.min(WIDEST, width) + 2) * 256);
            sheet.setDefaultColumnStyle(i, dress.style(Part.NOTE));
            guard(columns.get(i), new CellRangeAddressList(heading + 1, heading + ROWS, i, i));
        }
        sheet.createFreezePane(0, heading + 1);
        sheet.setDisplayGridlines(false);
        sheet.setRepeatingRows(new CellRangeAddress(heading, heading, -1, -1));
        sheet.setFitToPage(true);
        PrintSetup print = sheet.getPrintSetup();
        print.setLandscape(true);
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setFitHeight((short) 0);
        workbook.setPrintArea(
                0,
                0,
                columns.size() - 1,
                0,
                heading + Math.max(20, template.rows().size() + 5));
        protect();
    }

    /// Only so that a heading is not changed by mistake: there is no password.
    private void protect() {
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockFormatCells(false);
        sheet.lockSort(false);
        sheet.lockAutoFilter(false);
        sheet.lockInsertRows(false);
        sheet.lockDeleteRows(false);
        sheet.lockSelectLockedCells(false);
        sheet.lockSelectUnlockedCells(false);
    }

    private void guard(Asked column, CellRangeAddressList cells) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidationConstraint constraint;
        if (!column.choices().isEmpty()) constraint = helper.createFormulaListConstraint(list(column.choices()));
        else if (column.type().equals("integer") && column.minimum() != null)
            constraint = column.maximum() == null
                    ? helper.createIntegerConstraint(
                            OperatorType.GREATER_OR_EQUAL, column.minimum().toString(), null)
                    : helper.createIntegerConstraint(
                            OperatorType.BETWEEN,
                            column.minimum().toString(),
                            column.maximum().toString());
        else return;
        DataValidation guard = helper.createValidation(constraint, cells);
        guard.createErrorBox(column.title(), column.accepted());
        guard.setShowErrorBox(true);
        guard.setEmptyCellAllowed(true);
        guard.setSuppressDropDownArrow(true);
        sheet.addValidationData(guard);
    }

    /// One row of the sheet of choices, which may hold more than a list can that is written into a cell's rule.
    private String list(List<String> words) {
        Row row = choices.createRow(listed++);
        for (int i = 0; i < words.size(); i++) row.createCell(i).setCellValue(words.get(i));
        return "Choices!$A$" + listed + ":$" + CellReference.convertNumToColString(words.size() - 1) + "$" + listed;
    }

    private void date(LocalDate day) {
        CoreProperties said = workbook.getProperties().getCoreProperties();
        Optional<Date> made =
                Optional.of(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
        said.setCreator("hub-outcomes");
        said.setLastModifiedByUser("hub-outcomes");
        said.setCreated(made);
        said.setModified(made);
    }
}
