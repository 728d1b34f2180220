package org.huboutcomes.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.store.StoreFault;

/// The tables of the catalogue: the stored ones, which accepted rows enter, and those that are made from them each
/// night.
public final class Tables {

    /// All columns that the store has, as one number.
    private static final String SHAPE = """
            select ' ' || coalesce(sum(hash(table_name, column_index, column_name, data_type, is_nullable)), 0)
            from duckdb_columns()
            where schema_name = 'main' and not internal
            """;

    private final String fingerprint;
    private final SqlFolder formulas;
    private final SqlFolder tables;

    public Tables(Catalogue catalogue) {
        fingerprint = catalogue.fingerprint("sql", "formulas", "tables");
        formulas = new SqlFolder(catalogue, "formulas");
        tables = new SqlFolder(catalogue, "tables");
    }

    /// Makes the formulas, and the tables that are not there yet, so that every query can be run, if only over nothing.
    /// Does no harm when repeated, and nothing where these very files have made the store what it
    /// is.
    public void define(Connection connection) {
        Set<String> there = tablesIn(connection);
        try {
            if (there.contains("defined") && isDefined(connection)) return;
            formulas.run(connection);
            new StoredColumns(tables, connection).bringUpToDate();
            tables.runThose(file -> file.isStored() || !there.contains(file.name()), connection);
            rememberDefined(connection);
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    private boolean isDefined(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select 1 from defined where fingerprint = ? || (" + SHAPE + ")")) {
            statement.setString(1, fingerprint);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void rememberDefined(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement insert =
                        connection.prepareStatement("insert into defined select ? || (" + SHAPE + ")")) {
            statement.execute("delete from defined");
            insert.setString(1, fingerprint);
            insert.executeUpdate();
        }
    }

    private static Set<String> tablesIn(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select table_name from information_schema.tables")) {
            Set<String> names = new HashSet<>();
            while (rows.next()) names.add(rows.getString(1));
            return names;
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    /// Makes every derived table anew, in the caller's transaction.
    public void build(Connection connection) {
        tables.runThose(file -> !file.isStored(), connection);
    }
}
