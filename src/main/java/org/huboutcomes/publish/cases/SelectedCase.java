package org.huboutcomes.publish.cases;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A hub of a sample, and why it was chosen.
///
/// @param nearest the code of the most similar hub of the sample; empty if there is no other
/// @param distance the distance from that hub, from 0 to 1
/// @param why one sentence
public record SelectedCase(HubCase hub, String nearest, double distance, String why) {

    static List<SelectedCase> of(List<HubCase> hubs, int[] chosen, GowerDistances distances) {
        List<HubCase> sample = Arrays.stream(chosen).mapToObj(hubs::get).toList();
        List<SelectedCase> cases = new ArrayList<>();
        for (int one : chosen) {
            HubCase hub = hubs.get(one);
            int nearest = -1;
            for (int other : chosen)
                if (other != one && (nearest < 0 || distances.between(one, other) < distances.between(one, nearest)))
                    nearest = other;
            double distance = nearest < 0 ? 0 : GowerDistances.share(distances.between(one, nearest));
            String code = nearest < 0 ? "" : hubs.get(nearest).hub();
            cases.add(new SelectedCase(hub, code, distance, why(hub, sample, code, distance)));
        }
        return cases;
    }

    private static String why(HubCase hub, List<HubCase> sample, String nearest, double distance) {
        if (nearest.isEmpty()) return "The only hub chosen.";
        List<String> extremes = new ArrayList<>();
        hub.features().keySet().forEach(feature -> {
            String extreme = extreme(hub, sample, feature);
            if (!extreme.isEmpty()) extremes.add(extreme);
        });
        String apart = "Most like %s, at a distance of %s."
                .formatted(nearest, BigDecimal.valueOf(distance).setScale(2, RoundingMode.HALF_UP));
        return extremes.isEmpty()
                ? "Adds a mix of features that no other has. " + apart
                : "Of the hubs chosen: " + String.join("; ", extremes) + ". " + apart;
    }

    /// Such as "highest schools (412)"; empty if the hub is not the only one at an extreme.
    private static String extreme(HubCase hub, List<HubCase> sample, String feature) {
        Object value = hub.features().get(feature);
        if (value == null) return "";
        List<Object> others = sample.stream()
                .filter(other -> !other.hub().equals(hub.hub()))
                .map(other -> (@Nullable Object) other.features().get(feature))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        if (others.isEmpty()) return "";
        String told = label(feature) + " (" + printed(value) + ")";
        if (!(value instanceof Double number)) return others.contains(value) ? "" : "the only one with " + told;
        if (others.stream().allMatch(other -> other instanceof Double one && one < number)) return "highest " + told;
        if (others.stream().allMatch(other -> other instanceof Double one && one > number)) return "lowest " + told;
        return "";
    }

    /// A column's name in words: `years_led` as "years led", `reach_percent` as "reach, %".
    public static String label(String feature) {
        return feature.replaceFirst("_percent$", ", %").replace('_', ' ');
    }

    /// A number with at most one decimal; empty if it is unknown.
    public static String printed(@Nullable Object value) {
        if (value == null) return "";
        if (!(value instanceof Double number)) return value.toString();
        return BigDecimal.valueOf(number)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
