package org.huboutcomes.reports;

import java.util.List;
import org.huboutcomes.publish.Spread;
import org.huboutcomes.reports.chart.SpineStrips;
import org.huboutcomes.reports.chart.Strips;
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
                .flag("bare", isBare(readings))
                .flag("apart", readings.stream().noneMatch(Reading::isCompared))
                .flag("nothing", readings.stream().noneMatch(Reading::has));
        String title = bank.title("title spine", facts);
        return List.of(new Block.Plot(
                title,
                strips(item, readings, figures),
                title + ". " + new Tables(figures).told(readings),
                new Tables(figures).glance(title, readings),
                bank.title("source spine", facts)));
    }

    private static long compared(List<Reading> readings, String comparison) {
        return readings.stream()
                .filter(reading -> reading.comparison().equals(comparison))
                .count();
    }

    private static boolean isBare(List<Reading> readings) {
        return readings.stream().allMatch(reading -> reading.spread() == null);
    }

    /// A network of few hubs has no spread to stand in: its hubs are shown beside their network instead.
    private static Strips strips(Plan.Item item, List<Reading> readings, Figures figures) {
        List<Reading> known = readings.stream().filter(Reading::has).toList();
        return isBare(readings) && !known.isEmpty()
                ? IntervalsKind.strips(item, readings, known)
                : new SpineStrips(
                        readings.stream().map(reading -> row(reading, figures)).toList());
    }

    private static SpineStrips.Row row(Reading reading, Figures figures) {
        boolean bare = reading.spread() == null;
        String absence = reading.has() && bare ? figures.word("few hubs") : null;
        return new SpineStrips.Row(
                reading.definition().outcome(),
                reading.mark(),
                bare ? null : range(reading.spread(), figures),
                Tables.standing(reading),
                absence);
    }

    private static SpineStrips.@Nullable Range range(@Nullable Spread spread, Figures figures) {
        if (spread == null) return null;
        return new SpineStrips.Range(
                spread.lowest().doubleValue(),
                spread.lowerQuartile().doubleValue(),
                spread.median().doubleValue(),
                spread.upperQuartile().doubleValue(),
                spread.highest().doubleValue(),
                figures.isNetwork()
                        ? spread.points().stream()
                                .map(point -> point.value().doubleValue())
                                .toList()
                        : List.of());
    }
}
