package org.huboutcomes.tables;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.store.StoreFault;

/// What the queries of a catalogue stand on: the formulas and derived tables that they read, and those that these read
/// in turn, each as DuckDB understands it. So a comment or a line break makes no difference.
public final class Foundations implements AutoCloseable {

    /// A formula or a derived table.
    ///
    /// @param path its file under `jobs/`, without the ending
    /// @param query what it reads is read in this
    /// @param meant the same as DuckDB would write it
    private record Stone(String path, String query, String meant) {}

    private static final String NAMED = """
            select distinct atom ->> '$'
            from json_tree(json_serialize_sql(?))
            where key in ('table_name', 'function_name')
            order by all
            """;

    private final Connection connection;
    private final Map<String, Stone> stones = new HashMap<>();

    /// Of the formulas of a catalogue, and the tables in these folders of it.
    public Foundations(Catalogue catalogue, String... folders) {
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:");
            new SqlFolder(catalogue, "formulas").run(connection, this::addFormulas);
            for (String folder : folders)
                for (Catalogue.Entry entry : catalogue.list(folder, "sql")) addTable(SqlFile.of(entry));
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    /// What this query stands on: the files, by their paths without ending, each with what the query uses of it.
    public SortedMap<String, String> under(String select) {
        SortedMap<String, String> under = new TreeMap<>();
        Set<String> reached = new HashSet<>();
        Deque<String> toRead = new ArrayDeque<>(Set.of(select));
        while (!toRead.isEmpty())
            for (String name : answers(NAMED, toRead.pop())) {
                Stone stone = stones.get(name);
                if (stone == null || !reached.add(name)) continue;
                under.merge(stone.path(), stone.meant(), (one, other) -> one + "\n" + other);
                toRead.add(stone.query());
            }
        return under;
    }

    /// One file may hold several formulas.
    private void addFormulas(String file) {
        for (String formula : answers("""
                select function_name
                from duckdb_functions()
                where not internal and not list_contains(?::varchar[], function_name)
                group by all
                order by all
                """, stones.keySet().toString())) {
            String meant = String.join(", ", answers("""
                    select parameters::varchar || ' ' || macro_definition
                    from duckdb_functions()
                    where function_name = ?
                    order by all
                    """, formula));
            String query = "select " + String.join(", ", answers("""
                    select macro_definition from duckdb_functions() where function_name = ? order by all
                    """, formula));
            stones.put(formula, new Stone("formulas/" + file, query, meant));
        }
    }

    private void addTable(SqlFile file) {
        file.query()
                .ifPresent(query ->
                        stones.put(file.name(), new Stone(file.folder() + "/" + file.name(), query, meant(query))));
    }

    private String meant(String query) {
        return String.join("", answers("select json_deserialize_sql(json_serialize_sql(?))", query));
    }

    private List<String> answers(String select, String parameter) {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setString(1, parameter);
            List<String> answers = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) answers.add(rows.getString(1));
            }
            return answers;
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }
}
