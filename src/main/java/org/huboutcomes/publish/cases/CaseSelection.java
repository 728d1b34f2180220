package org.huboutcomes.publish.cases;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A sample of hubs as diverse as can be: of all samples of a size, the one whose two most similar hubs are the
/// furthest apart; where that is equal, whose next most similar two are, and so on; and then the first by hub codes.
/// Up to 10,000 samples are all compared. Of more, hubs are added one by one, the best each time, from each hub as the
/// first; then hubs are exchanged, one for one, as long as that makes the sample better. The same hubs always give the
/// same sample.
///
/// @param cases by hub code
/// @param isExhaustive whether all samples were compared
public record CaseSelection(List<SelectedCase> cases, boolean isExhaustive) {

    private static final BigInteger MOST_COMPARED = BigInteger.valueOf(10_000);

    public CaseSelection {
        cases = List.copyOf(cases);
    }

    /// @param size at least 1, and at most the number of hubs
    public static CaseSelection of(List<HubCase> hubs, int size) {
        if (size < 1 || size > hubs.size())
            throw new IllegalArgumentException("%d of %d hubs cannot be chosen.".formatted(size, hubs.size()));
        List<HubCase> ordered =
                hubs.stream().sorted(Comparator.comparing(HubCase::hub)).toList();
        boolean isExhaustive = samples(ordered.size(), size).compareTo(MOST_COMPARED) <= 0;
        Search search = new Search(new GowerDistances(ordered), ordered.size(), size);
        int[] chosen = isExhaustive ? search.ofAll() : search.withExchanges();
        return new CaseSelection(SelectedCase.of(ordered, chosen, search.distances), isExhaustive);
    }

    /// The selection as the exchanges find it, however few samples there are.
    static CaseSelection withExchanges(List<HubCase> hubs, int size) {
        List<HubCase> ordered =
                hubs.stream().sorted(Comparator.comparing(HubCase::hub)).toList();
        Search search = new Search(new GowerDistances(ordered), ordered.size(), size);
        return new CaseSelection(SelectedCase.of(ordered, search.withExchanges(), search.distances), false);
    }

    private static BigInteger samples(int hubs, int size) {
        BigInteger samples = BigInteger.ONE;
        for (int i = 1; i <= size; i++)
            samples = samples.multiply(BigInteger.valueOf(hubs - size + i)).divide(BigInteger.valueOf(i));
        return samples;
    }

    /// Positions of hubs, in rising order, and the distances of all pairs of them, the smallest first.
    private record Sample(int[] hubs, long[] apart) {

        boolean isBetterThan(Sample other) {
            int compared = Arrays.compare(apart, other.apart);
            return compared > 0 || compared == 0 && Arrays.compare(hubs, other.hubs) < 0;
        }

        boolean holds(int hub) {
            return Arrays.binarySearch(hubs, hub) >= 0;
        }

        long smallest() {
            return apart.length == 0 ? Long.MAX_VALUE : apart[0];
        }
    }

    private record Search(GowerDistances distances, int hubs, int size) {

        int[] ofAll() {
            int[] next = IntStream.range(0, size).toArray();
            Sample best = sample(next.clone());
            while (advance(next)) {
                Sample sample = sample(next.clone());
                if (sample.isBetterThan(best)) best = sample;
            }
            return best.hubs();
        }

        /// Makes it the next sample in the order of codes.
        private boolean advance(int[] sample) {
            int last = size - 1;
            while (last >= 0 && sample[last] == hubs - size + last) last--;
            if (last < 0) return false;
            sample[last]++;
            for (int i = last + 1; i < size; i++) sample[i] = sample[i - 1] + 1;
            return true;
        }

        int[] withExchanges() {
            Sample best = exchanged(grown(0));
            for (int first = 1; first < hubs; first++) {
                Sample grown = grown(first);
                if (grown.isBetterThan(best)) best = exchanged(grown);
            }
            return best.hubs();
        }

        private Sample grown(int first) {
            Sample sample = sample(new int[] {first});
            while (sample.hubs().length < size) sample = bestWith(sample, null, sample);
            return sample;
        }

        private Sample exchanged(Sample start) {
            Sample best = start;
            boolean goesOn = true;
            while (goesOn) {
                Sample from = best;
                for (int out : from.hubs()) {
                    int[] smaller =
                            Arrays.stream(from.hubs()).filter(hub -> hub != out).toArray();
                    best = bestWith(sample(smaller), best, from);
                }
                goesOn = best.isBetterThan(from);
            }
            return best;
        }

        /// The best of a sample and one hub more, which is not one of those left out.
        ///
        /// @param best what it must be better than; null for nothing
        private Sample bestWith(Sample smaller, @Nullable Sample best, Sample leftOut) {
            Sample found = best;
            for (int hub = 0; hub < hubs; hub++) {
                if (leftOut.holds(hub)) continue;
                // Most are worse at the smallest distance already, and need not be sorted.
                if (found != null && Math.min(smaller.smallest(), nearest(hub, smaller)) < found.smallest()) continue;
                Sample larger = sample(with(smaller.hubs(), hub));
                if (found == null || larger.isBetterThan(found)) found = larger;
            }
            return Objects.requireNonNull(found);
        }

        private long nearest(int hub, Sample sample) {
            long nearest = Long.MAX_VALUE;
            for (int other : sample.hubs()) nearest = Math.min(nearest, distances.between(hub, other));
            return nearest;
        }

        private static int[] with(int[] sample, int hub) {
            return IntStream.concat(Arrays.stream(sample), IntStream.of(hub))
                    .sorted()
                    .toArray();
        }

        private Sample sample(int[] sample) {
            long[] apart = new long[sample.length * (sample.length - 1) / 2];
            int next = 0;
            for (int a = 0; a < sample.length; a++)
                for (int b = 0; b < a; b++) apart[next++] = distances.between(sample[a], sample[b]);
            Arrays.sort(apart);
            return new Sample(sample, apart);
        }
    }

    /// The names of the features, as a reader knows them.
    public List<String> features() {
        return cases.isEmpty()
                ? List.of()
                : new ArrayList<>(cases.get(0).hub().features().keySet());
    }
}
