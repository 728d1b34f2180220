package org.huboutcomes.tables;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.store.StoreFault;
import org.jspecify.annotations.Nullable;

/// Brings the stored tables of a store that an older catalogue made into the shape that this one gives them: a table
/// that differs is made anew with its rows, all of them in one transaction, or nothing is changed.
final class StoredColumns {

    private record Column(String name, String type, boolean nullable) {}

    private final SqlFolder tables;
    private final Connection connection;

    StoredColumns(SqlFolder tables, Connection connection) {
        this.tables = tables;
        this.connection = connection;
    }

    void bringUpToDate() throws SQLException {
        Map<String, List<Column>> there = columns(connection);
        Map<String, List<Column>> wanted = wanted();
        List<SqlFile> differing = new ArrayList<>();
        for (SqlFile file : tables.those(SqlFile::isStoredTable))
            if (there.containsKey(file.name()) && !there.get(file.name()).equals(wanted.get(file.name())))
                differing.add(file);
        if (differing.isEmpty()) return;
        execute("begin transaction");
        try {
            for (SqlFile file : differing)
                remake(file, there.getOrDefault(file.name(), List.of()), wanted.getOrDefault(file.name(), List.of()));
            execute("commit");
        } catch (SQLException | RuntimeException e) {
            execute("rollback");
            throw e;
        }
    }

    /// What the catalogue would make of an empty store.
    private Map<String, List<Column>> wanted() throws SQLException {
        try (Connection empty = DriverManager.getConnection("jdbc:duckdb:")) {
            tables.runThose(SqlFile::isStoredTable, empty);
            return columns(empty);
        }
    }

    private void remake(SqlFile file, List<Column> there, List<Column> wanted) throws SQLException {
        String table = file.name();
        long rows = count("from " + table);
        for (Column column : there)
            if (named(wanted, column.name()) == null
                    && count("from " + table + " where " + column.name() + " is not null") > 0)
                throw refused(file, column, "the store has values in it, which would be lost; keep the column");
        for (Column column : wanted)
            if (rows > 0 && !column.nullable() && named(there, column.name()) == null)
                throw refused(file, column, "the rows that are stored have no value for it; let it be null");
        String kept = String.join(
                ", ",
                wanted.stream()
                        .map(Column::name)
                        .filter(name -> named(there, name) != null)
                        .toList());
        execute("create temporary table kept_rows as from " + table);
        execute("drop table " + table);
        file.run(connection);
        try {
            execute("insert into " + table + " (" + kept + ") select " + kept + " from temp.kept_rows");
        } catch (SQLException e) {
            throw new CatalogueFault(
                    file.path()
                            + " gives a column another type, which the rows of the store do not fit; give it the type that it had.",
                    e);
        }
        execute("drop table temp.kept_rows");
    }

    private static CatalogueFault refused(SqlFile file, Column column, String why) {
        return new CatalogueFault(
                "%s and the store differ in the column %s: %s.".formatted(file.path(), column.name(), why));
    }

    private static @Nullable Column named(List<Column> columns, String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static Map<String, List<Column>> columns(Connection connection) {
        Map<String, List<Column>> columns = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select table_name, column_name, data_type, is_nullable
                        from duckdb_columns()
                        where schema_name = 'main' and not internal
                        order by table_name, column_index""")) {
            while (rows.next())
                columns.computeIfAbsent(rows.getString(1), none -> new ArrayList<>())
                        .add(new Column(rows.getString(2), rows.getString(3), rows.getBoolean(4)));
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
        return new LinkedHashMap<>(columns);
    }

    private long count(String from) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) " + from)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
