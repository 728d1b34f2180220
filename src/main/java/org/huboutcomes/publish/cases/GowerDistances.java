package org.huboutcomes.publish.cases;

import java.util.List;
import java.util.Objects;

/// The distances between all pairs of hubs: Gower's distance with equal weights. A number contributes its
/// difference as a share of the range over all hubs, a text contributes whether it differs. A feature that is
/// unknown for one of the two is left out. From 0 (equal in all known features) to 1.
///
/// Gower, J. C. (1971), Biometrics 27, 857-871.
final class GowerDistances {

    /// Distances are stored as whole billionths, so that equal ones are equal on every machine.
    private static final double SCALE = 1e9;

    private final long[][] distances;

    GowerDistances(List<HubCase> hubs) {
        distances = new long[hubs.size()][hubs.size()];
        if (hubs.isEmpty()) return;
        List<String> features = List.copyOf(hubs.get(0).features().keySet());
        double[] ranges =
                features.stream().mapToDouble(feature -> range(hubs, feature)).toArray();
        for (int a = 0; a < hubs.size(); a++)
            for (int b = 0; b < a; b++) {
                long distance = Math.round(SCALE * distance(hubs.get(a), hubs.get(b), features, ranges));
                distances[a][b] = distance;
                distances[b][a] = distance;
            }
    }

    long between(int a, int b) {
        return distances[a][b];
    }

    /// The distance from 0 to 1, such as 0.42.
    static double share(long distance) {
        return distance / SCALE;
    }

    private static double range(List<HubCase> hubs, String feature) {
        double[] known = hubs.stream()
                .map(hub -> hub.features().get(feature))
                .filter(Double.class::isInstance)
                .mapToDouble(Double.class::cast)
                .sorted()
                .toArray();
        return known.length == 0 ? 0 : known[known.length - 1] - known[0];
    }

    private static double distance(HubCase a, HubCase b, List<String> features, double[] ranges) {
        double sum = 0;
        int compared = 0;
        for (int i = 0; i < ranges.length; i++) {
            Object first = a.features().get(features.get(i));
            Object second = b.features().get(features.get(i));
            if (first == null || second == null) continue;
            compared++;
            if (first instanceof Double one && second instanceof Double other)
                sum += ranges[i] == 0 ? 0 : Math.abs(one - other) / ranges[i];
            else sum += Objects.equals(first, second) ? 0 : 1;
        }
        return compared == 0 ? 0 : sum / compared;
    }
}
