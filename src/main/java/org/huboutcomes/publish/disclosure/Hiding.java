package org.huboutcomes.publish.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which printed counts to hide so that no protected one can be worked out, and none of them without need.
///
/// First partners are hidden, the cheapest that will do, until nothing hidden can be solved; then each partner is shown
/// again, the dearest first, unless a protected count would be given away.
final class Hiding {

    private final Counts counts;
    private final boolean[] isHidden;

    /// In which round a count was hidden.
    private final int[] hiddenIn;

    /// Knows all that is left to be known.
    private Reader reader;

    /// The printed counts that are to be hidden beside those that are protected themselves. Each group of counts that
    /// hang together is a matter of its own, on whichever thread.
    static List<Integer> partnersIn(Counts counts) {
        return counts.groups().parallelStream()
                .filter(group -> IntStream.of(group).anyMatch(count -> counts.isProtected()[count]))
                .flatMap(group -> partnersInGroup(counts.only(group)).map(place -> group[place]))
                .sorted()
                .toList();
    }

    /// Where readers who knew what has not moved since an edition could work a protected count out whatever is hidden
    /// now, they are at least not told that it has not moved: then what the edition has shown may be hidden again.
    private static Stream<Integer> partnersInGroup(Counts group) {
        Hiding hiding = new Hiding(group);
        Set<Integer> partners = new TreeSet<>(hiding.partners());
        if (hiding.givesAway()) partners.addAll(new Hiding(group.forgotten()).partners());
        return partners.stream();
    }

    private Hiding(Counts counts) {
        this.counts = counts;
        this.isHidden = counts.isPrimary().clone();
        this.hiddenIn = new int[counts.size()];
        this.reader = new Reader(counts, isHidden);
    }

    private boolean givesAway() {
        return IntStream.range(0, counts.size())
                .anyMatch(count -> counts.isProtected()[count] && reader.isSolved(count));
    }

    private List<Integer> partners() {
        int round = 0;
        while (hidePartners(++round)) {}
        reader = showAgain();
        return IntStream.range(0, counts.size())
                .filter(count -> isHidden[count] && !counts.isPrimary()[count] && !reader.isSolved(count))
                .boxed()
                .toList();
    }

    /// Reads each sum by itself as long as that gives anything away, which is quick, and then all together.
    private boolean hidePartners(int round) {
        Reader reader = new Reader(counts, isHidden).readSums();
        return hidePartners(exposed(reader), reader, round)
                || hidePartners(exposed(reader.combineSums()), reader, round);
    }

    /// A hidden count that can be solved protects no other. Those hidden last come first, for with them safe, those
    /// that they were hidden for may be safe too.
    private List<Integer> exposed(Reader reader) {
        return IntStream.range(0, counts.size())
                .filter(count -> reader.isSolved(count)
                        && !counts.isKnown()[count]
                        && (counts.isProtected()[count] || isHidden[count] && !counts.isPrimary()[count]))
                .boxed()
                .sorted(Comparator.comparing((Integer count) -> !counts.isPrinted()[count])
                        .thenComparing(count -> -hiddenIn[count]))
                .toList();
    }

    /// Of counts that hang together by a sum, only one gets a partner in a round: it may do for the others as well.
    private boolean hidePartners(List<Integer> exposed, Reader reader, int round) {
        BitSet served = new BitSet(counts.sums());
        boolean any = false;
        for (int count : exposed) {
            int[] sums = counts.sumsOf()[count];
            if (IntStream.of(sums).anyMatch(served::get)) continue;
            int partner = partner(count, reader);
            if (partner < 0) continue;
            isHidden[partner] = true;
            hiddenIn[partner] = round;
            any = true;
            for (int sum : sums) served.set(sum);
            for (int sum : counts.sumsOf()[partner]) served.set(sum);
        }
        return any;
    }

    /// From the sum that it was read from; else from one of its own sums of which nothing else is unknown; else from
    /// any.
    private int partner(int count, Reader reader) {
        int[] sums = counts.sumsOf()[count];
        int[] told = reader.readFrom(count) < 0
                ? IntStream.of(sums).filter(sum -> isSolved(sum, reader)).toArray()
                : new int[] {reader.readFrom(count)};
        int partner = cheapest(told);
        if (partner < 0) partner = cheapest(sums);
        return partner < 0 ? cheapest(sumsAround(sums)) : partner;
    }

    private boolean isSolved(int sum, Reader reader) {
        return IntStream.of(counts.members()[sum]).allMatch(reader::isSolved);
    }

    private int[] sumsAround(int[] sums) {
        return IntStream.of(sums)
                .flatMap(sum -> IntStream.of(counts.members()[sum]))
                .flatMap(count -> IntStream.of(counts.sumsOf()[count]))
                .distinct()
                .toArray();
    }

    private int cheapest(int[] sums) {
        return IntStream.of(sums)
                .flatMap(sum -> IntStream.of(counts.members()[sum]))
                .filter(this::canBeHidden)
                .boxed()
                .min(Comparator.comparingLong((Integer count) -> counts.cost()[count])
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(-1);
    }

    /// No 0 is ever hidden, and what is known already would hide nothing.
    private boolean canBeHidden(int count) {
        return counts.isPrinted()[count] && !isHidden[count] && !counts.isKnown()[count] && counts.number()[count] > 0;
    }

    private Reader showAgain() {
        Reader reader = new Reader(counts, isHidden).readSums().combineSums();
        List<Integer> dearestFirst = new ArrayList<>(IntStream.range(0, counts.size())
                .filter(count -> isHidden[count] && !counts.isPrimary()[count])
                .boxed()
                .sorted(Comparator.comparingLong((Integer count) -> -counts.cost()[count])
                        .thenComparing(Comparator.naturalOrder()))
                .toList());
        for (int partner : dearestFirst) reader.learns(partner);
        return reader;
    }
}
