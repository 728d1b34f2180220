package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huboutcomes.reports.chart.FlowChart;
import org.huboutcomes.reports.paper.ReportBlock;

/// What happened this year to last year's schools, from a published table of transitions, in the table's own order.
final class FlowKind implements ChartKind {

    /// The number of schools from which on a move is drawn separately.
    private static final long FEW = 5;

    @Override
    public List<ReportBlock> draw(Plan.Item item, Figures figures, SentenceBank bank) {
        List<FlowChart.Ribbon> ribbons = figures.rows(item.word("table")).stream()
                .map(row -> ribbon(row, item))
                .filter(ribbon -> ribbon.schools() > 0)
                .toList();
        if (ribbons.isEmpty())
            return List.of(new ReportBlock.Callout(bank.title("no flow", ChartKind.missing(item, figures))));
        List<String> order = item.list("order");
        List<String> from =
                ordered(order, ribbons.stream().map(FlowChart.Ribbon::from).toList());
        List<String> to =
                ordered(order, ribbons.stream().map(FlowChart.Ribbon::to).toList());
        List<String> stages = item.list("stages");
        long all = ribbons.stream().mapToLong(FlowChart.Ribbon::schools).sum();
        long active = ribbons.stream()
                .filter(ribbon -> stages.contains(ribbon.from()))
                .mapToLong(FlowChart.Ribbon::schools)
                .sum();
        long higher = ribbons.stream()
                .filter(ribbon -> stages.contains(ribbon.from()))
                .filter(ribbon -> stages.indexOf(ribbon.to()) > stages.indexOf(ribbon.from()))
                .mapToLong(FlowChart.Ribbon::schools)
                .sum();
        long same = ribbons.stream()
                .filter(ribbon ->
                        stages.contains(ribbon.from()) && ribbon.from().equals(ribbon.to()))
                .mapToLong(FlowChart.Ribbon::schools)
                .sum();
        List<FlowChart.Ribbon> small =
                ribbons.stream().filter(ribbon -> ribbon.schools() < FEW).toList();
        long few = small.stream().mapToLong(FlowChart.Ribbon::schools).sum();
        // If most schools moved in small groups, these are drawn.
        boolean isGrouped = !small.isEmpty() && few * 2 < all;
        SentenceContext facts = SentenceContext.of(figures)
                .say("schools", number(active))
                .say("higher", number(higher))
                .flag("nothing", active == 0)
                .say("same", number(same))
                .say("groups", number(small.size()))
                .say("rows", number(few))
                .flag("cut", isGrouped);
        String title = bank.title("title flow", facts);
        FlowChart chart = new FlowChart(
                FigureFormat.year(figures.yearBefore()),
                FigureFormat.year(figures.year()),
                stages,
                from,
                to,
                ribbons,
                isGrouped ? FEW : 0);
        return List.of(
                new ReportBlock.Figure(title, chart, ChartKind.alt(title), bank.title("source flow", facts)),
                table(SentenceBank.filled(item.word("title"), facts), figures, from, to, ribbons));
    }

    private static FlowChart.Ribbon ribbon(Map<String, Object> row, Plan.Item item) {
        return new FlowChart.Ribbon(
                called(PublishedRow.text(row, item.word("from")), item),
                called(PublishedRow.text(row, item.word("to")), item),
                PublishedRow.whole(row, "schools"));
    }

    /// The plan's name for a stage, in place of the table's.
    private static String called(String stage, Plan.Item item) {
        return String.valueOf(item.keys().keys("called").map().getOrDefault(stage, stage));
    }

    private static List<String> ordered(List<String> order, List<String> found) {
        Set<String> stages = new LinkedHashSet<>(order);
        stages.retainAll(found);
        stages.addAll(found);
        return List.copyOf(stages);
    }

    private static ReportBlock.Table table(
            String caption, Figures figures, List<String> from, List<String> to, List<FlowChart.Ribbon> ribbons) {
        List<String> heads = new ArrayList<>(List.of("Stage in " + FigureFormat.year(figures.yearBefore())));
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
        return new ReportBlock.Table(caption, heads, rows);
    }

    private static String number(long count) {
        return FigureFormat.value(BigDecimal.valueOf(count), "count");
    }

    private static long count(List<FlowChart.Ribbon> ribbons, String from, String to) {
        return ribbons.stream()
                .filter(ribbon -> ribbon.from().equals(from) && ribbon.to().equals(to))
                .mapToLong(FlowChart.Ribbon::schools)
                .sum();
    }
}
