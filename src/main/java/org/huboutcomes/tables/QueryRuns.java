package org.huboutcomes.tables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.files.Program;
import org.huboutcomes.files.Sha256;
import org.huboutcomes.store.StoreFault;
import org.huboutcomes.store.TableAppender;

/// Runs a query of the catalogue only if its result may differ: if the catalogue, the program or the rows that it
/// reads have changed, or if the rows that it made are gone. This is determined from the rows themselves, so it
/// does not matter who changed them. An instance is used for one step, in whose transaction it reads and writes.
public final class QueryRuns {

    /// The number of rows, and two combinations of their hashes, because one alone can miss a change.
    private static final String SUM = "count(*) || ' ' || coalesce(bit_xor(hash(summed)), 0) || ' '"
            + " || coalesce(sum(hash(summed)::hugeint), 0)";

    private record Run(String inputs, String rowsMade) {}

    private final Connection connection;
    private final String version;
    private final Set<String> there;
    private final Map<String, Run> last = new HashMap<>();
    private final Map<String, Run> unsaved = new LinkedHashMap<>();
    private final Map<String, String> sums = new HashMap<>();
    private final Map<QueryInputs.Filtered, String> filteredSums = new HashMap<>();

    /// Reads the recorded runs of a store.
    public QueryRuns(Catalogue catalogue, Connection connection) {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            version = catalogue.fingerprint() + " " + Program.state() + " "
                    + connection.getMetaData().getDatabaseProductVersion();
            there = tables(statement);
            try (ResultSet rows = statement.executeQuery("select query, inputs, rows_made from query_run")) {
                while (rows.next()) last.put(rows.getString(1), new Run(rows.getString(2), rows.getString(3)));
            }
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    private static Set<String> tables(Statement statement) throws SQLException {
        Set<String> tables = new HashSet<>();
        try (ResultSet rows = statement.executeQuery("select table_name from duckdb_tables() where not internal"
                + " union all select view_name from duckdb_views() where not internal")) {
            while (rows.next()) tables.add(rows.getString(1));
        }
        return tables;
    }

    /// Makes a table, unless it already is as the query would make it.
    void make(String query, String table, QueryInputs reads, Runnable run) {
        QueryInputs others = reads.without(table);
        if (isCurrent(query, others, () -> rowsOf(table))) return;
        run.run();
        there.add(table);
        changed(table);
        remember(query, others, rowsOf(table));
    }

    /// Whether a query read the same rows and made the same rows when it last ran.
    ///
    /// @param rowsMade the checksum of its rows, from [#rowsBy]
    public boolean isCurrent(String query, QueryInputs reads, String rowsMade) {
        return isCurrent(query, reads, () -> rowsMade);
    }

    private boolean isCurrent(String query, QueryInputs reads, Supplier<String> rowsMade) {
        Run run = last.get(query);
        return run != null
                && run.inputs().equals(inputs(reads))
                && run.rowsMade().equals(rowsMade.get());
    }

    /// Whether a query has ever run.
    public boolean remembers(String query) {
        return last.containsKey(query);
    }

    /// Records a query that has just run. [#save()] writes it to the store.
    public void remember(String query, QueryInputs reads, String rowsMade) {
        Run run = new Run(inputs(reads), rowsMade);
        last.put(query, run);
        unsaved.put(query, run);
    }

    /// Writes the recorded runs to the store. Call this at the end of the step.
    public void save() {
        if (unsaved.isEmpty()) return;
        try (PreparedStatement delete =
                connection.prepareStatement("delete from query_run where query in (select unnest(?))")) {
            delete.setArray(
                    1, connection.createArrayOf("VARCHAR", unsaved.keySet().toArray()));
            delete.executeUpdate();
            try (TableAppender table =
                    TableAppender.to("query_run", connection, List.of("query", "inputs", "rows_made"))) {
                for (Map.Entry<String, Run> run : unsaved.entrySet())
                    table.row(
                            run.getKey(),
                            run.getValue().inputs(),
                            run.getValue().rowsMade());
            }
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
        unsaved.clear();
    }

    private String inputs(QueryInputs reads) {
        StringBuilder inputs = new StringBuilder(version);
        for (String table : reads.tables())
            inputs.append('\n').append(table).append(' ').append(rowsOf(table));
        for (QueryInputs.Filtered filtered : reads.filtered())
            inputs.append('\n').append(filtered).append(' ').append(rowsOf(filtered));
        return Sha256.of(inputs.toString());
    }

    /// The checksum of the rows of a table or view; empty if there is no such table.
    String rowsOf(String table) {
        return sums.computeIfAbsent(table, name -> there.contains(name) ? sum("\"" + name + "\" as summed") : "");
    }

    private String rowsOf(QueryInputs.Filtered filtered) {
        if (!there.contains(filtered.table()) || !there.contains(filtered.by())) return "";
        return filteredSums.computeIfAbsent(
                filtered,
                both -> sum("\"%s\" as summed semi join \"%s\" using (\"%s\")"
                        .formatted(both.table(), both.by(), both.column())));
    }

    /// Call this after changing rows of a table.
    public void changed(String table) {
        sums.remove(table);
        filteredSums
                .keySet()
                .removeIf(filtered ->
                        filtered.table().equals(table) || filtered.by().equals(table));
    }

    /// From now on, queries that read a table are taken to depend on this text instead of all its rows.
    public void readAs(String table, String rows) {
        sums.put(table, rows);
    }

    private String sum(String from) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select " + SUM + " from " + from)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    /// The checksums of the rows of a table for each value of a column that is never null.
    public Map<String, String> rowsBy(String table, String column) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select " + column + ", " + SUM + " from \"" + table + "\" as summed group by all")) {
            Map<String, String> sums = new TreeMap<>();
            while (rows.next()) sums.put(rows.getString(1), rows.getString(2));
            return sums;
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }
}
