package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huboutcomes.reports.chart.BarStrips;
import org.huboutcomes.reports.chart.Mark;
import org.huboutcomes.reports.chart.Standing;
import org.huboutcomes.reports.chart.Unit;
import org.huboutcomes.reports.paper.Block;
import org.huboutcomes.reports.paper.Layout;

/// How the eligible schools are made up, topic by topic, from a published table with a row for each group.
final class ContextKind implements ChartKind {

    @Override
    public List<Block> draw(Plan.Item item, Figures figures, SentenceBank bank) {
        Map<String, List<Map<String, Object>>> topics = new LinkedHashMap<>();
        for (Map<String, Object> row : figures.rows(item.word("table")))
            topics.computeIfAbsent(Row.text(row, "topic"), topic -> new ArrayList<>())
                    .add(row);
        if (topics.isEmpty())
            return List.of(new Block.Callout(bank.title("no context", ChartKind.missing(item, figures))));
        long all = total(topics.values().iterator().next());
        Facts facts = Facts.of(figures)
                .say("schools", Words.value(BigDecimal.valueOf(all), "count"))
                .flag("one", all == 1);
        String title = bank.title("title context", facts);
        Block.Table table = table(item, topics);
        return List.of(new Block.Plot(
                title, strips(item, topics), title + ". " + told(table), table, bank.title("source context", facts)));
    }

    private static BarStrips strips(Plan.Item item, Map<String, List<Map<String, Object>>> topics) {
        List<BarStrips.Bar> bars = new ArrayList<>();
        topics.values().forEach(rows -> {
            long all = total(rows);
            for (int i = 0; i < rows.size(); i++) {
                double share = 100.0 * eligible(rows.get(i)) / all;
                bars.add(new BarStrips.Bar(new Mark(share, null, null, ""), null, Standing.NONE, i == rows.size() - 1));
            }
        });
        return new BarStrips(Unit.PERCENT, item.word("share"), bars, false);
    }

    private static long total(List<Map<String, Object>> rows) {
        return rows.stream().mapToLong(ContextKind::eligible).sum();
    }

    private static long eligible(Map<String, Object> row) {
        return Row.whole(row, "eligible");
    }

    private static Block.Table table(Plan.Item item, Map<String, List<Map<String, Object>>> topics) {
        List<List<String>> rows = new ArrayList<>();
        topics.forEach((topic, parts) -> {
            long all = total(parts);
            for (Map<String, Object> row : parts)
                rows.add(List.of(
                        topic + ": " + lower(Row.text(row, "item")),
                        Words.value(BigDecimal.valueOf(eligible(row)), "count"),
                        Words.value(BigDecimal.valueOf(100.0 * eligible(row) / all), "percent")));
        });
        return new Block.Table(
                item.word("title"),
                Layout.PLOT,
                List.of(item.word("first"), item.word("eligible"), item.word("share")),
                rows);
    }

    private static String told(Block.Table table) {
        return table.rows().stream()
                .map(row -> row.get(0) + " " + row.get(1) + " (" + row.get(2) + ").")
                .collect(Collectors.joining(" "));
    }

    private static String lower(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
