package org.huboutcomes.explain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.indicators.Indicators;
import org.huboutcomes.publish.Publication;
import org.huboutcomes.store.Store;
import org.huboutcomes.tables.Tables;

/// Two editions or nights, and for each figure that differs how much of the difference each cause accounts for.
///
/// The store keeps every row that was ever in force. So the figures are made again step by step by the first one's
/// catalogue: with the rows that are new, then with those corrected, then with the register and the other lists, each
/// step in a transaction that is rolled back. What then remains comes from the definitions, or from the program that
/// reads them. The order matters where causes work on each other, and is always this one.
public final class Comparison {

    private final Store store;
    private final Frozen first;
    private final Frozen last;

    public Comparison(Store store, Frozen first, Frozen last) {
        this.store = store;
        this.first = first;
        this.last = last;
    }

    /// Every number that moved, in the order of the figures.
    public List<Moved> moved() throws IOException {
        Map<List<String>, Figure> from = first.figures();
        Map<List<String>, Figure> to = last.figures();
        Set<List<String>> differing = differing(from, to);
        if (differing.isEmpty()) return List.of();
        List<Map<List<String>, Figure>> states = new ArrayList<>(List.of(from));
        Set<Long> reached = Frozen.numbers(first.claims());
        Set<Long> lastClaims = Frozen.numbers(last.claims());
        boolean isCountedAlike = first.hasTheCatalogueOf(last);
        for (Set<Long> claims : steps()) {
            // A step that brings nothing need not be made, nor one that by the same catalogue brings all there is.
            if (claims.equals(reached)) states.add(states.get(states.size() - 1));
            else states.add(isCountedAlike && claims.equals(lastClaims) ? to : made(claims, differing));
            reached = claims;
        }
        states.add(to);
        return differing.stream().flatMap(key -> moved(key, states).stream()).toList();
    }

    /// Every number that readers of the public files see move. Both ends are theirs; what lies between was never told
    /// to them, and stays so.
    public List<Moved> movedForAll() throws IOException {
        Map<List<String>, Figure> from = first.publicFigures();
        Map<List<String>, Figure> to = last.publicFigures();
        List<Moved> moved = new ArrayList<>();
        for (List<String> key : differing(from, to)) {
            Figure before = from.getOrDefault(key, Figure.ABSENT);
            Figure now = to.getOrDefault(key, Figure.ABSENT);
            for (String measure : Figure.MEASURES)
                if (!before.of(measure).equals(now.of(measure))) moved.add(Moved.ends(key, measure, before, now));
        }
        return moved;
    }

    /// All that an edition or a night tells of what changed.
    ///
    /// @param since how the first is called where it is told
    /// @param upTo the last academic year that both are about
    public Changes changes(String since, int upTo) throws IOException {
        boolean isForAll = first.hasPublicFigures() && last.hasPublicFigures();
        return new Changes(since, upTo, moved(), isForAll ? movedForAll() : null);
    }

    /// What of the definitions differs, for each indicator of both: nothing told where the catalogues are the same.
    public List<Redefined> redefined() throws IOException {
        if (first.hasTheCatalogueOf(last)) return List.of();
        return Redefined.between(first.catalogue(), last.catalogue());
    }

    private static List<Moved> moved(List<String> key, List<Map<List<String>, Figure>> states) {
        List<Figure> one = states.stream()
                .map(state -> state.getOrDefault(key, Figure.ABSENT))
                .toList();
        return Figure.MEASURES.stream()
                .filter(measure ->
                        !one.get(0).of(measure).equals(one.get(one.size() - 1).of(measure)))
                .map(measure -> Moved.of(key, measure, one))
                .toList();
    }

    private static Set<List<String>> differing(Map<List<String>, Figure> from, Map<List<String>, Figure> to) {
        Set<List<String>> keys = new TreeSet<>(Figure.IN_ORDER);
        keys.addAll(from.keySet());
        keys.addAll(to.keySet());
        keys.removeIf(key -> !from.getOrDefault(key, Figure.ABSENT).differsFrom(to.getOrDefault(key, Figure.ABSENT)));
        return keys;
    }

    private List<Set<Long>> steps() throws IOException {
        List<Frozen.Held> had = first.claims();
        List<Frozen.Held> has = last.claims();
        return store.onTrial(connection -> new Steps(had, has, new Rows(connection)).inForce());
    }

    /// The wanted figures, as the first catalogue counts them with these claims in force.
    private Map<List<String>, Figure> made(Set<Long> claims, Set<List<String>> wanted) {
        return store.onTrial(connection -> {
            Rows rows = new Rows(connection);
            rows.change("update claim set in_force = list_contains(?::bigint[], claim)", claims.toString());
            Catalogue catalogue = first.catalogue();
            Tables tables = new Tables(catalogue);
            tables.define(connection);
            tables.build(connection);
            new Indicators(catalogue).measure(connection);
            new Publication(catalogue).makeFigures(connection);
            Map<List<String>, Figure> figures = new TreeMap<>(Figure.IN_ORDER);
            for (Map<String, Object> row : rows.of("from indicators_csv")) {
                List<String> key = Figure.key(column -> String.valueOf(row.get(column)));
                if (wanted.contains(key)) figures.put(key, Figure.of(column -> String.valueOf(row.get(column))));
            }
            return figures;
        });
    }
}
