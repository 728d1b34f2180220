package org.huboutcomes.tables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.huboutcomes.catalogue.CatalogueFault;

/// Which parameters of formulas are names of tables: those that a formula passes to `query_table`, or to such a
/// parameter of another formula.
final class TableParameters {

    /// The parameter of DuckDB's own function that is the name of a table.
    private static final Map<String, Set<Integer>> OF_DUCKDB = Map.of("query_table", Set.of(0));

    private final Map<String, Set<Integer>> positions = new HashMap<>(OF_DUCKDB);
    private final Map<String, List<String>> parameters = new HashMap<>();

    /// @param formulas the names in the query of each formula
    TableParameters(Map<SqlStatement, QueryNames> formulas) {
        formulas.keySet().forEach(formula -> parameters.put(formula.name(), formula.parameterNames()));
        boolean isNew = true;
        while (isNew) {
            isNew = false;
            for (Map.Entry<SqlStatement, QueryNames> formula : formulas.entrySet()) isNew |= find(formula);
        }
    }

    private boolean find(Map.Entry<SqlStatement, QueryNames> formula) {
        List<String> own = formula.getKey().parameterNames();
        Set<Integer> found = positions.computeIfAbsent(formula.getKey().name(), none -> new HashSet<>());
        boolean isNew = false;
        for (QueryNames.Argument argument : given(formula.getValue().calls()))
            if (argument.table() != null && own.contains(argument.table()))
                isNew |= found.add(own.indexOf(argument.table()));
        return isNew;
    }

    /// The tables that a query passes to formulas by name.
    ///
    /// @param path its file
    /// @param own the parameters of the formula, if the query is a formula's; otherwise empty
    /// @throws CatalogueFault if the name of a table is computed, and so not known before the query runs
    Set<String> tablesGiven(String path, QueryNames query, List<String> own) {
        if (query.functions().contains("query")) throw hides(path, "query");
        Set<String> tables = new TreeSet<>();
        for (QueryNames.Call call : query.calls())
            for (QueryNames.Argument argument : given(List.of(call))) {
                if (argument.table() == null) throw hides(path, call.function());
                if (!argument.table().isEmpty() && !own.contains(argument.table())) tables.add(argument.table());
            }
        return tables;
    }

    private static CatalogueFault hides(String path, String function) {
        return new CatalogueFault(
                "%s uses %s in a way that hides which table it reads; name the table.".formatted(path, function));
    }

    /// The arguments for parameters that are names of tables.
    private List<QueryNames.Argument> given(Collection<QueryNames.Call> calls) {
        List<QueryNames.Argument> given = new ArrayList<>();
        for (QueryNames.Call call : calls)
            for (int position : positions.getOrDefault(call.function(), Set.of()))
                for (int i = 0; i < call.arguments().size(); i++) {
                    QueryNames.Argument argument = call.arguments().get(i);
                    String label = argument.label();
                    List<String> names = parameters.getOrDefault(call.function(), List.of());
                    if (label.isEmpty() ? i == position : names.indexOf(label) == position) given.add(argument);
                }
        return given;
    }
}
