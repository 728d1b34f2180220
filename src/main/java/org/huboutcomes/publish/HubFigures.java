package org.huboutcomes.publish;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Everything that a report of a hub or network may print for one academic year: its own and its network's results
/// for all years, the distributions without hub names, and its rows of the other published tables. It contains
/// nothing about other hubs.
///
/// @param tables published tables by name (such as `stage_transition`), each row a map from column to value
public record HubFigures(
        String network,
        String hub,
        String hubName,
        List<String> aliases,
        int timePeriod,
        List<Result> results,
        List<Spread> spreads,
        List<Definition> definitions,
        Map<String, List<Map<String, Object>>> tables) {

    /// The same with additional tables.
    public HubFigures and(Map<String, List<Map<String, Object>>> further) {
        if (further.isEmpty()) return this;
        Map<String, List<Map<String, Object>>> all = new TreeMap<>(tables);
        all.putAll(further);
        return new HubFigures(
                network,
                hub,
                hubName,
                aliases,
                timePeriod,
                results,
                spreads,
                definitions,
                Collections.unmodifiableMap(all));
    }

    /// Whether the figures are those of a whole network.
    public boolean isNetwork() {
        return hub.equals(Result.TOTAL);
    }
}
