package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.huboutcomes.publish.Spread;
import org.huboutcomes.reports.chart.ChartMark;
import org.huboutcomes.reports.chart.FunnelChart;
import org.huboutcomes.reports.chart.FunnelLimits;
import org.huboutcomes.reports.paper.ReportBlock;
import org.jspecify.annotations.Nullable;

/// One indicator for all compared hubs, unnamed, with the control limits.
final class FunnelKind implements ChartKind {

    private static final String HERE = "\u25CF";

    @Override
    public List<ReportBlock> draw(Plan.Item item, Figures figures, SentenceBank bank) {
        FigureInContext reading = figures.read(item.list("indicators").get(0));
        SentenceContext facts = SentenceContext.of(figures, reading, item.word("subject", reading.title()));
        ChartMark network = figures.isNetwork() ? reading.mark() : reading.networkMark();
        Spread spread = reading.spread();
        if (spread == null || network == null || spread.centre() == null) return List.of();
        FunnelLimits limits = new FunnelLimits(spread.centre(), spread.tauSquared());
        List<Spread.Point> plotted =
                spread.points().stream().filter(Spread.Point::isPlotted).toList();
        Spread.Point own = reading.isCompared() && !figures.isNetwork() ? own(plotted, reading) : null;
        FunnelChart.Hub self = own == null ? null : hub(own, reading.printed());
        List<Spread.Point> unnamed = new ArrayList<>(plotted);
        if (own != null) unnamed.remove(own);
        List<FunnelChart.Hub> others =
                unnamed.stream().map(point -> hub(point, "")).toList();
        List<FunnelChart.Hub> all =
                Stream.concat(others.stream(), Stream.ofNullable(self)).toList();
        long outside = all.stream().filter(hub -> isOutside(limits, hub)).count();
        facts.say("hubs", Integer.toString(plotted.size()))
                .say("outside", outside == 0 ? "none" : Long.toString(outside))
                .say("network", network.printed())
                .flag("dispersed", limits.isDispersed());
        String title = bank.title("title funnel", facts);
        return List.of(
                new ReportBlock.Figure(
                        title,
                        new FunnelChart(item.word("size"), limits, others, self),
                        ChartKind.alt(
                                title + ". " + bank.title("alt funnel", facts).replaceAll("[.]$", "")),
                        bank.title("source funnel", facts)),
                table(item, figures, limits, all, self));
    }

    private static boolean isOutside(FunnelLimits limits, FunnelChart.Hub hub) {
        return limits.isAbove(hub.n(), hub.value()) || limits.isBelow(hub.n(), hub.value());
    }

    private static FunnelChart.Hub hub(Spread.Point point, String printed) {
        return new FunnelChart.Hub(
                point.effectiveN().doubleValue(), point.value().doubleValue(), printed);
    }

    /// This hub's point among the unnamed ones, so that it is drawn only once, with its mark.
    private static Spread.@Nullable Point own(List<Spread.Point> plotted, FigureInContext reading) {
        return plotted.stream()
                .filter(point -> point.n().compareTo(BigDecimal.valueOf(reading.n())) == 0)
                .filter(point -> point.value().subtract(reading.amount()).abs().compareTo(new BigDecimal("0.05")) < 0)
                .findFirst()
                .orElse(null);
    }

    /// How many hubs are in each zone of the funnel, and which zone this hub is in.
    private static ReportBlock.Table table(
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
                        && hub.value() > limits.centre(),
                hub -> limits.isInside(hub.n(), hub.value()),
                hub -> !isOutside(limits, hub)
                        && !limits.isInside(hub.n(), hub.value())
                        && hub.value() < limits.centre(),
                hub -> limits.isBelow(hub.n(), hub.value()));
        List<String> heads = new ArrayList<>(List.of(item.word("first")));
        List<String> hubs = new ArrayList<>(List.of(figures.word("hubs")));
        List<String> own = new ArrayList<>(List.of(figures.word("self")));
        for (int i = 0; i < tests.size(); i++) {
            heads.add(zones.get(i));
            hubs.add(Long.toString(all.stream().filter(tests.get(i)).count()));
            own.add(self != null && tests.get(i).test(self) ? HERE : "");
        }
        return new ReportBlock.Table(
                item.word("title"), heads, figures.isNetwork() ? List.of(hubs) : List.of(hubs, own));
    }
}
