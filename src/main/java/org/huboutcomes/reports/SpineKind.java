package org.huboutcomes.reports;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.huboutcomes.publish.Coverage;
import org.huboutcomes.publish.Definition;
import org.huboutcomes.publish.Spread;
import org.huboutcomes.publish.Symbol;
import org.huboutcomes.reports.chart.SpineStrips;
import org.huboutcomes.reports.chart.Strips;
import org.huboutcomes.reports.paper.ReportBlock;
import org.jspecify.annotations.Nullable;

/// All indicators against the spread of the network's hubs.
final class SpineKind implements ChartKind {

    @Override
    public List<ReportBlock> draw(Plan.Item item, Figures figures, SentenceBank bank) {
        List<FigureInContext> all =
                item.list("indicators").stream().map(figures::read).toList();
        List<FigureInContext> readings =
                all.stream().filter(FigureInContext::has).toList();
        if (readings.isEmpty())
            return List.of(new ReportBlock.Callout(
                    bank.title("title spine", SentenceContext.of(figures).flag("nothing", true)) + "."));
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
                (bank.title("source spine", facts) + missing(all, figures, bank)).strip()));
    }

    /// On how many hubs the network's figures stand, where some sent nothing.
    private static String coverage(List<FigureInContext> all, Figures figures, SentenceBank bank) {
        return all.stream()
                .map(reading ->
                        reading.network() == null ? null : reading.network().coverage())
                .filter(coverage -> coverage != null && !coverage.isWhole())
                .min(Comparator.comparingInt(Coverage::contributing))
                .map(coverage -> " "
                        + bank.title(
                                "coverage",
                                SentenceContext.of(figures)
                                        .say("known", Integer.toString(coverage.contributing()))
                                        .say("hubs", Integer.toString(coverage.open()))))
                .orElse("");
    }

    /// The figures without a value in one sentence for each reason.
    private static String missing(List<FigureInContext> all, Figures figures, SentenceBank bank) {
        StringBuilder said = new StringBuilder(coverage(all, figures, bank));
        String small = all.stream()
                .filter(reading -> !reading.has() && reading.isSmall())
                .map(reading -> reading.title() + " " + reading.count())
                .collect(Collectors.joining(", "));
        if (!small.isEmpty())
            said.append(' ')
                    .append(bank.title(
                            "small figures", SentenceContext.of(figures).say("figures", small)));
        for (Symbol symbol : new Symbol[] {Symbol.X, Symbol.C, Symbol.Z}) {
            List<String> titles = all.stream()
                    .filter(reading -> !reading.has() && !reading.isSmall() && reading.symbol() == symbol)
                    .map(FigureInContext::title)
                    .toList();
            if (titles.isEmpty()) continue;
            SentenceContext facts = SentenceContext.of(figures)
                    .say("figures", String.join(", ", titles))
                    .flag(symbol.code(), true);
            said.append(' ').append(bank.title("missing figures", facts));
        }
        return said.toString();
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

    /// A network of few hubs has no spread to stand in: its hubs are shown beside their network instead.
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
