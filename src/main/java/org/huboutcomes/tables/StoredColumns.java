package org.huboutcomes.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.duckdb.DuckDBDriver;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.store.StoreFault;

/// Converts the stored tables of a store from an older catalogue to today's columns. A table that differs is made
/// again with its rows, all tables in one transaction. A new column is null in existing rows, and a column may only
/// be removed if it is empty. If that is not enough, a query in `jobs/upgrades` with the name of the table gives
/// its old rows in the new columns. It is used if it can be run, that is, if the table is still the old one. Such a
/// query also fills a missing table that had another name.
final class StoredColumns {

    private record Column(String name, String type, boolean nullable) {}

    private final SqlFolder sql;
    private final List<SqlFile> upgrades;
    private final Connection connection;
    private final boolean forOnce;

    /// @param forOnce in the caller's transaction, which is rolled back: unwanted columns are dropped with their
    /// values
    StoredColumns(SqlFolder sql, List<SqlFile> upgrades, Connection connection, boolean forOnce) {
        this.forOnce = forOnce;
        this.sql = sql;
        this.upgrades = upgrades;
        this.connection = connection;
    }

    void bringUpToDate() throws SQLException {
        Map<String, List<Column>> there = columns(connection);
        Map<String, List<Column>> wanted = wanted();
        List<SqlFile> differing = new ArrayList<>();
        for (SqlFile file : sql.those(SqlFile::isStoredTable))
            if (there.containsKey(file.name())
                    ? !there.get(file.name()).equals(wanted.get(file.name()))
                    : hadAnotherName(file.name(), there.keySet())) differing.add(file);
        if (differing.isEmpty()) return;
        Map<SqlFile, String> kept = new LinkedHashMap<>();
        for (SqlFile file : differing) kept.put(file, kept(file.name()));
        if (forOnce) {
            remake(kept, wanted);
            return;
        }
        execute("begin transaction");
        try {
            remake(kept, wanted);
            execute("commit");
        } catch (SQLException | RuntimeException e) {
            execute("rollback");
            throw e;
        }
    }

    private void remake(Map<SqlFile, String> kept, Map<String, List<Column>> wanted) throws SQLException {
        for (var table : kept.entrySet())
            remake(
                    table.getKey(),
                    table.getValue(),
                    wanted.getOrDefault(table.getKey().name(), List.of()));
    }

    /// The columns that the catalogue would make in an empty store.
    private Map<String, List<Column>> wanted() throws SQLException {
        try (Connection empty = new DuckDBDriver().connect("jdbc:duckdb:", new Properties())) {
            sql.runThose(SqlFile::isStoredTable, empty);
            return columns(empty);
        }
    }

    /// @param kept the query for the rows to keep
    private void remake(SqlFile file, String kept, List<Column> wanted) throws SQLException {
        execute("create temporary table kept_rows as " + kept);
        List<String> there = columnsOf("from temp.kept_rows");
        List<String> named = wanted.stream().map(Column::name).toList();
        long rows = count("from temp.kept_rows");
        for (String column : there)
            if (!forOnce
                    && !named.contains(column)
                    && count("from temp.kept_rows where " + column + " is not null") > 0)
                throw refused(file, column, "the store has values in it, which would be lost; keep the column");
        for (Column column : wanted)
            if (rows > 0 && !column.nullable() && !there.contains(column.name()))
                throw refused(file, column.name(), "the rows that are stored have no value for it; let it be null");
        String columns =
                String.join(", ", named.stream().filter(there::contains).toList());
        execute("drop table if exists " + file.name());
        file.run(connection);
        try {
            execute("insert into " + file.name() + " (" + columns + ") select " + columns + " from temp.kept_rows");
        } catch (SQLException e) {
            throw new CatalogueFault(
                    file.path()
                            + " gives a column another type, which the rows of the store do not fit; give it the type that it had.",
                    e);
        }
        execute("drop table temp.kept_rows");
    }

    /// The query for the rows of a table to keep.
    private String kept(String table) {
        return upgrade(table).orElse("from " + table);
    }

    /// Looks at names only, because a query that fails would abort the caller's transaction.
    private boolean hadAnotherName(String table, Set<String> there) {
        return upgrades.stream()
                .filter(upgrade -> upgrade.name().equals(table))
                .anyMatch(upgrade ->
                        there.containsAll(QueryDependencies.tablesNamedIn(Map.of(upgrade.path(), upgrade.text()))
                                .get(upgrade.path())));
    }

    private Optional<String> upgrade(String table) {
        return upgrades.stream()
                .filter(upgrade -> upgrade.name().equals(table) && canBeRun(upgrade))
                .map(SqlFile::text)
                .findFirst();
    }

    private boolean canBeRun(SqlFile upgrade) {
        try {
            return !columnsOf(upgrade.text()).isEmpty();
        } catch (SQLException otherColumns) {
            return false;
        }
    }

    private List<String> columnsOf(String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            ResultSetMetaData columns = statement.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) names.add(columns.getColumnName(i));
        }
        return names;
    }

    private static CatalogueFault refused(SqlFile file, String column, String why) {
        return new CatalogueFault("%s and the store differ in the column %s: %s.".formatted(file.path(), column, why));
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
