package org.huboutcomes.reports;

import java.util.Comparator;
import java.util.List;
import org.huboutcomes.publish.Coverage;
import org.huboutcomes.publish.Definition;
import org.huboutcomes.publish.Spread;
import org.huboutcomes.reports.chart.SpineStrips;
import org.huboutcomes.reports.chart.Strips;
import org.huboutcomes.reports.paper.ReportBlock;
import org.jspecify.annotations.Nullable;

/// All indicators, each with the spread of the network's hubs.
final class SpineKind implements ChartKind {

    @Override
    public List<ReportBlock> draw(Plan.Item item, Figures figures, SentenceBank bank) {
        List<FigureInContext> all =
                item.list("indicators").stream().map(figures::read).toList();
        List<FigureInContext> readings =
                all.stream().filter(FigureInContext::has).toList();
        if (readings.isEmpty())
            return List.of(new ReportBlock.Callout(ChartKind.note(
                    bank.title("title spine", SentenceContext.of(figures).flag("nothing", true)) + ".",
                    new MissingFigures(figures, bank).said(all))));
        long higher = compared(readings, "higher");
        long lower = compared(readings, "lower");
        long rose = changed(readings, "rise");
        long fell = changed(readings, "fall");
        SentenceContext facts = SentenceContext.of(figures)
                .say("indicators", Integer.toString(readings.size()))
                .say("higher", higher == 0 ? "none" : Long.toString(higher))
                .say("lower", lower == 0 ? "none" : Long.toString(lower))
                .say("rose", count(rose))
                .say("fell", count(fell))
                .flag(
                        "first",
                        readings.stream()
                                .allMatch(reading -> reading.changeWord().isEmpty()))
                .flag("steady", rose + fell == 0)
                .flag("differs", higher + lower > 0)
                .flag("bare", isBare(readings))
                .flag("apart", readings.stream().noneMatch(FigureInContext::isCompared))
                .flag("nothing", readings.stream().noneMatch(FigureInContext::has));
        String title = bank.title("title spine", facts);
        return List.of(new ReportBlock.Plot(
                title,
                strips(item, readings, figures),
                ChartKind.alt(title),
                new ChartTables(figures).glance(title, readings),
                ChartKind.note(
                        bank.title("source spine", facts),
                        coverage(all, figures, bank),
                        new MissingFigures(figures, bank).said(all))));
    }

    /// The number of hubs behind the network's figures, if some sent nothing.
    static String coverage(List<FigureInContext> all, Figures figures, SentenceBank bank) {
        if (figures.isNetwork())
            return ChartTables.isPartial(all)
                            && !ChartTables.sharedCoverage(all).isEmpty()
                    ? bank.title(
                            "coverage", SentenceContext.of(figures).say("coverage", ChartTables.sharedCoverage(all)))
                    : "";
        return all.stream()
                .map(reading ->
                        reading.network() == null ? null : reading.network().coverage())
                .filter(coverage -> coverage != null && !coverage.isWhole())
                .min(Comparator.comparingInt(Coverage::contributing))
                .map(coverage -> bank.title(
                        "coverage",
                        SentenceContext.of(figures)
                                .say("known", Integer.toString(coverage.contributing()))
                                .say("hubs", Integer.toString(coverage.open()))))
                .orElse("");
    }

    private static String count(long figures) {
        return figures == 0 ? "no" : Long.toString(figures);
    }

    private static long changed(List<FigureInContext> readings, String word) {
        return readings.stream()
                .filter(reading -> reading.changeWord().equals(word))
                .count();
    }

    private static long compared(List<FigureInContext> readings, String comparison) {
        return readings.stream()
                .filter(reading -> reading.comparison().equals(comparison))
                .count();
    }

    private static boolean isBare(List<FigureInContext> readings) {
        return readings.stream().allMatch(reading -> reading.spread() == null);
    }

    /// A network of few hubs has no spread: its hubs are shown beside their network instead.
    private static Strips strips(Plan.Item item, List<FigureInContext> readings, Figures figures) {
        List<FigureInContext> known =
                readings.stream().filter(FigureInContext::has).toList();
        return isBare(readings) && !known.isEmpty()
                ? IntervalsKind.strips(item, readings, known)
                : new SpineStrips(
                        readings.stream().map(reading -> row(reading, figures)).toList());
    }

    private static SpineStrips.Row row(FigureInContext reading, Figures figures) {
        boolean bare = reading.spread() == null;
        String absence = reading.has() && bare ? figures.word("few hubs") : null;
        return new SpineStrips.Row(
                reading.definition().outcome(),
                reading.mark(),
                bare ? null : range(reading.spread(), figures),
                ChartTables.standing(reading),
                better(reading.definition()),
                absence);
    }

    private static SpineStrips.Better better(Definition definition) {
        return switch (definition.higherIs()) {
            case "better" -> SpineStrips.Better.RIGHT;
            case "worse" -> SpineStrips.Better.LEFT;
            default -> SpineStrips.Better.NEITHER;
        };
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
