package org.huboutcomes.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// A workbook like one made by a person: a filled and frozen heading row and readable column widths, without the
/// current time.
final class PersonsWorkbook {

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final CellStyle headingStyle = workbook.createCellStyle();
    private final CellStyle titleStyle = workbook.createCellStyle();

    PersonsWorkbook() {
        Font white = workbook.createFont();
        white.setBold(true);
        white.setColor(IndexedColors.WHITE.getIndex());
        headingStyle.setFont(white);
        headingStyle.setFillForegroundColor(IndexedColors.DARK_TEAL.getIndex());
        headingStyle.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        headingStyle.setBorderBottom(BorderStyle.THIN);
        headingStyle.setWrapText(true);
        Font large = workbook.createFont();
        large.setBold(true);
        large.setFontHeightInPoints((short) 14);
        titleStyle.setFont(large);
    }

    Page page(String name) {
        return new Page(workbook.createSheet(name));
    }

    XSSFWorkbook poi() {
        return workbook;
    }

    byte[] bytes() throws IOException {
        var properties = workbook.getProperties().getCoreProperties();
        properties.setCreator("Invented person");
        properties.setCreated(Optional.of(Date.from(Instant.parse("2023-09-01T09:00:00Z"))));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.write(out);
        return SteadyZip.of(out.toByteArray());
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, bytes());
    }

    /// One sheet, filled from the top.
    final class Page {

        private final Sheet sheet;
        private int next;

        private Page(Sheet sheet) {
            this.sheet = sheet;
        }

        void title(String text) {
            Cell cell = sheet.createRow(next).createCell(0);
            cell.setCellValue(text);
            cell.setCellStyle(titleStyle);
            next += 2;
        }

        void headings(List<String> headings) {
            Row row = sheet.createRow(next++);
            for (int i = 0; i < headings.size(); i++) {
                Cell cell = row.createCell(i);
                cell.setCellValue(headings.get(i));
                cell.setCellStyle(headingStyle);
                sheet.setColumnWidth(i, 256 * Math.max(12, headings.get(i).length() + 2));
            }
            sheet.createFreezePane(0, next);
        }

        void row(List<?> values) {
            Row row = sheet.createRow(next++);
            for (int i = 0; i < values.size(); i++) put(row, i, values.get(i));
        }

        void total(int count) {
            next++;
            Row row = sheet.createRow(next++);
            put(row, 0, "Total");
            put(row, 2, count);
        }

        private void put(Row row, int column, Object value) {
            if (value instanceof Integer number) row.createCell(column).setCellValue(number);
            else if (!value.toString().isEmpty()) row.createCell(column).setCellValue(value.toString());
            int needed = 256 * Math.min(60, value.toString().length() + 2);
            if (sheet.getColumnWidth(column) < needed) sheet.setColumnWidth(column, needed);
        }
    }
}
