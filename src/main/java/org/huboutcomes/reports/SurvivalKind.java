package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huboutcomes.publish.Result;
import org.huboutcomes.reports.chart.Mark;
import org.huboutcomes.reports.chart.SurvivalChart;
import org.huboutcomes.reports.paper.Block;
import org.jspecify.annotations.Nullable;

/// A life table, from a published table of its steps, with the network's values where the indicator has them.
final class SurvivalKind implements ChartKind {

    @Override
    public List<Block> draw(Plan.Item item, Figures figures, SentenceBank bank) {
        List<Map<String, Object>> rows = figures.rows(item.word("table"));
        Facts missing = ChartKind.missing(item, figures);
        if (rows.size() < 2) return List.of(new Block.Callout(bank.title("no survival", missing)));
        List<SurvivalChart.Step> steps = rows.stream().map(SurvivalKind::step).toList();
        SurvivalChart.Step last = steps.get(steps.size() - 1);
        Facts facts = Facts.of(figures)
                .say("years", Integer.toString(last.year()))
                .say("value", last.share().printed())
                .say("schools", String.valueOf(steps.get(0).atRisk()));
        String title = bank.title("title survival", facts);
        Block.Table table = table(item, figures, rows);
        return List.of(
                new Block.Figure(
                        title,
                        new SurvivalChart(item.word("across"), steps, network(item, figures, last.year())),
                        title + ". " + told(table),
                        bank.title("source survival", facts)),
                table);
    }

    private static SurvivalChart.Step step(Map<String, Object> row) {
        return new SurvivalChart.Step(
                Row.whole(row, "year"), Row.share(row), Words.value(new BigDecimal(Row.text(row, "at_risk")), "count"));
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
            Mark mark = mark(figures, indicator, breakdowns.get(i));
            if (mark != null && year <= last) network.add(new SurvivalChart.Step(year, mark, null));
        }
        return network;
    }

    private static @Nullable Mark mark(Figures figures, String indicator, String breakdown) {
        return figures.read(indicator, Result.TOTAL, breakdown, figures.year()).networkMark();
    }

    private static Block.Table table(Plan.Item item, Figures figures, List<Map<String, Object>> rows) {
        List<List<String>> cells = new ArrayList<>();
        for (Map<String, Object> row : rows)
            cells.add(List.of(
                    Row.text(row, "year"),
                    Words.value(new BigDecimal(Row.text(row, "at_risk")), "count"),
                    Words.value(new BigDecimal(Row.text(row, "events")), "count"),
                    Row.share(row).printed(),
                    Row.limits(row)));
        return new Block.Table(
                item.word("title"),
                List.of(
                        item.word("across"),
                        item.word("at_risk"),
                        item.word("lost"),
                        item.word("kept"),
                        figures.word("limits")),
                cells);
    }

    private static String told(Block.Table table) {
        StringBuilder told = new StringBuilder();
        for (List<String> row : table.rows())
            told.append("After ")
                    .append(row.get(0))
                    .append(" years ")
                    .append(row.get(3))
                    .append(", ")
                    .append(row.get(1))
                    .append(" at risk. ");
        return told.toString().strip();
    }
}
