package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.huboutcomes.publish.Spread;
import org.huboutcomes.reports.chart.FunnelChart;
import org.huboutcomes.reports.chart.FunnelLimits;
import org.huboutcomes.reports.chart.Mark;
import org.huboutcomes.reports.paper.Block;
import org.jspecify.annotations.Nullable;

/// One indicator of all hubs, unnamed, against the limits of chance.
final class FunnelKind implements ChartKind {

    private static final String HERE = "\u25CF";

    @Override
    public List<Block> draw(Plan.Item item, Figures figures, SentenceBank bank) {
        Reading reading = figures.read(item.list("indicators").get(0));
        Facts facts = Facts.of(figures, reading, item.word("subject", reading.title()));
        Mark network = figures.isNetwork() ? reading.mark() : reading.networkMark();
        Spread spread = reading.spread();
        if (spread == null || network == null) return List.of(new Block.Callout(bank.title("no spread", facts)));
        FunnelLimits limits = new FunnelLimits(network.value(), spread.tauSquared());
        FunnelChart.Hub self = reading.has() && !figures.isNetwork() ? self(reading) : null;
        List<FunnelChart.Hub> others = others(spread, reading, self);
        List<FunnelChart.Hub> all =
                Stream.concat(others.stream(), Stream.ofNullable(self)).toList();
        long outside = all.stream().filter(hub -> isOutside(limits, hub)).count();
        facts.say("hubs", Integer.toString(spread.hubs()))
                .say("outside", outside == 0 ? "none" : Long.toString(outside))
                .say("network", network.printed())
                .flag("dispersed", limits.isDispersed());
        String title = bank.title("title funnel", facts);
        return List.of(
                new Block.Figure(
                        title,
                        new FunnelChart(item.word("size"), limits, network.printed(), others, self),
                        title + ". " + bank.title("alt funnel", facts),
                        bank.title("source funnel", facts)),
                table(item, figures, limits, all, self));
    }

    private static boolean isOutside(FunnelLimits limits, FunnelChart.Hub hub) {
        return limits.isAbove(hub.n(), hub.value()) || limits.isBelow(hub.n(), hub.value());
    }

    private static FunnelChart.Hub self(Reading reading) {
        return new FunnelChart.Hub(reading.n(), reading.amount().doubleValue(), reading.printed());
    }

    /// The spread holds this hub as well, unnamed like the others; it is drawn once, with its mark.
    private static List<FunnelChart.Hub> others(Spread spread, Reading reading, FunnelChart.@Nullable Hub self) {
        List<FunnelChart.Hub> others = new ArrayList<>();
        boolean found = self == null;
        for (Spread.Point point : spread.points()) {
            boolean isSelf = !found
                    && point.n().compareTo(BigDecimal.valueOf(reading.n())) == 0
                    && point.value().subtract(reading.amount()).abs().compareTo(new BigDecimal("0.05")) < 0;
            if (isSelf) found = true;
            else
                others.add(new FunnelChart.Hub(
                        point.n().doubleValue(), point.value().doubleValue(), ""));
        }
        return others;
    }

    /// How many hubs stand in each zone of the funnel, and in which one this hub does.
    private static Block.Table table(
            Plan.Item item,
            Figures figures,
            FunnelLimits limits,
            List<FunnelChart.Hub> all,
            FunnelChart.@Nullable Hub self) {
        List<String> zones = item.list("zones");
        List<Predicate<FunnelChart.Hub>> tests = List.of(
                hub -> limits.isAbove(hub.n(), hub.value()),
                hub -> !isOutside(limits, hub)
                        && !limits.isInside(hub.n(), hub.value())
                        && hub.value() > limits.network(),
                hub -> limits.isInside(hub.n(), hub.value()),
                hub -> !isOutside(limits, hub)
                        && !limits.isInside(hub.n(), hub.value())
                        && hub.value() < limits.network(),
                hub -> limits.isBelow(hub.n(), hub.value()));
        List<String> heads = new ArrayList<>(List.of(item.word("first")));
        List<String> hubs = new ArrayList<>(List.of(figures.word("hubs")));
        List<String> own = new ArrayList<>(List.of(figures.word("self")));
        for (int i = 0; i < tests.size(); i++) {
            heads.add(zones.get(i));
            hubs.add(Long.toString(all.stream().filter(tests.get(i)).count()));
            own.add(self != null && tests.get(i).test(self) ? HERE : "");
        }
        return new Block.Table(item.word("title"), heads, figures.isNetwork() ? List.of(hubs) : List.of(hubs, own));
    }
}
