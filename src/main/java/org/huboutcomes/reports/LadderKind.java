package org.huboutcomes.reports;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.huboutcomes.publish.Result;
import org.huboutcomes.reports.chart.BarStrips;
import org.huboutcomes.reports.paper.ReportBlock;

/// Several breakdowns of one indicator as steps of a sequence.
final class LadderKind implements ChartKind {

    @Override
    public List<ReportBlock> draw(Plan.Item item, Figures figures, SentenceBank bank) {
        List<String> labels = item.list("labels");
        List<FigureInContext> readings = readings(item, figures);
        FigureInContext first = readings.get(0);
        // The last step that the network has: not every network has a pathway.
        List<FigureInContext> known =
                readings.stream().filter(FigureInContext::has).toList();
        FigureInContext last = known.isEmpty() ? first : known.get(known.size() - 1);
        SentenceContext facts = SentenceContext.of(
                        figures, last, labels.get(readings.indexOf(last)).toLowerCase(Locale.UK))
                .say("first", first.said())
                .say("first_subject", labels.get(0).toLowerCase(Locale.UK))
                .flag("both", first.has() && last.has() && !first.equals(last));
        if (readings.stream().noneMatch(FigureInContext::has))
            return List.of(new ReportBlock.Callout(bank.title("missing", facts)));
        String title = bank.title("title ladder", facts);
        return List.of(new ReportBlock.Plot(
                title,
                strips(figures, readings, true),
                ChartKind.alt(title),
                new ChartTables(figures).plot(item.word("title"), item.word("first"), labels, readings),
                SpineKind.coverage(readings, figures, bank)));
    }

    /// One breakdown of one indicator for each step.
    private static List<FigureInContext> readings(Plan.Item item, Figures figures) {
        List<String> indicators = item.list("indicators");
        List<String> breakdowns = item.list("breakdowns");
        return IntStream.range(0, breakdowns.size())
                .mapToObj(i -> figures.read(indicators.get(i), Result.TOTAL, breakdowns.get(i), figures.year()))
                .toList();
    }

    /// Bars of readings.
    static BarStrips strips(Figures figures, List<FigureInContext> readings, boolean paler) {
        return new BarStrips(
                readings.get(0).unit(),
                figures.word("self"),
                readings.stream()
                        .map(reading -> new BarStrips.Bar(
                                reading.mark(), reading.networkMark(), ChartTables.standing(reading), false))
                        .toList(),
                paler);
    }
}
