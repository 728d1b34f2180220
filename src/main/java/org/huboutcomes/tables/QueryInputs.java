package org.huboutcomes.tables;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// The rows that a query reads, directly or through formulas.
///
/// @param tables tables of which any row may matter
/// @param filtered tables of which only some rows matter
public record QueryInputs(SortedSet<String> tables, SortedSet<Filtered> filtered) {

    static final QueryInputs NONE = new QueryInputs(Collections.emptySortedSet(), Collections.emptySortedSet());

    /// A table of which only rows with a match in another table matter.
    ///
    /// @param by the other table
    /// @param column the column of both by which rows match
    record Filtered(String table, String by, String column) implements Comparable<Filtered> {

        private static final Comparator<Filtered> ORDER = Comparator.comparing(Filtered::table)
                .thenComparing(Filtered::by)
                .thenComparing(Filtered::column);

        @Override
        public int compareTo(Filtered other) {
            return ORDER.compare(this, other);
        }
    }

    /// The names of all tables of which any row is read.
    SortedSet<String> allTables() {
        SortedSet<String> all = new TreeSet<>(tables);
        for (Filtered one : filtered) {
            all.add(one.table());
            all.add(one.by());
        }
        return all;
    }

    /// Whether any row of a table may matter.
    public boolean reads(String table) {
        return tables.contains(table);
    }

    /// The same without a table.
    QueryInputs without(String table) {
        SortedSet<String> others = new TreeSet<>(tables);
        others.remove(table);
        return new QueryInputs(others, filtered);
    }

    /// The union of what several queries read.
    static QueryInputs of(List<QueryInputs> queries) {
        QueryInputs all = new QueryInputs(new TreeSet<>(), new TreeSet<>());
        for (QueryInputs query : queries) {
            all.tables.addAll(query.tables);
            all.filtered.addAll(query.filtered);
        }
        return all;
    }
}
