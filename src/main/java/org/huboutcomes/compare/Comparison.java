package org.huboutcomes.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.huboutcomes.explain.ExplainedRows;
import org.huboutcomes.store.Store;

/// Compares two editions or nightly runs: for each figure that differs, how much of the difference each cause explains.
///
/// The store keeps every row that was ever in force. So the figures are recomputed step by step with the first
/// snapshot's catalogue: with new rows, then with corrected rows, then with the register and other lists. Each step
/// runs in a transaction that is rolled back. The remainder is due to changed definitions or to the program. Causes can
/// interact, so the order is fixed.
public final class Comparison {

    private final Store store;
    private final Snapshot first;
    private final Snapshot last;

    public Comparison(Store store, Snapshot first, Snapshot last) {
        this.store = store;
        this.first = first;
        this.last = last;
    }

    /// Every number that changed, in the order of the figures.
    public List<FigureChange> figureChanges() throws IOException {
        Map<List<String>, ComparedFigure> from = first.figures();
        Map<List<String>, ComparedFigure> to = last.figures();
        Set<List<String>> differing = differing(from, to);
        if (differing.isEmpty()) return List.of();
        List<Map<List<String>, ComparedFigure>> states = new ArrayList<>(List.of(from));
        Set<Long> reached = Snapshot.numbers(first.claims());
        Set<Long> lastClaims = Snapshot.numbers(last.claims());
        boolean isCountedAlike = first.hasTheCatalogueOf(last);
        for (Set<Long> claims : steps()) {
            // Skips steps without changes, and the last step if the catalogue is the same.
            if (claims.equals(reached)) states.add(states.get(states.size() - 1));
            else states.add(isCountedAlike && claims.equals(lastClaims) ? to : compute(claims, differing));
            reached = claims;
        }
        states.add(to);
        return differing.stream()
                .flatMap(key -> changesOf(key, states).stream())
                .toList();
    }

    /// Every number that changed in the public files. The intermediate steps were never public, so only the first and
    /// the last number are given.
    public List<FigureChange> publicFigureChanges() throws IOException {
        Map<List<String>, ComparedFigure> from = first.publicFigures();
        Map<List<String>, ComparedFigure> to = last.publicFigures();
        List<FigureChange> moved = new ArrayList<>();
        for (List<String> key : differing(from, to)) {
            ComparedFigure before = from.getOrDefault(key, ComparedFigure.ABSENT);
            ComparedFigure now = to.getOrDefault(key, ComparedFigure.ABSENT);
            for (String measure : ComparedFigure.MEASURES)
                if (!before.of(measure).equals(now.of(measure)))
                    moved.add(FigureChange.ends(key, measure, before, now));
        }
        return moved;
    }

    /// Everything that an edition or a nightly run reports as changed.
    ///
    /// @param since the label of the first snapshot
    /// @param upTo the last academic year in both
    public FigureChanges changes(String since, int upTo) throws IOException {
        boolean isForAll = first.hasPublicFigures() && last.hasPublicFigures();
        return new FigureChanges(since, upTo, figureChanges(), isForAll ? publicFigureChanges() : null);
    }

    /// The indicators in both catalogues whose definitions differ; empty if the catalogues are the same.
    public List<DefinitionChange> definitionChanges() throws IOException {
        if (first.hasTheCatalogueOf(last)) return List.of();
        return DefinitionChange.between(first.catalogue(), last.catalogue());
    }

    private static List<FigureChange> changesOf(List<String> key, List<Map<List<String>, ComparedFigure>> states) {
        List<ComparedFigure> one = states.stream()
                .map(state -> state.getOrDefault(key, ComparedFigure.ABSENT))
                .toList();
        return ComparedFigure.MEASURES.stream()
                .filter(measure ->
                        !one.get(0).of(measure).equals(one.get(one.size() - 1).of(measure)))
                .map(measure -> FigureChange.of(key, measure, one))
                .toList();
    }

    private static Set<List<String>> differing(
            Map<List<String>, ComparedFigure> from, Map<List<String>, ComparedFigure> to) {
        Set<List<String>> keys = new TreeSet<>(ComparedFigure.IN_ORDER);
        keys.addAll(from.keySet());
        keys.addAll(to.keySet());
        keys.removeIf(key -> !from.getOrDefault(key, ComparedFigure.ABSENT)
                .differsFrom(to.getOrDefault(key, ComparedFigure.ABSENT)));
        return keys;
    }

    private List<Set<Long>> steps() throws IOException {
        List<Snapshot.SnapshotClaim> claimsBefore = first.claims();
        List<Snapshot.SnapshotClaim> claimsAfter = last.claims();
        return store.inRolledBackTransaction(
                connection -> new ComparisonSteps(claimsBefore, claimsAfter, new ExplainedRows(connection)).inForce());
    }

    /// Computes the wanted figures with the first catalogue and these claims in force.
    private Map<List<String>, ComparedFigure> compute(Set<Long> claims, Set<List<String>> wanted) {
        Map<List<String>, ComparedFigure> figures = new Recomputation(store, first.catalogue()).figures(claims);
        figures.keySet().retainAll(wanted);
        return figures;
    }
}
