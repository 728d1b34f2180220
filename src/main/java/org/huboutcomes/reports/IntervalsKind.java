package org.huboutcomes.reports;

import java.util.List;
import org.huboutcomes.reports.chart.IntervalsChart;
import org.huboutcomes.reports.paper.Block;

/// Several indicators of one unit with their limits, this hub beside its network.
final class IntervalsKind implements ChartKind {

    @Override
    public List<Block> draw(Plan.Item item, Figures figures, SentenceBank bank) {
        List<Reading> readings =
                item.list("indicators").stream().map(figures::read).toList();
        List<Reading> known = readings.stream().filter(Reading::has).toList();
        long differing = known.stream().filter(IntervalsKind::differs).count();
        Facts facts = Facts.of(figures)
                .say("known", Integer.toString(known.size()))
                .say("differing", Long.toString(differing))
                .say("all", Integer.toString(readings.size()))
                .flag("nothing", known.isEmpty())
                .flag("one", differing == 1)
                .flag("differs", differing > 0);
        if (known.isEmpty())
            return List.of(new Block.Callout(bank.title("missing", Facts.of(figures, readings.get(0), ""))));
        String title = bank.title("title intervals", facts);
        return List.of(
                new Block.Figure(
                        title,
                        chart(readings, known),
                        title + ". " + Tables.told(readings),
                        bank.title("source", facts)),
                Tables.readings(item.word("title"), readings));
    }

    private static boolean differs(Reading reading) {
        String comparison = reading.hub() == null ? "" : reading.hub().comparison();
        return comparison.equals("higher") || comparison.equals("lower");
    }

    private static IntervalsChart chart(List<Reading> readings, List<Reading> known) {
        return new IntervalsChart(
                known.get(0).unit(),
                readings.stream()
                        .map(reading -> new IntervalsChart.Row(
                                reading.title(), reading.mark(), reading.networkMark(), reading.note()))
                        .toList(),
                100);
    }
}
