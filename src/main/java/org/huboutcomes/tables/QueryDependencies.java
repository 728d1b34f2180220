package org.huboutcomes.tables;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.tables.SqlStatement.Makes;

/// The tables and formulas of a catalogue that a query reads, found with DuckDB's own parser. Names are compared
/// without case and quotes. Comments and texts do not count, nor do names that the query defines itself.
public final class QueryDependencies {

    /// A formula, a table or a view of the catalogue.
    private record Dependency(SqlFile file, SqlStatement statement, QueryNames names) {}

    private final Map<SqlFile, List<Dependency>> byFile = new LinkedHashMap<>();
    private final Map<String, Dependency> formulas = new HashMap<>();
    private final Map<String, Dependency> tables = new HashMap<>();
    private final TableParameters parameters;
    private final Map<SqlStatement, String> normalizedSql = new HashMap<>();

    /// For the formulas of a catalogue and the tables made by these folders.
    ///
    /// @throws org.huboutcomes.catalogue.CatalogueFault if a file cannot be parsed
    public QueryDependencies(Catalogue catalogue, String... folders) {
        this(SqlFile.all(catalogue, Stream.concat(Stream.of("formulas"), Stream.of(folders))));
    }

    QueryDependencies(List<SqlFile> files) {
        Map<SqlFile, List<SqlStatement>> statements = new LinkedHashMap<>();
        for (SqlFile file : files) statements.put(file, file.statements());
        Map<SqlStatement, QueryNames> names = QueryParser.namesIn(
                statements.values().stream().flatMap(List::stream).toList());
        Map<SqlStatement, QueryNames> ofFormulas = new LinkedHashMap<>(names);
        ofFormulas.keySet().removeIf(statement -> statement.makes() != Makes.FORMULA);
        parameters = new TableParameters(ofFormulas);
        statements.forEach((file, ofFile) -> {
            List<Dependency> dependencies = new ArrayList<>();
            for (SqlStatement statement : ofFile) {
                QueryNames named = Objects.requireNonNull(names.get(statement));
                dependencies.add(new Dependency(
                        file,
                        statement,
                        named.withTables(parameters.tablesGiven(file.path(), named, statement.parameterNames()))));
            }
            byFile.put(file, dependencies);
            for (Dependency dependency : dependencies) {
                if (dependency.statement().makes() == Makes.FORMULA)
                    formulas.put(dependency.statement().name(), dependency);
                else if (dependency.statement().makes() != Makes.NOTHING)
                    tables.put(dependency.statement().name(), dependency);
            }
        });
    }

    /// All files that each query reads, directly or indirectly, by their paths under `jobs/` without extension,
    /// each with the normalised statements used from it. Comments and line breaks make no difference.
    ///
    /// @param queries the queries, by any name
    /// @return the result by the same names
    public SortedMap<String, SortedMap<String, String>> of(Map<String, String> queries) {
        normalize();
        SortedMap<String, SortedMap<String, String>> all = new TreeMap<>();
        namesIn(queries).forEach((name, read) -> {
            SortedMap<String, String> used = new TreeMap<>();
            for (Dependency dependency : reached(read))
                if (!dependency.statement().query().isEmpty())
                    used.merge(
                            dependency.file().id(),
                            dependency.statement().parameters() + normalizedSql.get(dependency.statement()),
                            (one, other) -> one + "\n" + other);
            all.put(name, used);
        });
        return all;
    }

    /// The tables that each query names itself, whether they exist or not.
    ///
    /// @param queries by the paths of their files
    static SortedMap<String, SortedSet<String>> tablesNamedIn(Map<String, String> queries) {
        SortedMap<String, SortedSet<String>> tables = new TreeMap<>();
        names(queries).forEach((path, named) -> tables.put(path, new TreeSet<>(named.tables())));
        return tables;
    }

    /// The files that make what a file names. These include the file itself if a statement reads the table that it
    /// makes.
    Set<SqlFile> filesReadBy(SqlFile file) {
        Set<SqlFile> read = new LinkedHashSet<>();
        for (Dependency reader : ofFile(file))
            for (Dependency dependency : direct(reader.names()))
                if (!dependency.file().equals(file) || dependency.equals(reader)) read.add(dependency.file());
        return read;
    }

    /// The files that make what queries read, directly or indirectly.
    Set<SqlFile> filesReadBy(Map<String, String> queries) {
        Set<SqlFile> read = new LinkedHashSet<>();
        for (QueryNames names : namesIn(queries).values())
            reached(names).forEach(dependency -> read.add(dependency.file()));
        return read;
    }

    /// The names of all tables that a file reads, also through formulas, whether they exist or not.
    SortedSet<String> tablesReadBy(SqlFile file) {
        SortedSet<String> read = new TreeSet<>();
        for (QueryNames names :
                withFormulas(ofFile(file).stream().map(Dependency::names).toList())) read.addAll(names.tables());
        return read;
    }

    /// The rows that a file reads, also through formulas, whether the tables exist or not.
    QueryInputs inputsOf(SqlFile file) {
        return inputs(ofFile(file).stream().map(Dependency::names).toList());
    }

    /// The rows that each query reads, also through formulas, whether the tables exist or not.
    ///
    /// @param queries the queries, by any name
    /// @return the result by the same names
    public Map<String, QueryInputs> inputsOf(Map<String, String> queries) {
        Map<String, QueryInputs> inputs = new TreeMap<>();
        namesIn(queries).forEach((name, names) -> inputs.put(name, inputs(List.of(names))));
        return inputs;
    }

    private QueryInputs inputs(List<QueryNames> queries) {
        return QueryInputs.of(
                withFormulas(queries).stream().map(QueryNames::inputs).toList());
    }

    /// The names in queries, and those in the formulas that they use.
    private List<QueryNames> withFormulas(List<QueryNames> queries) {
        List<QueryNames> all = new ArrayList<>();
        Set<Dependency> reached = new LinkedHashSet<>();
        Deque<QueryNames> toRead = new ArrayDeque<>(queries);
        while (!toRead.isEmpty()) {
            QueryNames names = toRead.pop();
            all.add(names);
            for (String function : names.functions()) {
                Dependency formula = formulas.get(function);
                if (formula != null && reached.add(formula)) toRead.add(formula.names());
            }
        }
        return all;
    }

    private List<Dependency> ofFile(SqlFile file) {
        return byFile.getOrDefault(file, List.of());
    }

    private List<Dependency> direct(QueryNames names) {
        return Stream.concat(
                        names.functions().stream().map(formulas::get),
                        names.tables().stream().map(tables::get))
                .filter(Objects::nonNull)
                .toList();
    }

    private Set<Dependency> reached(QueryNames names) {
        Set<Dependency> reached = new LinkedHashSet<>();
        Deque<QueryNames> toRead = new ArrayDeque<>(Set.of(names));
        while (!toRead.isEmpty())
            for (Dependency dependency : direct(toRead.pop()))
                if (reached.add(dependency)) toRead.add(dependency.names());
        return reached;
    }

    /// The names in queries, with the tables that they pass to formulas.
    private Map<String, QueryNames> namesIn(Map<String, String> queries) {
        Map<String, QueryNames> all = names(queries);
        all.replaceAll((name, named) -> named.withTables(parameters.tablesGiven(name, named, List.of())));
        return all;
    }

    private static Map<String, QueryNames> names(Map<String, String> queries) {
        Map<String, SqlStatement> statements = new TreeMap<>();
        queries.forEach((name, query) -> SqlStatement.allOf(name, query).stream()
                .findFirst()
                .ifPresent(statement -> statements.put(name, statement)));
        Map<SqlStatement, QueryNames> read = QueryParser.namesIn(statements.values());
        Map<String, QueryNames> names = new TreeMap<>();
        statements.forEach((name, statement) -> names.put(name, read.getOrDefault(statement, QueryNames.NONE)));
        return names;
    }

    private void normalize() {
        if (!normalizedSql.isEmpty()) return;
        List<SqlStatement> queries = Stream.concat(formulas.values().stream(), tables.values().stream())
                .map(Dependency::statement)
                .filter(statement -> !statement.query().isEmpty())
                .toList();
        normalizedSql.putAll(QueryParser.normalize(queries));
    }
}
