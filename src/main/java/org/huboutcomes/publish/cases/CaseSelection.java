package org.huboutcomes.publish.cases;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A sample of hubs that is as diverse as possible: of all samples of a size, the one whose two most similar hubs
/// are furthest apart; if that is equal, whose next most similar pair is, and so on; finally the first by hub
/// codes. Up to 10,000 samples are all compared. If there are more, hubs are added one by one, always the best,
/// starting from each hub; then single hubs are exchanged as long as that improves the sample. The same hubs always
/// give the same sample.
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

    /// The selection by exchanges, even if there are few samples.
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

    /// Positions of hubs in ascending order, and the distances of all their pairs, smallest first.
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

        /// Replaces the sample by the next in the order of codes; false after the last.
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

        /// The best sample that adds one hub, which is not one of those left out.
        ///
        /// @param best the sample to improve on; null for none
        private Sample bestWith(Sample smaller, @Nullable Sample best, Sample leftOut) {
            Sample found = best;
            for (int hub = 0; hub < hubs; hub++) {
                if (leftOut.holds(hub)) continue;
                // Most are worse at the smallest distance already and need not be sorted.
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

    /// The names of the features as shown to readers.
    public List<String> features() {
        return cases.isEmpty()
                ? List.of()
                : new ArrayList<>(cases.get(0).hub().features().keySet());
    }
}
