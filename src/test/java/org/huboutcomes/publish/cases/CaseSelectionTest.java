package org.huboutcomes.publish.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The hubs chosen for study: distances computed by hand, and samples compared with those of a separate search.
class CaseSelectionTest {

    private static final List<String> REGIONS = List.of("North", "South", "East", "West");

    @Test
    void theDistanceIsTheMeanOverTheFeaturesKnownOfBoth() {
        // Range of size 100; regions differ; of the third feature one is not known.
        List<HubCase> hubs =
                List.of(hub("A", "North", 100.0, 5.0), hub("B", "South", 200.0, null), hub("C", "North", 150.0, 1.0));
        GowerDistances distances = new GowerDistances(hubs);
        assertThat(GowerDistances.share(distances.between(0, 1))).isCloseTo((1 + 1) / 2.0, within(1e-9));
        assertThat(GowerDistances.share(distances.between(0, 2))).isCloseTo((0 + 0.5 + 1) / 3, within(1e-9));
        assertThat(GowerDistances.share(distances.between(1, 2))).isCloseTo((1 + 0.5) / 2, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 11, 14, 15})
    void ofFifteenHubsTheSampleIsTheBestOfAll(int size) {
        for (int seed = 0; seed < 3; seed++) {
            List<HubCase> hubs = invented(15, seed);
            CaseSelection selection = CaseSelection.of(hubs, size);
            assertThat(selection.isExhaustive()).isTrue();
            assertThat(codes(selection)).isEqualTo(bestOfAll(hubs, size));
        }
    }

    @Test
    void exchangesFindAsFarApartASmallestPairAsAllSamplesDo() {
        for (int seed = 0; seed < 5; seed++) {
            List<HubCase> hubs = invented(15, seed);
            double best = smallest(hubs, bestOfAll(hubs, 5));
            double found = smallest(hubs, codes(CaseSelection.withExchanges(hubs, 5)));
            assertThat(found).isGreaterThan(0.9 * best);
        }
    }

    @Test
    void theOrderInWhichHubsAreGivenDoesNotMatter() {
        List<HubCase> hubs = new ArrayList<>(invented(69, 1));
        List<String> chosen = codes(CaseSelection.of(hubs, 11));
        Collections.shuffle(hubs, new Random(3));
        assertThat(codes(CaseSelection.of(hubs, 11))).isEqualTo(chosen).hasSize(11);
    }

    @Test
    void noExchangeOfOneHubMakesALargeSampleBetter() {
        List<HubCase> hubs = invented(69, 1);
        CaseSelection selection = CaseSelection.of(hubs, 11);
        assertThat(selection.isExhaustive()).isFalse();
        List<String> chosen = codes(selection);
        for (String out : chosen)
            for (HubCase in : hubs) {
                if (chosen.contains(in.hub())) continue;
                List<String> other = new ArrayList<>(chosen);
                other.remove(out);
                other.add(in.hub());
                assertThat(Arrays.compare(apart(hubs, other), apart(hubs, chosen)))
                        .as("%s for %s", in.hub(), out)
                        .isLessThanOrEqualTo(0);
            }
    }

    @Test
    void hubsThatAreAllAlikeAreTakenByTheirCodes() {
        List<HubCase> hubs =
                List.of(hub("C", "North", 1.0, 1.0), hub("A", "North", 1.0, 1.0), hub("B", "North", 1.0, 1.0));
        assertThat(codes(CaseSelection.of(hubs, 2))).containsExactly("A", "B");
    }

    @Test
    void eachCaseSaysWhyItWasTaken() {
        List<HubCase> hubs =
                List.of(hub("A", "North", 100.0, 5.0), hub("B", "South", 200.0, 2.0), hub("C", "North", 150.0, 1.0));
        assertThat(CaseSelection.of(hubs, 2).cases())
                .extracting(SelectedCase::why)
                .containsExactly(
                        "Of the hubs chosen: the only one with region (North); lowest size (100); highest years led (5)."
                                + " Most like B, at a distance of 0.92.",
                        "Of the hubs chosen: the only one with region (South); highest size (200); lowest years led (2)."
                                + " Most like A, at a distance of 0.92.");
    }

    @Test
    void moreHubsThanThereAreCannotBeChosen() {
        assertThatThrownBy(() -> CaseSelection.of(invented(3, 1), 4)).hasMessage("4 of 3 hubs cannot be chosen.");
    }

    private static List<HubCase> invented(int count, int seed) {
        Random random = new Random(seed);
        List<HubCase> hubs = new ArrayList<>();
        for (int i = 0; i < count; i++)
            hubs.add(hub(
                    "H%02d".formatted(i),
                    REGIONS.get(random.nextInt(4)),
                    (double) random.nextInt(400),
                    random.nextInt(8) == 0 ? null : (Double) (double) random.nextInt(10)));
        return hubs;
    }

    private static HubCase hub(String code, String region, double size, @Nullable Double yearsLed) {
        Map<String, @Nullable Object> features = new LinkedHashMap<>();
        features.put("region", region);
        features.put("size", size);
        features.put("years_led", yearsLed);
        return new HubCase("Network", code, "Hub " + code, features);
    }

    private static List<String> codes(CaseSelection selection) {
        return selection.cases().stream().map(one -> one.hub().hub()).toList();
    }

    // -- a search of its own: every subset of the bits of a number

    private static List<String> bestOfAll(List<HubCase> hubs, int size) {
        List<String> best = List.of();
        double[] bestApart = {};
        for (int bits = 0; bits < 1 << hubs.size(); bits++) {
            if (Integer.bitCount(bits) != size) continue;
            List<String> sample = new ArrayList<>();
            for (int i = 0; i < hubs.size(); i++)
                if ((bits & 1 << i) != 0) sample.add(hubs.get(i).hub());
            double[] apart = apart(hubs, sample);
            int compared = best.isEmpty() ? 1 : Arrays.compare(apart, bestApart);
            if (compared > 0 || compared == 0 && String.join(",", sample).compareTo(String.join(",", best)) < 0) {
                best = sample;
                bestApart = apart;
            }
        }
        return best;
    }

    private static double smallest(List<HubCase> hubs, List<String> sample) {
        return apart(hubs, sample)[0];
    }

    private static double[] apart(List<HubCase> hubs, List<String> sample) {
        List<HubCase> chosen =
                hubs.stream().filter(hub -> sample.contains(hub.hub())).toList();
        List<Double> apart = new ArrayList<>();
        for (int a = 0; a < chosen.size(); a++)
            for (int b = a + 1; b < chosen.size(); b++)
                apart.add(Math.rint(1e9 * distance(hubs, chosen.get(a), chosen.get(b))) / 1e9);
        return apart.stream().mapToDouble(one -> one).sorted().toArray();
    }

    private static double distance(List<HubCase> hubs, HubCase one, HubCase other) {
        List<Double> parts = new ArrayList<>();
        if (one.features().get("region") != null)
            parts.add(one.features().get("region").equals(other.features().get("region")) ? 0.0 : 1.0);
        for (String feature : List.of("size", "years_led")) {
            double[] all = hubs.stream()
                    .filter(hub -> hub.features().get(feature) != null)
                    .mapToDouble(hub -> (Double) hub.features().get(feature))
                    .toArray();
            double range = Arrays.stream(all).max().orElse(0)
                    - Arrays.stream(all).min().orElse(0);
            if (one.features().get(feature) instanceof Double a
                    && other.features().get(feature) instanceof Double b)
                parts.add(range == 0 ? 0 : Math.abs(a - b) / range);
        }
        return parts.stream().mapToDouble(part -> part).average().orElse(0);
    }
}
