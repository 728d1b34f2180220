package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huboutcomes.reports.chart.SharesChart;
import org.huboutcomes.reports.paper.Block;

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
        List<SharesChart.Side> sides = topics.entrySet().stream()
                .map(topic -> side(topic.getKey(), topic.getValue()))
                .toList();
        long all = total(topics.values().iterator().next());
        Facts facts = Facts.of(figures)
                .say("schools", Words.value(BigDecimal.valueOf(all), "count"))
                .flag("one", all == 1);
        String title = bank.title("title context", facts);
        Block.Table table = table(item, topics);
        return List.of(
                new Block.Figure(
                        title, new SharesChart(sides), title + ". " + told(sides), bank.title("source context", facts)),
                table);
    }

    private static SharesChart.Side side(String topic, List<Map<String, Object>> rows) {
        long all = total(rows);
        return new SharesChart.Side(
                topic,
                rows.stream()
                        .map(row -> new SharesChart.Part(
                                Row.text(row, "item"),
                                100.0 * eligible(row) / all,
                                Words.value(BigDecimal.valueOf(eligible(row)), "count")))
                        .toList());
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
                item.word("title"), List.of(item.word("first"), item.word("eligible"), item.word("share")), rows);
    }

    private static String told(List<SharesChart.Side> sides) {
        StringBuilder told = new StringBuilder();
        for (SharesChart.Side side : sides) {
            told.append(side.label()).append(": ");
            for (SharesChart.Part part : side.parts())
                told.append(lower(part.label()))
                        .append(' ')
                        .append(part.printed())
                        .append("; ");
            told.setLength(told.length() - 2);
            told.append(". ");
        }
        return told.toString().strip();
    }

    private static String lower(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
