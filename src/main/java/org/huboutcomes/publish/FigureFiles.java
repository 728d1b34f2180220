package org.huboutcomes.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.huboutcomes.store.StoreFault;

/// The published figures as files: `indicators.csv` with its `.meta.csv` as the DfE open data standard wants them, the
/// same as Parquet, and whatever other table the catalogue publishes.
public final class FigureFiles {

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

    /// DuckDB writes them, in the order in which the rows were made. As CSV an empty text and none are the same. A path
    /// is no parameter to DuckDB, so it is quoted into the statement.
    private void write(String table, Path file) throws IOException, SQLException {
        Files.createDirectories(file.getParent());
        boolean isParquet = file.toString().endsWith(".parquet");
        try (Statement statement = connection.createStatement()) {
            statement.execute("copy (select "
                    + (isParquet ? "*" : "nullif(printed_text(columns(*)::varchar), '')")
                    + " from " + table + " order by rowid) to '"
                    + file.toAbsolutePath().toString().replace("'", "''") + "' (format "
                    + (isParquet ? "parquet" : "csv") + ")");
        }
    }
}
