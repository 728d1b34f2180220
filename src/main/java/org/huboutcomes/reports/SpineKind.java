package org.huboutcomes.reports;

import java.util.List;
import org.huboutcomes.publish.Spread;
import org.huboutcomes.reports.chart.SpineChart;
import org.huboutcomes.reports.paper.Block;
import org.jspecify.annotations.Nullable;

/// All indicators against the spread of the network's hubs.
final class SpineKind implements ChartKind {

    @Override
    public List<Block> draw(Plan.Item item, Figures figures, SentenceBank bank) {
        List<Reading> readings =
                item.list("indicators").stream().map(figures::read).toList();
        long higher = compared(readings, "higher");
        long lower = compared(readings, "lower");
        Facts facts = Facts.of(figures)
                .say("indicators", Integer.toString(readings.size()))
                .say("higher", higher == 0 ? "None" : Long.toString(higher))
                .say("lower", lower == 0 ? "none" : Long.toString(lower))
                .flag("differs", higher + lower > 0)
                .flag("nothing", readings.stream().noneMatch(Reading::has));
        String title = bank.title("title spine", facts);
        SpineChart chart = new SpineChart(readings.stream().map(SpineKind::row).toList());
        return List.of(
                new Block.Figure(title, chart, title + ". " + told(readings), bank.title("source spine", facts)));
    }

    private static long compared(List<Reading> readings, String comparison) {
        return readings.stream()
                .filter(reading ->
                        reading.hub() != null && reading.hub().comparison().equals(comparison))
                .count();
    }

    private static SpineChart.Row row(Reading reading) {
        boolean bare = reading.spread() == null;
        String absence = !reading.has() ? reading.absence() : bare ? "Fewer than five hubs to compare" : null;
        return new SpineChart.Row(
                reading.title(),
                "",
                reading.mark(),
                bare ? null : range(reading.spread()),
                reading.networkPrinted(),
                reading.has() && !bare ? null : absence);
    }

    private static SpineChart.@Nullable Range range(@Nullable Spread spread) {
        if (spread == null) return null;
        return new SpineChart.Range(
                spread.lowest().doubleValue(),
                spread.lowerQuartile().doubleValue(),
                spread.median().doubleValue(),
                spread.upperQuartile().doubleValue(),
                spread.highest().doubleValue());
    }

    private static String told(List<Reading> readings) {
        StringBuilder told = new StringBuilder();
        for (Reading reading : readings)
            told.append(reading.title())
                    .append(": this hub ")
                    .append(reading.printed())
                    .append(", network ")
                    .append(reading.networkPrinted())
                    .append(". ");
        return told.toString().strip();
    }
}
