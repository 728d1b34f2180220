package org.huboutcomes.tables;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The tables that a query reads and the functions that it calls, in lower case, because DuckDB compares names
/// without case.
///
/// @param inputs without the tables that the query defines itself in `with`
/// @param calls the function calls with their arguments, some of which are names of tables
record QueryNames(QueryInputs inputs, Set<String> functions, Set<Call> calls) {

    static final QueryNames NONE = new QueryNames(QueryInputs.NONE, Set.of(), Set.of());

    record Call(String function, List<Argument> arguments) {}

    /// @param label the parameter if the call names it; otherwise empty
    /// @param table the table if the argument is the name of one: empty if the query defines that name itself, null
    /// if the argument is not a name
    record Argument(String label, @Nullable String table) {}

    /// Functions that SQL writes without parentheses, like columns.
    static final Set<String> CLOCK =
            Set.of("current_date", "current_time", "current_timestamp", "localtime", "localtimestamp");

    /// A table of the store is in one of these, if a schema is named.
    private static final Set<String> SCHEMAS = Set.of("main", "temp");

    /// @param tree the syntax tree from `json_serialize_sql`
    static QueryNames of(JsonNode tree) {
        QueryNames names = new QueryNames(
                new QueryInputs(new TreeSet<>(), new TreeSet<>()), new TreeSet<>(), new LinkedHashSet<>());
        names.add(tree, Set.of());
        return names;
    }

    /// @param defined the names defined by `with` at this place
    private void add(JsonNode node, Set<String> defined) {
        String type = node.path("type").asString("");
        if (node.has("function_name")) addCall(node, defined);
        if (type.equals("COLUMN_REF")) addClock(node.path("column_names"));
        if (type.equals("BASE_TABLE")) addTable(node, defined);
        if (addFilter(node, defined)) return;
        Set<String> below = addDefinitions(node.path("cte_map").path("map"), defined);
        for (Map.Entry<String, JsonNode> child : node.properties())
            if (!child.getKey().equals("cte_map"))
                add(
                        child.getValue(),
                        type.equals("RECURSIVE_CTE_NODE") && child.getKey().equals("right")
                                ? with(below, lower(node.path("cte_name")))
                                : below);
        if (node.isArray()) for (JsonNode child : node) add(child, below);
    }

    /// A definition sees those before it, but not itself, except in the recursive part of a recursive one.
    private Set<String> addDefinitions(JsonNode definitions, Set<String> defined) {
        Set<String> below = defined;
        for (JsonNode definition : definitions) {
            add(definition.path("value"), below);
            below = with(below, lower(definition.path("key")));
        }
        return below;
    }

    private void addCall(JsonNode call, Set<String> defined) {
        String function = lower(call.path("function_name"));
        functions.add(function);
        if (call.path("is_operator").asBoolean()) return;
        List<Argument> arguments = new ArrayList<>();
        for (JsonNode argument : call.path("arguments")) {
            String name = name(argument.path("expression"));
            arguments.add(
                    new Argument(lower(argument.path("name")), name != null && defined.contains(name) ? "" : name));
        }
        calls.add(new Call(function, arguments));
    }

    private void addClock(JsonNode columns) {
        if (columns.size() == 1 && CLOCK.contains(lower(columns.path(0)))) functions.add(lower(columns.path(0)));
    }

    /// The name in an expression, if it is a single word or a text.
    private static @Nullable String name(JsonNode expression) {
        JsonNode columns = expression.path("column_names");
        if (columns.size() == 1) return lower(columns.path(0));
        boolean isText = expression.path("literal").path("kind").asString("").equals("STRING");
        return isText ? lower(expression.path("literal").path("text")) : null;
    }

    private void addTable(JsonNode table, Set<String> defined) {
        String name = table(table, defined);
        if (name != null) inputs.tables().add(name);
    }

    /// The name of a table of the store; null for a name that the query defines itself, and for anything else.
    private static @Nullable String table(JsonNode table, Set<String> defined) {
        if (!table.path("type").asString("").equals("BASE_TABLE")) return null;
        JsonNode path = table.path("qualified_name").path("path");
        String name = lower(table.path("table_name"));
        boolean isQualified = path.size() > 1;
        boolean isOfStore = isQualified ? SCHEMAS.contains(lower(path.path(path.size() - 2))) : !defined.contains(name);
        return isOfStore ? name : null;
    }

    /// Adds a table of which only rows with a match are read: `activity semi join claim_in_force using (claim)`.
    ///
    /// @return whether the node is such a join and nothing else
    private boolean addFilter(JsonNode join, Set<String> defined) {
        if (!join.path("join_type").asString("").equals("SEMI")) return false;
        String table = table(join.path("left"), defined);
        String by = table(join.path("right"), defined);
        String column = sharedColumn(join);
        if (table == null || by == null || column == null) return false;
        inputs.filtered().add(new QueryInputs.Filtered(table, by, column));
        return true;
    }

    /// The column by which two tables are joined, if it is only one and has the same name in both.
    private static @Nullable String sharedColumn(JsonNode join) {
        JsonNode using = join.path("using_columns");
        JsonNode condition = join.path("condition");
        if (using.size() == 1 && condition.isNull()) return lower(using.path(0));
        if (!using.isEmpty() || !condition.path("type").asString("").equals("COMPARE_EQUAL")) return null;
        Map<String, String> columns = new TreeMap<>();
        for (String side : List.of("left", "right")) {
            JsonNode column = condition.path(side).path("column_names");
            if (column.size() == 2) columns.put(lower(column.path(0)), lower(column.path(1)));
        }
        Set<String> shared = new TreeSet<>(columns.values());
        boolean isOfBoth = columns.size() == 2
                && columns.containsKey(calledIn(join, "left"))
                && columns.containsKey(calledIn(join, "right"));
        return isOfBoth && shared.size() == 1 ? shared.iterator().next() : null;
    }

    /// The alias of a table's columns in a join.
    private static String calledIn(JsonNode join, String side) {
        String alias = lower(join.path(side).path("alias"));
        return alias.isEmpty() ? lower(join.path(side).path("table_name")) : alias;
    }

    /// The names of the tables.
    Set<String> tables() {
        return inputs.allTables();
    }

    /// The same with the tables read through calls.
    QueryNames withTables(Set<String> others) {
        QueryInputs more = new QueryInputs(new TreeSet<>(inputs.tables()), inputs.filtered());
        more.tables().addAll(others);
        return new QueryNames(more, functions, calls);
    }

    private static Set<String> with(Set<String> names, String name) {
        Set<String> more = new HashSet<>(names);
        more.add(name);
        return more;
    }

    private static String lower(JsonNode text) {
        return text.asString("").toLowerCase(Locale.ROOT);
    }
}
