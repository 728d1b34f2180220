package org.huboutcomes.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huboutcomes.files.ControlChars;
import org.huboutcomes.spreadsheets.csv.CsvBook;
import org.huboutcomes.spreadsheets.model.Book;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.Sheet;
import org.huboutcomes.spreadsheets.model.UnreadableException;
import org.huboutcomes.spreadsheets.zip.ZipBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Our streamed cells are equal to those that POI reads with the whole workbook in memory.
class SameAsUserModelTest {

    @TempDir
    Path folder;

    @Test
    void inGeneratedWorkbooks() throws IOException {
        assertThat(isSame(TestFiles.workbook(folder, "shared.xlsx", filled(new XSSFWorkbook()))))
                .isTrue();
        assertThat(isSame(TestFiles.workbook(folder, "inline.xlsx", filled(new SXSSFWorkbook()))))
                .isTrue();
        assertThat(isSame(TestFiles.workbook(folder, "old.xls", filled(new HSSFWorkbook()))))
                .isTrue();
    }

    @Test
    void inWorkbooksOfOtherProjects() throws IOException {
        long compared = HostileFilesTest.files("hostile/xl").stream()
                .filter(SameAsUserModelTest::isSame)
                .count();
        assertThat(compared).isGreaterThan(30);
    }

    @Test
    void inTheSampleYearsAndTheFaultyFiles() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("sample-data"))) {
            List<Path> workbooks = files.filter(file -> file.toString().matches(".*\\.xls[xm]?"))
                    .sorted()
                    .toList();
            assertThat(workbooks.stream().filter(SameAsUserModelTest::isSame).count())
                    .isGreaterThan(workbooks.size() * 9L / 10);
        }
    }

    /// False if either cannot read the file at all; other tests check that ours then says so in a plain sentence.
    private static boolean isSame(Path file) {
        try (Book book = TestFiles.open(file);
                Workbook model = WorkbookFactory.create(file.toFile(), null, true)) {
            if (book instanceof CsvBook || book instanceof ZipBook) return false;
            for (Sheet sheet : book.sheets())
                assertSame(file + " > " + sheet.name(), sheet, model.getSheet(sheet.name()));
            return true;
        } catch (UnreadableException | IOException | RuntimeException e) {
            return false;
        }
    }

    private static void assertSame(String place, Sheet sheet, org.apache.poi.ss.usermodel.Sheet model)
            throws UnreadableException {
        List<Row> rows = TestFiles.rows(sheet);
        for (Row row : rows) {
            org.apache.poi.ss.usermodel.Row expected = model.getRow(row.number() - 1);
            assertThat(expected).as("%s row %s", place, row.number()).isNotNull();
            assertThat(row.hidden()).as("%s row %s", place, row.number()).isEqualTo(expected.getZeroHeight());
            for (int column = 0; column < row.cells().size(); column++)
                assertSame(place + " " + row.number() + "/" + column, row.cell(column), expected.getCell(column));
        }
        long filled = rows.stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> !cell.isBlank())
                .count();
        assertThat(filled).as(place).isEqualTo(filled(model));
    }

    private static long filled(org.apache.poi.ss.usermodel.Sheet model) {
        long filled = 0;
        for (org.apache.poi.ss.usermodel.Row row : model)
            for (org.apache.poi.ss.usermodel.Cell cell : row) if (!isBlank(cell)) filled++;
        return filled;
    }

    private static boolean isBlank(org.apache.poi.ss.usermodel.Cell cell) {
        return switch (type(cell)) {
            case BLANK -> true;
            // POI reads a number cell without a number as 0; we do not.
            case NUMERIC ->
                cell instanceof XSSFCell raw
                        && String.valueOf(raw.getRawValue()).isEmpty();
            case STRING -> !ControlChars.isAnyIn(cell.getRichStringCellValue().getString());
            default -> false;
        };
    }

    private static CellType type(org.apache.poi.ss.usermodel.Cell cell) {
        return cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
    }

    private static void assertSame(String place, Cell cell, org.apache.poi.ss.usermodel.Cell model) {
        if (cell instanceof Cell.Blank) return;
        // Asserted only if they differ, because an assertion for each of a million cells takes longer than reading
        // them.
        if (!value(cell).equals(value(cell, model)))
            assertThat(value(cell)).as(place).isEqualTo(value(cell, model));
    }

    private static Object value(Cell cell) {
        if (cell instanceof Cell.Text text) return text.text();
        if (cell instanceof Cell.Number number) return number.value().doubleValue();
        if (cell instanceof Cell.Moment moment) return moment.value();
        if (cell instanceof Cell.Truth truth) return truth.value();
        if (cell instanceof Cell.Broken broken) return broken.errorValue();
        return CellType.FORMULA;
    }

    /// POI's own number if ours is rounded to the 15 digits that are shown.
    private static Object shown(Cell asked, double number) {
        boolean same = asked instanceof Cell.Number ours
                && Math.abs(ours.value().doubleValue() - number) <= Math.abs(number) * 1e-14;
        return same ? value(asked) : number;
    }

    /// The user model's value of the type that we have found.
    private static Object value(Cell asked, org.apache.poi.ss.usermodel.Cell model) {
        if (asked instanceof Cell.Uncalculated) return model.getCellType();
        return switch (type(model)) {
            case NUMERIC ->
                DateUtil.isCellDateFormatted(model) && asked instanceof Cell.Moment
                        ? model.getLocalDateTimeCellValue()
                        : shown(asked, model.getNumericCellValue());
            case BOOLEAN -> model.getBooleanCellValue();
            case ERROR -> FormulaError.forInt(model.getErrorCellValue()).getString();
            default -> model.getRichStringCellValue().getString();
        };
    }

    private static Workbook filled(Workbook workbook) {
        CellStyle date = workbook.createCellStyle();
        date.setDataFormat(workbook.createDataFormat().getFormat("ddd d mmmm yyyy hh:mm"));
        Random random = new Random(20261123);
        for (int s = 0; s < 3; s++) {
            org.apache.poi.ss.usermodel.Sheet sheet = workbook.createSheet("Sheet & " + s);
            for (int r = 0; r < 200; r += 1 + random.nextInt(3)) {
                org.apache.poi.ss.usermodel.Row row = sheet.createRow(r);
                row.setZeroHeight(random.nextInt(9) == 0);
                for (int c = 0; c < 30; c += 1 + random.nextInt(4)) fill(row.createCell(c), random, date);
            }
        }
        workbook.setSheetHidden(1, true);
        return workbook;
    }

    private static void fill(org.apache.poi.ss.usermodel.Cell cell, Random random, CellStyle date) {
        switch (random.nextInt(9)) {
            case 0 -> cell.setCellValue(random.nextInt(1_000_000));
            case 1 -> cell.setCellValue(random.nextGaussian() * 1e9);
            case 2 -> cell.setCellValue("Text <" + random.nextInt(50) + "> & _x0041_ ž ");
            case 3 -> cell.setCellValue(random.nextBoolean());
            case 4 -> cell.setCellErrorValue(FormulaError.NA.getCode());
            case 5 -> cell.setCellStyle(date);
            case 6 -> {
                cell.setCellValue(LocalDateTime.of(2022, 9, 1, 0, 0).plusMinutes(random.nextInt(2_000_000)));
                cell.setCellStyle(date);
            }
            case 7 -> cell.setCellValue("");
            default -> cell.setCellValue("  ");
        }
    }
}
