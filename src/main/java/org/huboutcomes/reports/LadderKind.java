package org.huboutcomes.reports;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.huboutcomes.publish.Result;
import org.huboutcomes.reports.chart.BarStrips;
import org.huboutcomes.reports.paper.Block;

/// Several breakdowns of one indicator as the rungs of a ladder.
final class LadderKind implements ChartKind {

    @Override
    public List<Block> draw(Plan.Item item, Figures figures, SentenceBank bank) {
        List<String> labels = item.list("labels");
        List<Reading> readings = readings(item, figures);
        Reading first = readings.get(0);
        // The last rung that the network has: not every network has a pathway.
        List<Reading> known = readings.stream().filter(Reading::has).toList();
        Reading last = known.isEmpty() ? first : known.get(known.size() - 1);
        Facts facts = Facts.of(figures, last, labels.get(readings.indexOf(last)).toLowerCase(Locale.UK))
                .say("first", first.printed())
                .say("first_subject", labels.get(0).toLowerCase(Locale.UK))
                .flag("both", first.has() && last.has() && !first.equals(last));
        if (readings.stream().noneMatch(Reading::has)) return List.of(new Block.Callout(bank.title("missing", facts)));
        String title = bank.title("title ladder", facts);
        return List.of(new Block.Plot(
                title,
                strips(figures, readings, true),
                title + ". " + new Tables(figures).told(labels, readings),
                new Tables(figures).plot(item.word("title"), item.word("first"), labels, readings),
                bank.title("source", facts)));
    }

    /// One breakdown of one indicator for each rung.
    private static List<Reading> readings(Plan.Item item, Figures figures) {
        List<String> indicators = item.list("indicators");
        List<String> breakdowns = item.list("breakdowns");
        return IntStream.range(0, breakdowns.size())
                .mapToObj(i -> figures.read(indicators.get(i), Result.TOTAL, breakdowns.get(i), figures.year()))
                .toList();
    }

    /// Bars of readings.
    static BarStrips strips(Figures figures, List<Reading> readings, boolean paler) {
        return new BarStrips(
                readings.get(0).unit(),
                figures.word("self"),
                readings.stream()
                        .map(reading -> new BarStrips.Bar(
                                reading.mark(), reading.networkMark(), Tables.standing(reading), false))
                        .toList(),
                paler);
    }
}
