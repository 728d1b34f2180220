package org.huboutcomes.reports;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.huboutcomes.publish.Spread;
import org.huboutcomes.reports.chart.IntervalStrips;
import org.huboutcomes.reports.chart.Unit;
import org.huboutcomes.reports.paper.Block;
import org.jspecify.annotations.Nullable;

/// Several indicators of one unit with their limits, this hub beside its network.
final class IntervalsKind implements ChartKind {

    @Override
    public List<Block> draw(Plan.Item item, Figures figures, SentenceBank bank) {
        List<Reading> readings =
                item.list("indicators").stream().map(figures::read).toList();
        List<Reading> known = readings.stream().filter(Reading::has).toList();
        long differing = known.stream().filter(Reading::differs).count();
        if (known.isEmpty())
            return List.of(new Block.Callout(bank.title("missing", Facts.of(figures, readings.get(0), ""))));
        Reading first = known.stream().filter(Reading::differs).findFirst().orElse(known.get(0));
        Comparator<Reading> byValue = Comparator.comparing(Reading::amount);
        Facts facts = Facts.of(figures)
                .say("low", Collections.min(known, byValue).printed())
                .say("high", Collections.max(known, byValue).printed())
                .flag("several", known.size() > 1)
                .say("known", Integer.toString(known.size()))
                .say("differing", Long.toString(differing))
                .say("all", Integer.toString(readings.size()))
                .flag("apart", known.stream().noneMatch(Reading::isCompared))
                .say("title", first.title())
                .flag("one", differing == 1)
                .flag("above", first.comparison().equals("higher"))
                .flag("differs", differing > 0);
        String title = bank.title("title intervals", facts);
        return List.of(new Block.Plot(
                title,
                strips(item, readings, known),
                title + ". " + new Tables(figures).told(readings),
                new Tables(figures).plot(item.word("title"), readings),
                bank.title("source intervals", facts)));
    }

    /// Rows of another unit than the first print their value and draw nothing: they have no place on its axis.
    static IntervalStrips strips(Plan.Item item, List<Reading> readings, List<Reading> known) {
        Unit unit = known.get(0).unit();
        return new IntervalStrips(
                unit, readings.stream().map(reading -> row(unit, reading)).toList(), ends(item), item.number("parity"));
    }

    private static IntervalStrips.@Nullable Ends ends(Plan.Item item) {
        Double from = item.number("from");
        Double to = item.number("to");
        return from == null || to == null ? null : new IntervalStrips.Ends(from, to);
    }

    private static IntervalStrips.Row row(Unit unit, Reading reading) {
        boolean fits = reading.unit() == unit;
        return new IntervalStrips.Row(
                fits ? reading.mark() : null,
                fits ? reading.networkMark() : null,
                fits && reading.isWhole() ? half(reading.spread()) : null,
                Tables.standing(reading));
    }

    private static IntervalStrips.@Nullable Half half(@Nullable Spread spread) {
        return spread == null
                ? null
                : new IntervalStrips.Half(
                        spread.lowerQuartile().doubleValue(),
                        spread.upperQuartile().doubleValue());
    }
}
