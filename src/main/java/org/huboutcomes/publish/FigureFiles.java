package org.huboutcomes.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huboutcomes.store.StoreFault;

/// Writes the published figures: `indicators.csv` with its `.meta.csv` according to the DfE open data standard, the
/// same as Parquet, all other published tables, and files that describe their columns for programs.
public final class FigureFiles {

    private final Connection connection;

    public FigureFiles(Connection connection) {
        this.connection = connection;
    }

    /// Writes all files listed in `published_file` for this profile to an existing folder.
    public void write(Path folder, Profile profile) throws IOException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("from published_file order by file_name")) {
            Map<Path, DataPackage> packages = new TreeMap<>();
            while (rows.next()) {
                if (Profile.of(rows.getString("profile")).compareTo(profile) > 0) continue;
                Path file = folder.resolve(rows.getString("file_name"));
                write(rows.getString("table_name"), file);
                if (!file.toString().endsWith(".csv")) continue;
                packages.computeIfAbsent(file.getParent(), none -> new DataPackage())
                        .add(
                                file.getFileName().toString(),
                                rows.getString("title"),
                                columns(rows.getString("table_name"), rows.getString("typed_table")));
            }
            for (Map.Entry<Path, DataPackage> described : packages.entrySet())
                described.getValue().write(described.getKey());
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    /// The columns of a table in order, with their types in another table.
    private List<DataPackage.Column> columns(String table, String typed) throws SQLException {
        List<DataPackage.Column> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                        select named.column_name, typed.data_type
                        from duckdb_columns() as named
                        join duckdb_columns() as typed
                            on typed.column_name = named.column_name
                            and typed.database_name = named.database_name
                        where named.database_name = current_database() and named.table_name = ? and typed.table_name = ?
                        order by named.column_index""")) {
            statement.setString(1, table);
            statement.setString(2, typed);
            try (ResultSet types = statement.executeQuery()) {
                while (types.next()) columns.add(new DataPackage.Column(types.getString(1), types.getString(2)));
            }
        }
        return columns;
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
