package org.huboutcomes.tables;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.store.Store;
import org.huboutcomes.store.StoreFault;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Reads queries with DuckDB's own parser.
final class QueryParser {

    private static final String TREE = "select json_serialize_sql(?)";
    private static final String NORMALIZED = "select json_deserialize_sql(json_serialize_sql(?))";

    /// Allows deep nesting, because each operator of a long expression is inside the one before.
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(10_000)
                            .build())
                    .build())
            .build();

    /// Cached by the text of the query, which alone determines its names: a process opens its catalogue many times.
    private static final Map<String, QueryNames> PARSED = new ConcurrentHashMap<>();

    private QueryParser() {}

    /// The names in the query of each statement.
    static Map<SqlStatement, QueryNames> namesIn(Collection<SqlStatement> statements) {
        List<SqlStatement> others = statements.stream()
                .filter(statement -> !PARSED.containsKey(statement.query()))
                .toList();
        ask(TREE, others).forEach((statement, tree) -> PARSED.put(statement.query(), names(statement, tree)));
        Map<SqlStatement, QueryNames> names = new LinkedHashMap<>();
        for (SqlStatement statement : statements) names.put(statement, PARSED.get(statement.query()));
        return names;
    }

    /// The query of each statement as DuckDB would write it, without comments and in one layout.
    static Map<SqlStatement, String> normalize(Collection<SqlStatement> statements) {
        return ask(NORMALIZED, statements);
    }

    private static Map<SqlStatement, String> ask(String question, Collection<SqlStatement> statements) {
        Map<SqlStatement, String> answers = new LinkedHashMap<>();
        if (statements.isEmpty()) return answers;
        try (Store scratch = Store.inMemory();
                Connection connection = scratch.dataSource().getConnection();
                PreparedStatement parse = connection.prepareStatement(question)) {
            for (SqlStatement statement : statements) {
                parse.setString(1, statement.query());
                try (ResultSet answer = parse.executeQuery()) {
                    answer.next();
                    answers.put(statement, answer.getString(1));
                }
            }
            return answers;
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    private static QueryNames names(SqlStatement statement, String answer) {
        JsonNode tree = JSON.readTree(answer);
        if (tree.path("error").asBoolean()) throw refused(statement, tree);
        QueryNames names = QueryNames.of(tree);
        Set<String> changing = new TreeSet<>(names.functions());
        changing.retainAll(Changing.FUNCTIONS);
        if (!changing.isEmpty())
            throw new CatalogueFault(
                    "%s calls %s, which may give another answer tomorrow although no row has changed; the day of the run is in the table run_day."
                            .formatted(statement.path(), changing.iterator().next()));
        return names;
    }

    /// Functions that depend on more than their arguments, such as the clock, according to DuckDB. A query that
    /// calls one of these would not run again when it should.
    private static final class Changing {

        static final Set<String> FUNCTIONS = functions();

        private static Set<String> functions() {
            try (Store scratch = Store.inMemory();
                    Connection connection = scratch.dataSource().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("""
                            select function_name
                            from duckdb_functions()
                            where stability <> 'CONSISTENT' and function_name <> 'error'
                            """)) {
                Set<String> functions = new HashSet<>(QueryNames.CLOCK);
                while (rows.next()) functions.add(rows.getString(1));
                return functions;
            } catch (SQLException e) {
                throw StoreFault.of(e);
            }
        }
    }

    private static CatalogueFault refused(SqlStatement statement, JsonNode error) {
        if (!error.path("error_type").asString("").equals("parser"))
            return new CatalogueFault(
                    "%s has a statement that is neither a query nor makes a table, a view or a formula (line %d); remove it."
                            .formatted(statement.path(), statement.line()));
        byte[] query = statement.query().getBytes(StandardCharsets.UTF_8);
        int line = statement.line();
        for (int i = 0; i < Math.min(query.length, error.path("position").asInt(0)); i++) if (query[i] == '\n') line++;
        return new CatalogueFault("%s cannot be run: Parser Error: %s (line %d)"
                .formatted(statement.path(), error.path("error_message").asString(""), line));
    }
}
