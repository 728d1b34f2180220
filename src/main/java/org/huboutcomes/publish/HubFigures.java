package org.huboutcomes.publish;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Everything that one report, a hub's or a network's, may print for one academic year, and nothing of any other hub:
/// its results and its network's, for all years; the unnamed spreads; and its rows of the other published tables.
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

    /// The same with further tables.
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

    /// Whether they are of a whole network.
    public boolean isNetwork() {
        return hub.equals(Result.TOTAL);
    }
}
