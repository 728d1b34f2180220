package org.huboutcomes.returns;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.spreadsheets.model.ReadLimits;

/// Reads the same rows as we do, with all checks, and as others do, without any.
public final class ReadingBench {

    private static final List<String> HEADINGS = List.of(
            "Hub",
            "Academic year",
            "URN",
            "School",
            "Activity code",
            "Participant reference",
            "Participant role",
            "Sessions offered",
            "Sessions attended",
            "Status");

    /// A school of the register, with its hub.
    public record School(String hub, int urn, String name) {}

    private ReadingBench() {}

    public static Path csv(Path folder, int rows) throws IOException {
        return csvOf(folder.resolve("MH01_2022-23_engagement.csv"), rows);
    }

    public static Path workbook(Path folder, int rows) throws IOException {
        return workbookOf(folder.resolve("MH01_2022-23_engagement.xlsx"), rows, ReadingBench::row);
    }

    /// A workbook of one of the schools a row, one after the other.
    public static Path workbook(Path folder, int rows, List<School> schools) throws IOException {
        return workbookOf(
                folder.resolve("2022-23_engagement_of_known_schools.xlsx"),
                rows,
                number -> row(schools.get(number % schools.size()), number));
    }

    /// Screens a file with the catalogue.
    public static long ours(Path file) {
        return ours(new Screening(ReturnTypes.of(Catalogue.packaged()), ReadLimits.standard()), file);
    }

    private static long ours(Screening screening, Path file) {
        ScreenedFile read = screening.screen(file, file.getFileName().toString(), new AnySchool("H1"));
        ScreenedSheet sheet = read.sheets().get(0);
        if (sheet.tally().accepted() != sheet.tally().read())
            throw new IllegalStateException(sheet.findings().get(0).toString());
        return sheet.tally().accepted();
    }

    /// POI's user model, which formats each cell.
    public static long userModel(Path file) throws IOException {
        DataFormatter formatter = new DataFormatter(Locale.UK);
        long rows = 0;
        long characters = 0;
        try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            for (Row row : workbook.getSheetAt(0)) {
                for (Cell cell : row)
                    characters += formatter.formatCellValue(cell).length();
                rows++;
            }
        }
        if (characters == 0) throw new IllegalStateException("nothing read");
        return rows - 1;
    }

    /// fastexcel, which reads each cell as text.
    public static long fastexcel(Path file) throws IOException {
        long characters = 0;
        long rows = 0;
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                Stream<org.dhatim.fastexcel.reader.Row> all =
                        workbook.getFirstSheet().openStream()) {
            for (Iterator<org.dhatim.fastexcel.reader.Row> each = all.iterator(); each.hasNext(); rows++)
                for (org.dhatim.fastexcel.reader.Cell cell : each.next())
                    characters += cell.getText().length();
        }
        if (characters == 0) throw new IllegalStateException("nothing read");
        return rows - 1;
    }

    /// DuckDB's `read_csv` on one thread, which guesses types.
    public static long duckdb(Path csv) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("set threads = 1");
            statement.execute("create table read as from read_csv('" + csv + "')");
            try (ResultSet count = statement.executeQuery("select count(*) from read")) {
                count.next();
                return count.getLong(1);
            }
        }
    }

    private static Object[] row(int number) {
        int school = number % 20_000;
        return row(new School("H1", 100_000 + school, "School of Place " + school), number);
    }

    private static Object[] row(School school, int number) {
        return new Object[] {
            school.hub(),
            "2022/23",
            school.urn(),
            school.name(),
            "MA22-" + number % 40,
            "P" + number,
            "Teacher",
            4,
            1 + number % 4,
            "Completed"
        };
    }

    private static Path csvOf(Path file, int rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", HEADINGS) + "\n");
            for (int i = 0; i < rows; i++) {
                StringBuilder line = new StringBuilder();
                for (Object value : row(i))
                    line.append(line.length() == 0 ? "" : ",").append(value);
                out.write(line.append('\n').toString());
            }
        }
        return file;
    }

    private static Path workbookOf(Path file, int rows, IntFunction<Object[]> row) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(null, 100, false, true);
                OutputStream out = Files.newOutputStream(file)) {
            SXSSFSheet sheet = workbook.createSheet("Engagement");
            fill(sheet.createRow(0), HEADINGS.toArray());
            for (int i = 0; i < rows; i++) fill(sheet.createRow(i + 1), row.apply(i));
            workbook.write(out);
        }
        return file;
    }

    private static void fill(Row row, Object[] values) {
        for (int i = 0; i < values.length; i++)
            if (values[i] instanceof Integer number) row.createCell(i).setCellValue(number);
            else row.createCell(i).setCellValue(values[i].toString());
    }
}
