package org.huboutcomes.publish.disclosure;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// The ranges in which readers know each count to lie, given which counts are hidden. In a relation, the range of one
/// count follows from the ranges of the others; ranges are narrowed until nothing changes.
final class Ranges {

    private final Counts counts;
    private final int[][] relationsOf;
    private final BitSet exposedAnyway;
    private final long[] lower;
    private final long[] upper;
    private final Deque<Integer> waiting = new ArrayDeque<>();
    private final BitSet isWaiting;

    /// The previous ranges of counts that have changed.
    private final Map<Integer, long[]> before = new HashMap<>();

    /// @param exposedAnyway counts that are exposed whatever is hidden
    Ranges(Counts counts, int[][] relationsOf, BitSet hidden, BitSet exposedAnyway) {
        this.counts = counts;
        this.exposedAnyway = exposedAnyway;
        this.relationsOf = relationsOf;
        this.lower = new long[counts.size()];
        this.upper = new long[counts.size()];
        this.isWaiting = new BitSet(counts.relations());
        for (int count = 0; count < counts.size(); count++) {
            boolean isShown = counts.isPrinted()[count] && !hidden.get(count);
            lower[count] = isShown ? counts.printedLeast()[count] : counts.least()[count];
            upper[count] = isShown ? counts.printedMost()[count] : counts.most()[count];
        }
        for (int relation = 0; relation < counts.relations(); relation++) await(relation);
        narrow();
    }

    /// Narrows all ranges as if a hidden count were printed, unless that exposes a protected count: then nothing
    /// changes. Printing can only narrow ranges, so those found before are a start.
    boolean print(int count) {
        before.clear();
        narrowTo(count, counts.printedLeast()[count], counts.printedMost()[count], -1);
        narrow();
        boolean exposesAny = before.keySet().stream().anyMatch(this::exposes);
        if (exposesAny)
            before.forEach((changed, range) -> {
                lower[changed] = range[0];
                upper[changed] = range[1];
            });
        return !exposesAny;
    }

    private void narrow() {
        while (!waiting.isEmpty()) {
            int relation = waiting.remove();
            isWaiting.clear(relation);
            narrow(relation);
        }
    }

    long lower(int count) {
        return lower[count];
    }

    long upper(int count) {
        return upper[count];
    }

    /// Whether too few numbers remain possible for a protected count, and hiding could change that.
    boolean exposes(int count) {
        return !exposedAnyway.get(count) && upper[count] - lower[count] + 1 < counts.mustFit()[count];
    }

    private void await(int relation) {
        if (isWaiting.get(relation)) return;
        isWaiting.set(relation);
        waiting.add(relation);
    }

    private void narrow(int relation) {
        int[] members = counts.members()[relation];
        int[] signs = counts.signs()[relation];
        long least = 0;
        long most = 0;
        for (int i = 0; i < members.length; i++) {
            least += signs[i] * (signs[i] > 0 ? lower : upper)[members[i]];
            most += signs[i] * (signs[i] > 0 ? upper : lower)[members[i]];
        }
        for (int i = 0; i < members.length; i++) {
            int count = members[i];
            int sign = signs[i];
            long mostOfIt = counts.sumMost()[relation] - least + sign * (sign > 0 ? lower : upper)[count];
            long leastOfIt = counts.sumLeast()[relation] - most + sign * (sign > 0 ? upper : lower)[count];
            long from = -Math.floorDiv(sign > 0 ? -leastOfIt : mostOfIt, Math.abs(sign));
            long to = Math.floorDiv(sign > 0 ? mostOfIt : -leastOfIt, Math.abs(sign));
            narrowTo(count, from, to, relation);
        }
    }

    private void narrowTo(int count, long from, long to, int relation) {
        if (from <= lower[count] && to >= upper[count]) return;
        before.putIfAbsent(count, new long[] {lower[count], upper[count]});
        lower[count] = Math.max(lower[count], from);
        upper[count] = Math.min(upper[count], to);
        for (int other : relationsOf[count]) if (other != relation) await(other);
    }
}
