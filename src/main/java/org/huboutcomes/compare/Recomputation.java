package org.huboutcomes.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.explain.ExplainedRows;
import org.huboutcomes.indicators.Indicators;
import org.huboutcomes.publish.Publication;
import org.huboutcomes.store.Store;
import org.huboutcomes.tables.CatalogueTables;

/// Recomputes figures from the rows of a store, in a transaction that is rolled back.
public final class Recomputation {

    private final Store store;
    private final Catalogue catalogue;

    /// @param catalogue the catalogue with the tables and indicators to use
    public Recomputation(Store store, Catalogue catalogue) {
        this.store = store;
        this.catalogue = catalogue;
    }

    /// A figure that another catalogue, or other rows, would change.
    ///
    /// @param before the published value; empty if there is none
    public record Difference(List<String> figure, String before, String after) {

        public Difference {
            figure = List.copyOf(figure);
        }
    }

    /// The values that differ from those of a snapshot.
    public List<Difference> changesOf(Snapshot snapshot) throws IOException {
        Map<List<String>, ComparedFigure> before = snapshot.figures();
        Map<List<String>, ComparedFigure> after =
                store.inRolledBackTransaction(connection -> figures(new ExplainedRows(connection)));
        Set<List<String>> keys = new TreeSet<>(ComparedFigure.IN_ORDER);
        keys.addAll(before.keySet());
        keys.addAll(after.keySet());
        List<Difference> differences = new ArrayList<>();
        for (List<String> key : keys) {
            String was = before.getOrDefault(key, ComparedFigure.ABSENT).value();
            String is = after.getOrDefault(key, ComparedFigure.ABSENT).value();
            if (!was.equals(is)) differences.add(new Difference(key, was, is));
        }
        return differences;
    }

    /// All figures of the restricted profile with these claims in force.
    Map<List<String>, ComparedFigure> figures(Set<Long> claims) {
        return store.inRolledBackTransaction(connection -> {
            ExplainedRows rows = new ExplainedRows(connection);
            rows.change("update claim set in_force = list_contains(?::bigint[], claim)", claims.toString());
            putBackParts(rows, claims);
            return figures(rows);
        });
    }

    private Map<List<String>, ComparedFigure> figures(ExplainedRows rows) {
        CatalogueTables tables = new CatalogueTables(catalogue);
        tables.defineForOnce(rows.connection());
        new Indicators(catalogue).describe(rows.connection());
        tables.build(rows.connection());
        new Indicators(catalogue).measure(rows.connection());
        new Publication(catalogue).makeFigures(rows.connection());
        Map<List<String>, ComparedFigure> figures = new TreeMap<>(ComparedFigure.IN_ORDER);
        for (Map<String, Object> row : rows.of("from indicators_csv"))
            figures.put(
                    ComparedFigure.key(column -> String.valueOf(row.get(column))),
                    ComparedFigure.of(column -> String.valueOf(row.get(column))));
        return figures;
    }

    /// Puts rows back into their claim if the claim that replaced them is not in force in this step.
    private static void putBackParts(ExplainedRows rows, Set<Long> claims) {
        for (Map<String, Object> part : rows.of("""
                select part, claim, return_name
                from claim_part
                join claim using (claim)
                where
                    list_contains(?::bigint[], claim)
                    and not list_contains(?::bigint[], claim_part.replaced_by)
                """, claims.toString(), claims.toString()))
            rows.change(
                    "update " + part.get("return_name") + " set claim = ?::bigint where claim = ?::bigint",
                    String.valueOf(part.get("claim")),
                    String.valueOf(part.get("part")));
    }
}
