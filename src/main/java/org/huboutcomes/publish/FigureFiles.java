package org.huboutcomes.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.huboutcomes.store.StoreFault;

/// Writes the published figures: `indicators.csv` with its `.meta.csv` according to the DfE open data standard, the
/// same as Parquet, and all other published tables.
public final class FigureFiles {

    private final Connection connection;

    public FigureFiles(Connection connection) {
        this.connection = connection;
    }

    /// Writes all files listed in `published_file` for this profile to an existing folder.
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

    /// Writes a table in row order. In CSV, empty text and null are the same. The path is quoted into the statement,
    /// because DuckDB allows no parameter there.
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
