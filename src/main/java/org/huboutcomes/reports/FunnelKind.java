package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.huboutcomes.publish.Spread;
import org.huboutcomes.reports.chart.FunnelChart;
import org.huboutcomes.reports.paper.Block;

/// One indicator of all hubs, unnamed, against the limits of chance.
final class FunnelKind implements ChartKind {

    @Override
    public List<Block> draw(Plan.Item item, Figures figures, SentenceBank bank) {
        Reading reading = figures.read(item.list("indicators").get(0));
        Facts facts = Facts.of(figures, reading, item.word("subject", reading.title()));
        if (reading.spread() == null || reading.networkMark() == null)
            return List.of(new Block.Callout(bank.title("no spread", facts)));
        Spread spread = reading.spread();
        facts.say("hubs", Integer.toString(spread.hubs()));
        String title = bank.title("title funnel", facts);
        FunnelChart.Hub self = reading.has() ? self(reading) : null;
        FunnelChart chart = new FunnelChart(
                item.word("size"),
                Objects.requireNonNull(reading.networkMark()).value(),
                reading.networkPrinted(),
                others(spread, reading),
                self);
        return List.of(new Block.Figure(
                title, chart, title + ". " + bank.title("alt funnel", facts), bank.title("source funnel", facts)));
    }

    private static FunnelChart.Hub self(Reading reading) {
        return new FunnelChart.Hub(reading.n(), reading.amount().doubleValue(), reading.printed());
    }

    /// The spread holds this hub as well, unnamed like the others; it is drawn once, with its mark.
    private static List<FunnelChart.Hub> others(Spread spread, Reading reading) {
        List<FunnelChart.Hub> others = new ArrayList<>();
        boolean found = !reading.has();
        for (Spread.Point point : spread.points()) {
            boolean self = !found
                    && point.n().compareTo(BigDecimal.valueOf(reading.n())) == 0
                    && point.value().subtract(reading.amount()).abs().compareTo(new BigDecimal("0.05")) < 0;
            if (self) found = true;
            else
                others.add(new FunnelChart.Hub(
                        point.n().doubleValue(), point.value().doubleValue(), ""));
        }
        return others;
    }
}
