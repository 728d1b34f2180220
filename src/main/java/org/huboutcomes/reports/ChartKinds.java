package org.huboutcomes.reports;

import java.util.Map;
import org.huboutcomes.catalogue.CatalogueFault;

/// The kinds of chart that `report.yaml` may name.
final class ChartKinds {

    static final Map<String, ChartKind> KINDS = Map.ofEntries(
            Map.entry("spine", new SpineKind()),
            Map.entry("intervals", new IntervalsKind()),
            Map.entry("trend", new TrendKind()),
            Map.entry("ladder", new LadderKind()),
            Map.entry("groups", new GroupsKind()),
            Map.entry("grid", new GridKind()),
            Map.entry("funnel", new FunnelKind()),
            Map.entry("likert", new LikertKind()),
            Map.entry("stages", new StagesKind()),
            Map.entry("flow", new FlowKind()),
            Map.entry("survival", new SurvivalKind()),
            Map.entry("change", new ChangeKind()),
            Map.entry("hubs", new HubsKind()),
            Map.entry("map", new MapKind()));

    private ChartKinds() {}

    static ChartKind of(String name) {
        ChartKind kind = KINDS.get(name);
        if (kind == null) throw new CatalogueFault("report.yaml: there is no chart \"" + name + "\".");
        return kind;
    }
}
