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
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.spreadsheets.model.ReadLimits;

/// Rows a second of reading with all checks, beside POI's user model and DuckDB's `read_csv` over the same rows, in
/// one run. Run by hand: `ReadingBench ROWS [ours]`, where `ours` leaves the others out, to see how little heap is
/// enough.
final class ReadingBench {

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

    private ReadingBench() {}

    private interface Doing {
        long rows() throws IOException, SQLException;
    }

    public static void main(String... arguments) throws IOException, SQLException {
        int rows = Integer.parseInt(arguments[0]);
        boolean alone = arguments.length > 1;
        Path folder = Files.createTempDirectory("reading-bench");
        Path csv = csv(folder.resolve("return.csv"), rows);
        Path workbook = workbook(folder.resolve("return.xlsx"), rows);
        Screening screening = new Screening(ReturnTypes.of(Catalogue.packaged()), ReadLimits.standard());
        for (int round = 1; round <= (alone ? 1 : 3); round++) {
            double xlsx = measured("ours, .xlsx", () -> ours(screening, workbook));
            double text = measured("ours, .csv", () -> ours(screening, csv));
            if (alone) continue;
            double model = measured("POI's user model, .xlsx", () -> userModel(workbook));
            double scan = measured("DuckDB's read_csv, .csv", () -> duckdb(csv));
            System.out.printf(
                    Locale.ROOT,
                    "round %d: .xlsx %.2f times the rows a second of the user model; .csv %.2f of read_csv%n",
                    round,
                    xlsx / model,
                    text / scan);
        }
        for (Path file : List.of(csv, workbook, folder)) Files.delete(file);
    }

    private static double measured(String what, Doing doing) throws IOException, SQLException {
        long start = System.nanoTime();
        long rows = doing.rows();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT, "%-26s %,9d rows %6.2f s %,10.0f rows a second%n", what, rows, seconds, rows / seconds);
        return rows / seconds;
    }

    private static long ours(Screening screening, Path file) {
        ScreenedFile read = screening.screen(file, file.getFileName().toString(), new AnySchool("H1"));
        ScreenedSheet sheet = read.sheets().get(0);
        if (sheet.tally().accepted() != sheet.tally().read())
            throw new IllegalStateException(sheet.findings().get(0).toString());
        return sheet.tally().accepted();
    }

    private static long userModel(Path file) throws IOException {
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

    private static long duckdb(Path csv) throws SQLException {
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
        return new Object[] {
            "H1",
            "2022/23",
            100_000 + number % 20_000,
            "School of Place " + number % 20_000,
            "MA22-" + number % 40,
            "P" + number,
            "Teacher",
            4,
            number % 5,
            "Completed"
        };
    }

    private static Path csv(Path file, int rows) throws IOException {
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

    private static Path workbook(Path file, int rows) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(null, 100, false, true);
                OutputStream out = Files.newOutputStream(file)) {
            SXSSFSheet sheet = workbook.createSheet("Engagement");
            fill(sheet.createRow(0), HEADINGS.toArray());
            for (int i = 0; i < rows; i++) fill(sheet.createRow(i + 1), row(i));
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
