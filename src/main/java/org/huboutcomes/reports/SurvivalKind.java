package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.huboutcomes.publish.Result;
import org.huboutcomes.reports.chart.ChartMark;
import org.huboutcomes.reports.chart.SurvivalChart;
import org.huboutcomes.reports.paper.ReportBlock;
import org.huboutcomes.reports.paper.TableLayout;
import org.jspecify.annotations.Nullable;

/// A life table, from a published table of its steps, with the network's values if the indicator has them.
final class SurvivalKind implements ChartKind {

    // From the first year on, as many as fit side by side on paper.
    private static final int MOST_YEARS = 10;

    @Override
    public List<ReportBlock> draw(Plan.Item item, Figures figures, SentenceBank bank) {
        List<Map<String, Object>> rows =
                figures.rows(item.word("table")).stream().limit(MOST_YEARS).toList();
        SentenceContext missing = ChartKind.missing(item, figures);
        if (rows.size() < 2) return List.of(new ReportBlock.Callout(bank.title("no survival", missing)));
        List<SurvivalChart.Step> steps = rows.stream().map(SurvivalKind::step).toList();
        SurvivalChart.Step last = steps.get(steps.size() - 1);
        SentenceContext facts = SentenceContext.of(figures)
                .say("years", Integer.toString(last.year()))
                .say("value", last.share().printed());
        String title = bank.title("title survival", facts);
        List<SurvivalChart.Step> network = network(item, figures, last.year());
        return List.of(new ReportBlock.Series(
                title,
                new SurvivalChart(steps, network),
                ChartKind.alt(title),
                table(item, figures, rows, network),
                bank.title("source survival", facts)));
    }

    private static SurvivalChart.Step step(Map<String, Object> row) {
        return new SurvivalChart.Step(PublishedRow.whole(row, "year"), PublishedRow.share(row));
    }

    /// The breakdowns of the indicator are the years for which the network has a value.
    private static List<SurvivalChart.Step> network(Plan.Item item, Figures figures, int last) {
        List<SurvivalChart.Step> network = new ArrayList<>();
        if (figures.isNetwork()) return network;
        String indicator = item.list("indicators").get(0);
        List<String> breakdowns = item.list("breakdowns");
        List<?> years = (List<?>) item.keys().find("years");
        for (int i = 0; i < breakdowns.size(); i++) {
            int year = Integer.parseInt(String.valueOf(years == null ? i + 1 : years.get(i)));
            ChartMark mark = mark(figures, indicator, breakdowns.get(i));
            if (mark != null && year <= last) network.add(new SurvivalChart.Step(year, mark));
        }
        return network;
    }

    private static @Nullable ChartMark mark(Figures figures, String indicator, String breakdown) {
        return figures.read(indicator, Result.TOTAL, breakdown, figures.year()).networkMark();
    }

    private static ReportBlock.Table table(
            Plan.Item item, Figures figures, List<Map<String, Object>> rows, List<SurvivalChart.Step> network) {
        List<List<String>> cells = new ArrayList<>(List.of(
                row(item.word("kept"), rows, one -> PublishedRow.share(one).printed()),
                row(figures.word("limits"), rows, PublishedRow::limits),
                row(item.word("at_risk"), rows, one -> count(one, "at_risk")),
                row(item.word("lost"), rows, one -> count(one, "events"))));
        if (!network.isEmpty()) cells.add(row(figures.word("network row"), rows, one -> printed(one, network)));
        return new ReportBlock.Table(
                item.word("title"),
                TableLayout.SERIES,
                row(item.word("across"), rows, one -> PublishedRow.text(one, "year")),
                cells);
    }

    private static List<String> row(
            String label, List<Map<String, Object>> rows, Function<Map<String, Object>, String> told) {
        return Stream.concat(Stream.of(label), rows.stream().map(told)).toList();
    }

    private static String count(Map<String, Object> row, String column) {
        return FigureFormat.value(new BigDecimal(PublishedRow.text(row, column)), "count");
    }

    private static String printed(Map<String, Object> row, List<SurvivalChart.Step> network) {
        int year = PublishedRow.whole(row, "year");
        return network.stream()
                .filter(step -> step.year() == year)
                .map(step -> step.share().printed())
                .findFirst()
                .orElse("");
    }
}
