package org.huboutcomes.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.indicators.Indicators;
import org.jspecify.annotations.Nullable;

/// A store with the tables of the catalogue, into which a test writes rows as Markdown. Creating the tables takes
/// longer than most tests do, so they are created once for a catalogue, and each workbench begins with a copy; a
/// derived table is filled when a test first reads it.
public final class Workbench implements AutoCloseable {

    private static final Map<String, Path> MADE = new ConcurrentHashMap<>();

    private final Path store;
    private final Connection connection;
    private final CatalogueTables tables;
    private final Indicators indicators;
    private final Set<SqlFile> filled = new HashSet<>();
    private boolean isBuilt = true;
    private int claims;

    public Workbench(Catalogue catalogue) throws SQLException {
        this(new CatalogueTables(catalogue), new Indicators(catalogue));
    }

    private Workbench(CatalogueTables tables, Indicators indicators) throws SQLException {
        this(tables, indicators, copyOf(tables), 0);
    }

    private Workbench(CatalogueTables tables, Indicators indicators, Path store, int claims) throws SQLException {
        this.tables = tables;
        this.indicators = indicators;
        this.store = store;
        this.connection = DriverManager.getConnection("jdbc:duckdb:" + store);
        this.claims = claims;
        try (Statement statement = connection.createStatement()) {
            // For a few rows, finding the best plan of a query takes longer than running any plan, and so does
            // using several threads.
            statement.execute("pragma disable_optimizer");
            statement.execute("set threads = 1");
        }
    }

    /// Another workbench with the current content of this one, for tests that change it.
    public Workbench copy() throws SQLException {
        execute("checkpoint");
        try {
            return new Workbench(tables, indicators, Files.copy(store, folder().resolve("workbench.duckdb")), claims);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A copy of a store with these tables, in a folder of its own.
    static Path copyOf(CatalogueTables tables) {
        try {
            return Files.copy(
                    MADE.computeIfAbsent(tables.fingerprint(), none -> made(tables)),
                    folder().resolve("workbench.duckdb"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path made(CatalogueTables tables) {
        try {
            Path made = folder().resolve("made.duckdb");
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + made)) {
                tables.define(connection);
            }
            made.toFile().deleteOnExit();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path folder() throws IOException {
        Path folder = Files.createTempDirectory("workbench");
        folder.toFile().deleteOnExit();
        return folder;
    }

    public Connection connection() {
        fillAll();
        return connection;
    }

    /// Enters rows of a return or reference list as a submission would, with one claim in force for each hub and year.
    public Workbench submit(String returnName, String markdown) throws SQLException {
        MarkdownTable given = MarkdownTable.of(markdown);
        for (List<String> scope :
                given.rows().stream().map(row -> scope(given, row)).distinct().toList())
            submit(returnName, given, scope);
        return this;
    }

    /// A return with headings and no rows.
    public Workbench submitNil(String returnName, String hub, int timePeriod) throws SQLException {
        claim(returnName, hub, String.valueOf(timePeriod), 0);
        return this;
    }

    /// Replaces the rows of a derived table; a column `times` says how often a row is there.
    public Workbench put(String table, String markdown) throws SQLException {
        for (SqlFile file : tables.derivedFor(Map.of(table, "from " + table)))
            if (file.name().equals(table)) filled.add(file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from " + table);
        }
        MarkdownTable given = MarkdownTable.of(markdown);
        int times = given.columns().indexOf("times");
        for (List<String> row : given.rows())
            insert(
                    table,
                    without(times, given.columns()),
                    without(times, row),
                    times < 0 ? 1 : Integer.parseInt(row.get(times)));
        return this;
    }

    public Workbench build() {
        indicators.describe(connection);
        filled.clear();
        isBuilt = false;
        return this;
    }

    private void fillAll() {
        if (!isBuilt) tables.derived().stream().filter(filled::add).forEach(file -> file.run(connection));
        isBuilt = true;
    }

    private void fillFor(String select) {
        if (isBuilt) return;
        for (SqlFile file : tables.derivedFor(Map.of("select", select))) if (filled.add(file)) file.run(connection);
    }

    public Workbench execute(String sql) throws SQLException {
        fillAll();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return this;
    }

    /// Each row of a result as its values, separated by bars, doubles with four decimals.
    public List<String> rows(String select) throws SQLException {
        fillFor(select);
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(select)) {
            while (answer.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++)
                    values.add(written(answer.getObject(i)));
                rows.add(String.join(" | ", values));
            }
        }
        return rows;
    }

    private static String written(@Nullable Object value) {
        if (!(value instanceof Double number)) return Objects.toString(value, "");
        BigDecimal rounded =
                new BigDecimal(number).setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.toPlainString();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        try {
            Files.delete(store);
            Files.delete(store.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> without(int column, List<String> row) {
        List<String> rest = new ArrayList<>(row);
        if (column >= 0) rest.remove(column);
        return rest;
    }

    private void submit(String returnName, MarkdownTable given, List<String> scope) throws SQLException {
        List<List<String>> rows = given.rows().stream()
                .filter(row -> scope(given, row).equals(scope))
                .toList();
        int claim = claim(returnName, scope.get(0), scope.get(1), rows.size());
        List<String> columns = new ArrayList<>(List.of("claim", "row_number"));
        columns.addAll(given.columns());
        for (int row = 0; row < rows.size(); row++) {
            List<String> values = new ArrayList<>(List.of(String.valueOf(claim), String.valueOf(row + 2)));
            values.addAll(rows.get(row));
            insert(returnName, columns, values);
        }
    }

    private int claim(String returnName, String hub, String timePeriod, int accepted) throws SQLException {
        claims++;
        String number = String.valueOf(claims);
        insert(
                "claim",
                List.of("claim", "sheet", "submission", "return_name", "hub", "time_period", "accepted", "in_force"),
                List.of(number, number, number, returnName, hub, timePeriod, String.valueOf(accepted), "true"));
        return claims;
    }

    /// Hub and academic year of a row; a reference list has neither.
    private static List<String> scope(MarkdownTable given, List<String> row) {
        int hub = given.columns().indexOf("hub");
        int year = given.columns().indexOf("time_period");
        return hub < 0 || year < 0 ? List.of("", "") : List.of(row.get(hub), row.get(year));
    }

    private void insert(String table, List<String> columns, List<String> values) throws SQLException {
        insert(table, columns, values, 1);
    }

    private void insert(String table, List<String> columns, List<String> values, int times) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(columns.size(), "?::varchar"));
        String sql =
                "insert into " + table + " (" + String.join(", ", columns) + ") select " + marks + " from range(?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++)
                insert.setString(i + 1, values.get(i).isEmpty() ? null : values.get(i));
            insert.setInt(values.size() + 1, times);
            insert.executeUpdate();
        }
    }
}
