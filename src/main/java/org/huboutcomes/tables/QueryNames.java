package org.huboutcomes.tables;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The tables that a query reads and the functions that it calls, in lower case, since DuckDB makes no difference
/// between upper and lower case in names.
///
/// @param tables without those that the query defines for itself after `with`
/// @param calls of the functions, with what they are given: some are given the name of a table
record QueryNames(Set<String> tables, Set<String> functions, Set<Call> calls) {

    static final QueryNames NONE = new QueryNames(Set.of(), Set.of(), Set.of());

    record Call(String function, List<Argument> arguments) {}

    /// @param label the parameter, where the call names it; otherwise empty
    /// @param table which table it is, if it is the name of one: empty where the query defines that name for itself,
    ///     null where the argument is not a name
    record Argument(String label, @Nullable String table) {}

    /// Where a schema or catalogue is named, a table of the store is in one of these.
    private static final Set<String> SCHEMAS = Set.of("main", "temp");

    /// @param tree the syntax tree, as `json_serialize_sql` gives it
    static QueryNames of(JsonNode tree) {
        QueryNames names = new QueryNames(new TreeSet<>(), new TreeSet<>(), new LinkedHashSet<>());
        names.add(tree, Set.of());
        return names;
    }

    /// @param defined the names that stand for a query after `with` here
    private void add(JsonNode node, Set<String> defined) {
        String type = node.path("type").asString("");
        if (node.has("function_name")) addCall(node, defined);
        if (type.equals("BASE_TABLE")) addTable(node, defined);
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

    /// A definition sees those before it. It does not see itself, except in the repeated part of a recursive one.
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

    /// The name that an expression may be, if it is a single word or a text.
    private static @Nullable String name(JsonNode expression) {
        JsonNode columns = expression.path("column_names");
        if (columns.size() == 1) return lower(columns.path(0));
        boolean isText = expression.path("literal").path("kind").asString("").equals("STRING");
        return isText ? lower(expression.path("literal").path("text")) : null;
    }

    private void addTable(JsonNode table, Set<String> defined) {
        JsonNode path = table.path("qualified_name").path("path");
        String name = lower(table.path("table_name"));
        boolean isQualified = path.size() > 1;
        if (isQualified ? SCHEMAS.contains(lower(path.path(path.size() - 2))) : !defined.contains(name))
            tables.add(name);
    }

    /// The same, with tables that are read through calls.
    QueryNames withTables(Set<String> others) {
        Set<String> all = new TreeSet<>(tables);
        all.addAll(others);
        return new QueryNames(all, functions, calls);
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
