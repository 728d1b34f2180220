package org.huboutcomes.reports;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.huboutcomes.publish.Spread;
import org.huboutcomes.reports.chart.IntervalStrips;
import org.huboutcomes.reports.chart.Unit;
import org.huboutcomes.reports.paper.ReportBlock;
import org.jspecify.annotations.Nullable;

/// Several indicators of one unit with their limits, each hub value beside its network's.
final class IntervalsKind implements ChartKind {

    private static final int MOST_WORDS = 10;

    @Override
    public List<ReportBlock> draw(Plan.Item item, Figures figures, SentenceBank bank) {
        List<FigureInContext> all =
                item.list("indicators").stream().map(figures::read).toList();
        List<FigureInContext> known = all.stream().filter(FigureInContext::has).toList();
        String missing = new MissingFigures(figures, bank).said(all);
        long differing = known.stream().filter(FigureInContext::differs).count();
        if (known.isEmpty()) return List.of(new ReportBlock.Paragraph(missing));
        FigureInContext first =
                known.stream().filter(FigureInContext::differs).findFirst().orElse(known.get(0));
        Comparator<FigureInContext> byValue = Comparator.comparing(FigureInContext::amount);
        List<FigureInContext> alike = known.stream()
                .filter(reading -> reading.unit() == known.get(0).unit())
                .toList();
        FigureInContext lowest = Collections.min(alike, byValue);
        FigureInContext highest = Collections.max(alike, byValue);
        SentenceContext facts = SentenceContext.of(figures)
                .say("low", lowest.said())
                .say("low_title", lowest.title())
                .say("high", highest.said())
                .say("high_title", highest.title())
                .flag("several", alike.size() > 1)
                .say("known", Integer.toString(known.size()))
                .say("differing", Long.toString(differing))
                .say("all", Integer.toString(known.size()))
                .say("one", alike.get(0).title())
                .say("one_value", alike.get(0).said())
                .say("other", ChartKind.small(alike.get(alike.size() - 1).title()))
                .say("other_value", alike.get(alike.size() - 1).said())
                .flag("apart", known.stream().noneMatch(FigureInContext::isCompared))
                .say("title", first.title())
                .flag("leads", item.keys().find("leads") != null)
                .flag("one", differing == 1)
                .flag("above", first.comparison().equals("higher"))
                .flag("differs", differing > 0);
        String title = title(alike.size() == 2 ? List.of("pair", "brief") : List.of("brief"), facts, bank);
        return List.of(new ReportBlock.Plot(
                title,
                strips(item, known, known),
                ChartKind.alt(title),
                new ChartTables(figures).plot(item.word("title"), known),
                ChartKind.note(SpineKind.coverage(known, figures, bank), missing)));
    }

    /// The first wording that has at most ten words once names and values are filled in; otherwise the shortest.
    private static String title(List<String> forms, SentenceContext facts, SentenceBank bank) {
        for (String form : forms) {
            String title = bank.title("title intervals", facts.flag(form, true));
            if (words(title) <= MOST_WORDS) return title;
            facts.flags.remove(form);
        }
        return bank.title("title intervals", facts);
    }

    private static int words(String text) {
        return text.split(" ").length;
    }

    /// Rows of another unit than the first print only their value, because they do not fit its axis.
    static IntervalStrips strips(Plan.Item item, List<FigureInContext> readings, List<FigureInContext> known) {
        Unit unit = known.get(0).unit();
        return new IntervalStrips(
                unit, readings.stream().map(reading -> row(unit, reading)).toList(), ends(item), item.number("parity"));
    }

    private static IntervalStrips.@Nullable Ends ends(Plan.Item item) {
        Double from = item.number("from");
        Double to = item.number("to");
        return from == null || to == null ? null : new IntervalStrips.Ends(from, to);
    }

    private static IntervalStrips.Row row(Unit unit, FigureInContext reading) {
        boolean fits = reading.unit() == unit;
        return new IntervalStrips.Row(
                fits ? reading.mark() : null,
                fits ? reading.networkMark() : null,
                fits && reading.isWhole() ? half(reading.spread()) : null,
                ChartTables.standing(reading),
                fits || !reading.hasLimits() ? "" : reading.limits());
    }

    private static IntervalStrips.@Nullable Half half(@Nullable Spread spread) {
        return spread == null
                ? null
                : new IntervalStrips.Half(
                        spread.lowerQuartile().doubleValue(),
                        spread.upperQuartile().doubleValue());
    }
}
