package org.huboutcomes.publish.disclosure;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Chooses the printed counts to hide, so that enough whole numbers remain possible for every protected count.
/// Counts that were hidden when last published stay hidden, so that a run without changes publishes the same bytes.
/// While a protected count is exposed, the cheapest count in a relation with it is hidden, possibly itself; if all
/// of these are hidden, the cheapest of the counts related to them.
final class Suppression {

    private final Counts counts;
    private final int[][] relationsOf;
    private final BitSet hidden = new BitSet();

    /// Counts that are exposed even if everything is hidden.
    private final BitSet exposedAnyway = new BitSet();

    Suppression(Counts counts) {
        this.counts = counts;
        this.relationsOf = counts.relationsOf();
        for (int count = 0; count < counts.size(); count++)
            if (counts.wasHidden()[count] && canBeHidden(count)) hidden.set(count);
        BitSet all = (BitSet) hidden.clone();
        IntStream.range(0, counts.size()).filter(this::canBeHidden).forEach(all::set);
        exposed(new Ranges(counts, relationsOf, all, exposedAnyway)).forEach(exposedAnyway::set);
        Ranges ranges = ranges();
        while (hideOneForEach(ranges)) ranges = ranges();
        printAgain(ranges);
    }

    /// Prints counts again that need not be hidden, starting with the most expensive: many are hidden before the
    /// effective ones are found.
    private void printAgain(Ranges ranges) {
        List<Integer> dearest = hidden.stream()
                .boxed()
                .sorted(Comparator.comparingLong((Integer count) -> -counts.cost()[count])
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        for (int count : dearest) if (ranges.print(count)) hidden.clear(count);
    }

    boolean isHidden(int count) {
        return hidden.get(count);
    }

    /// The final ranges.
    Ranges ranges() {
        return new Ranges(counts, relationsOf, hidden, exposedAnyway);
    }

    /// Hides one count for each exposed count; if exposed counts share a relation, only for one of them per round,
    /// because that may protect the others too.
    private boolean hideOneForEach(Ranges ranges) {
        BitSet served = new BitSet(counts.relations());
        boolean any = false;
        for (int count : exposed(ranges)) {
            if (IntStream.of(relationsOf[count]).anyMatch(served::get)) continue;
            int partner = cheapest(count);
            if (partner < 0) continue;
            hidden.set(partner);
            any = true;
            IntStream.of(relationsOf[count]).forEach(served::set);
            IntStream.of(relationsOf[partner]).forEach(served::set);
        }
        return any;
    }

    private List<Integer> exposed(Ranges ranges) {
        return IntStream.range(0, counts.size()).filter(ranges::exposes).boxed().toList();
    }

    /// The cheapest count to hide among those related to this one, directly or through others.
    private int cheapest(int count) {
        BitSet found = new BitSet(counts.size());
        found.set(count);
        for (int before = 0; found.cardinality() > before; ) {
            before = found.cardinality();
            for (int each : found.stream().toArray())
                for (int relation : relationsOf[each]) for (int member : counts.members()[relation]) found.set(member);
            int cheapest = found.stream()
                    .filter(this::canBeHidden)
                    .boxed()
                    .min(Comparator.comparingLong((Integer each) -> counts.cost()[each])
                            .thenComparing(Comparator.naturalOrder()))
                    .orElse(-1);
            if (cheapest >= 0) return cheapest;
        }
        return canBeHidden(count) ? count : -1;
    }

    /// Hiding a count whose range is known without it has no effect.
    private boolean canBeHidden(int count) {
        return counts.isPrinted()[count]
                && !hidden.get(count)
                && (counts.least()[count] < counts.printedLeast()[count]
                        || counts.most()[count] > counts.printedMost()[count]);
    }
}
