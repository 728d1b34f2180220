package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huboutcomes.reports.chart.FlowChart;
import org.huboutcomes.reports.paper.Block;

/// Where the schools of last year are this year, from a published table of transitions, in the table's own order.
final class FlowKind implements ChartKind {

    @Override
    public List<Block> draw(Plan.Item item, Figures figures, SentenceBank bank) {
        List<FlowChart.Ribbon> ribbons = figures.rows(item.word("table")).stream()
                .map(row -> ribbon(row, item.word("from"), item.word("to")))
                .filter(ribbon -> ribbon.schools() > 0)
                .toList();
        if (ribbons.isEmpty())
            return List.of(new Block.Callout(bank.title("no flow", ChartKind.missing(item, figures))));
        List<String> order = item.list("order");
        List<String> from =
                ordered(order, ribbons.stream().map(FlowChart.Ribbon::from).toList());
        List<String> to =
                ordered(order, ribbons.stream().map(FlowChart.Ribbon::to).toList());
        long all = ribbons.stream().mapToLong(FlowChart.Ribbon::schools).sum();
        long same = ribbons.stream()
                .filter(ribbon -> ribbon.from().equals(ribbon.to()))
                .mapToLong(FlowChart.Ribbon::schools)
                .sum();
        Facts facts = Facts.of(figures).say("schools", number(all)).say("same", number(same));
        String title = bank.title("title flow", facts);
        FlowChart chart =
                new FlowChart(Words.year(figures.yearBefore()), Words.year(figures.year()), from, to, ribbons);
        return List.of(
                new Block.Figure(title, chart, title + ". " + told(ribbons), bank.title("source flow", facts)),
                table(SentenceBank.filled(item.word("title"), facts), figures, from, to, ribbons));
    }

    private static FlowChart.Ribbon ribbon(Map<String, Object> row, String from, String to) {
        return new FlowChart.Ribbon(Row.text(row, from), Row.text(row, to), Row.whole(row, "schools"));
    }

    private static List<String> ordered(List<String> order, List<String> found) {
        Set<String> stages = new LinkedHashSet<>(order);
        stages.retainAll(found);
        stages.addAll(found);
        return List.copyOf(stages);
    }

    private static Block.Table table(
            String caption, Figures figures, List<String> from, List<String> to, List<FlowChart.Ribbon> ribbons) {
        List<String> heads = new ArrayList<>(List.of("Stage in " + Words.year(figures.yearBefore())));
        heads.addAll(to);
        heads.add("All");
        List<List<String>> rows = new ArrayList<>();
        for (String stage : from) {
            List<String> row = new ArrayList<>(List.of(stage));
            to.forEach(other -> row.add(number(count(ribbons, stage, other))));
            row.add(number(
                    to.stream().mapToLong(other -> count(ribbons, stage, other)).sum()));
            rows.add(row);
        }
        return new Block.Table(caption, heads, rows);
    }

    private static String number(long count) {
        return Words.value(BigDecimal.valueOf(count), "count");
    }

    private static long count(List<FlowChart.Ribbon> ribbons, String from, String to) {
        return ribbons.stream()
                .filter(ribbon -> ribbon.from().equals(from) && ribbon.to().equals(to))
                .mapToLong(FlowChart.Ribbon::schools)
                .sum();
    }

    private static String told(List<FlowChart.Ribbon> ribbons) {
        StringBuilder told = new StringBuilder();
        for (FlowChart.Ribbon ribbon : ribbons)
            told.append(ribbon.from())
                    .append(" to ")
                    .append(ribbon.to())
                    .append(": ")
                    .append(ribbon.schools())
                    .append(". ");
        return told.toString().strip();
    }
}
