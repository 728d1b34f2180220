package org.huboutcomes.reports;

import java.util.List;
import java.util.Map;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.reports.paper.Block;

/// A kind of chart: from what `report.yaml` asks for to the figure, its source and its table, or a sentence that says
/// why there is none.
interface ChartKind {

    Map<String, ChartKind> KINDS = Map.ofEntries(
            Map.entry("spine", new SpineKind()),
            Map.entry("intervals", new IntervalsKind()),
            Map.entry("trend", new TrendKind()),
            Map.entry("ladder", new LadderKind()),
            Map.entry("phases", new PhasesKind()),
            Map.entry("context", new ContextKind()),
            Map.entry("groups", new GroupsKind()),
            Map.entry("grid", new GridKind()),
            Map.entry("funnel", new FunnelKind()),
            Map.entry("likert", new LikertKind()),
            Map.entry("stages", new StagesKind()),
            Map.entry("flow", new FlowKind()),
            Map.entry("survival", new SurvivalKind()));

    List<Block> draw(Plan.Item item, Figures figures, SentenceBank bank);

    /// What is known about a chart without rows: the symbol of the first indicator that stands for it.
    static Facts missing(Plan.Item item, Figures figures) {
        return item.list("indicators").stream()
                .findFirst()
                .map(figures::read)
                .map(reading -> Facts.of(figures, reading, reading.title()))
                .orElseGet(() -> Facts.of(figures));
    }

    static ChartKind of(String name) {
        ChartKind kind = KINDS.get(name);
        if (kind == null) throw new CatalogueFault("report.yaml: there is no chart \"" + name + "\".");
        return kind;
    }
}
