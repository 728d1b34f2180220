package org.huboutcomes.publish.cases;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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

    /// Samples are positions of hubs, in rising order.
    private record Search(GowerDistances distances, int hubs, int size) {

        int[] ofAll() {
            int[] sample = IntStream.range(0, size).toArray();
            int[] best = sample.clone();
            while (next(sample)) if (isBetter(sample, best)) best = sample.clone();
            return best;
        }

        /// Makes it the next sample in the order of codes.
        private boolean next(int[] sample) {
            int last = size - 1;
            while (last >= 0 && sample[last] == hubs - size + last) last--;
            if (last < 0) return false;
            sample[last]++;
            for (int i = last + 1; i < size; i++) sample[i] = sample[i - 1] + 1;
            return true;
        }

        int[] withExchanges() {
            int[] best = exchanged(grown(0));
            for (int first = 1; first < hubs; first++) {
                int[] sample = grown(first);
                if (isBetter(sample, best)) best = exchanged(sample);
            }
            return best;
        }

        private int[] grown(int first) {
            int[] sample = {first};
            while (sample.length < size) {
                int[] best = new int[0];
                for (int hub = 0; hub < hubs; hub++) {
                    if (Arrays.binarySearch(sample, hub) >= 0) continue;
                    int[] larger = with(sample, hub);
                    if (best.length == 0 || isBetter(larger, best)) best = larger;
                }
                sample = best;
            }
            return sample;
        }

        private int[] exchanged(int[] start) {
            int[] best = start;
            boolean goesOn = true;
            while (goesOn) {
                int[] from = best;
                for (int out : from) {
                    int[] smaller =
                            Arrays.stream(from).filter(hub -> hub != out).toArray();
                    for (int hub = 0; hub < hubs; hub++)
                        if (Arrays.binarySearch(from, hub) < 0) {
                            int[] sample = with(smaller, hub);
                            if (isBetter(sample, best)) best = sample;
                        }
                }
                goesOn = best != from;
            }
            return best;
        }

        private static int[] with(int[] sample, int hub) {
            return IntStream.concat(Arrays.stream(sample), IntStream.of(hub))
                    .sorted()
                    .toArray();
        }

        private boolean isBetter(int[] sample, int[] than) {
            int compared = Arrays.compare(apart(sample), apart(than));
            return compared > 0 || compared == 0 && Arrays.compare(sample, than) < 0;
        }

        /// The distances of all pairs, the smallest first.
        private long[] apart(int[] sample) {
            long[] apart = new long[sample.length * (sample.length - 1) / 2];
            int next = 0;
            for (int a = 0; a < sample.length; a++)
                for (int b = 0; b < a; b++) apart[next++] = distances.between(sample[a], sample[b]);
            Arrays.sort(apart);
            return apart;
        }
    }

    /// The names of the features, as a reader knows them.
    public List<String> features() {
        return cases.isEmpty()
                ? List.of()
                : new ArrayList<>(cases.get(0).hub().features().keySet());
    }
}
