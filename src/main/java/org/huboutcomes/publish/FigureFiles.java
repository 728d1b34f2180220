package org.huboutcomes.publish;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.huboutcomes.intake.Guarded;
import org.huboutcomes.store.StoreFault;

/// The published figures as files: `indicators.csv` with its `.meta.csv` as the DfE open data standard wants them, the
/// same as Parquet, and whatever other table the catalogue publishes.
public final class FigureFiles {

    private static final CSVFormat CSV =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private final Connection connection;

    public FigureFiles(Connection connection) {
        this.connection = connection;
    }

    /// Writes all that `published_file` lists into a folder that is there: what is for everybody too, or not.
    public void write(Path folder, Profile profile) throws IOException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("from published_file order by file_name")) {
            while (rows.next())
                if (Profile.of(rows.getString("profile")).compareTo(profile) <= 0)
                    write(rows.getString("table_name"), folder.resolve(rows.getString("file_name")));
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    private void write(String table, Path file) throws IOException, SQLException {
        Files.createDirectories(file.getParent());
        if (file.toString().endsWith(".parquet")) writeParquet(table, file);
        else writeCsv(table, file);
    }

    private void writeCsv(String table, Path file) throws IOException, SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("from " + table + " order by rowid");
                Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                CSVPrinter printer = CSV.print(writer)) {
            List<String> headings = headings(rows);
            printer.printRecord(headings);
            while (rows.next()) {
                for (int column = 1; column <= headings.size(); column++) {
                    String text = rows.getString(column);
                    printer.print(text == null ? null : Guarded.inCsv(text));
                }
                printer.println();
            }
        }
    }

    private static List<String> headings(ResultSet rows) throws SQLException {
        List<String> headings = new ArrayList<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++)
            headings.add(rows.getMetaData().getColumnName(column));
        return headings;
    }

    /// A path is no parameter to DuckDB, so it is quoted into the statement.
    private void writeParquet(String table, Path file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("copy (from " + table + " order by rowid) to '"
                    + file.toAbsolutePath().toString().replace("'", "''") + "' (format parquet)");
        }
    }
}
