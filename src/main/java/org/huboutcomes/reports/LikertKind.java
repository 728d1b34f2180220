package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.huboutcomes.publish.Symbol;
import org.huboutcomes.reports.chart.LikertChart;
import org.huboutcomes.reports.paper.Block;

/// Survey items from a published table of counts: one row for each item and option.
final class LikertKind implements ChartKind {

    private record Item(String label, TreeMap<Integer, BigDecimal> counts) {

        BigDecimal n() {
            return counts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        double share(int option) {
            return 100 * counts.getOrDefault(option, BigDecimal.ZERO).doubleValue() / n().doubleValue();
        }

        double positive(int options) {
            return share(options) + share(options - 1);
        }
    }

    @Override
    public List<Block> draw(Plan.Item item, Figures figures, SentenceBank bank) {
        List<String> options = item.list("options");
        List<Map<String, Object>> rows = figures.rows(item.word("table"));
        List<Item> items = items(rows, options.size(), item.word("count")).stream()
                .filter(one -> one.n().signum() > 0)
                .toList();
        if (items.isEmpty()) return List.of(new Block.Callout(bank.title("no survey", missing(item, figures, rows))));
        Comparator<Item> byPositive = Comparator.comparingDouble(one -> one.positive(options.size()));
        Facts facts = Facts.of(figures)
                .say("most", items.stream().max(byPositive).orElseThrow().label())
                .say("least", items.stream().min(byPositive).orElseThrow().label())
                .say(
                        "lowest",
                        percent(items.stream().min(byPositive).orElseThrow().positive(options.size())))
                .say(
                        "highest",
                        percent(items.stream().max(byPositive).orElseThrow().positive(options.size())))
                .flag("several", items.size() > 1)
                .say("response", response(item, figures));
        String title = bank.title("title likert", facts);
        return List.of(
                new Block.Figure(
                        title,
                        chart(options, items),
                        title + ". " + told(options, items),
                        bank.title("source likert", facts)),
                table(item.word("title"), options, items));
    }

    private static String response(Plan.Item item, Figures figures) {
        Reading response = figures.read(item.word("response"));
        return response.has() ? response.printed() + " (" + response.count() + ")" : response.printed();
    }

    private static Facts missing(Plan.Item item, Figures figures, List<Map<String, Object>> rows) {
        boolean isHidden = rows.stream().anyMatch(row -> Symbol.C.code().equals(row.get("symbol")));
        return ChartKind.missing(item, figures).flag(Symbol.C.code(), isHidden);
    }

    /// The items on a scale of that many options, as far as their counts may be printed.
    private static List<Item> items(List<Map<String, Object>> rows, int options, String count) {
        Map<Integer, Item> items = new TreeMap<>();
        for (Map<String, Object> row : rows) {
            Object found = row.get(count);
            if (found == null) continue;
            items.computeIfAbsent(
                            Row.whole(row, "item_order"), order -> new Item(Row.text(row, "item"), new TreeMap<>()))
                    .counts()
                    .put(Row.whole(row, "option_order"), new BigDecimal(found.toString()));
        }
        return items.values().stream()
                .filter(item -> item.counts().size() == options)
                .toList();
    }

    private static LikertChart chart(List<String> options, List<Item> items) {
        return new LikertChart(
                options,
                items.stream()
                        .map(item -> new LikertChart.Item(
                                item.label(),
                                IntStream.rangeClosed(1, options.size())
                                        .mapToObj(item::share)
                                        .toList(),
                                percent(item.positive(options.size())),
                                Words.value(item.n(), "count")))
                        .toList());
    }

    private static Block.Table table(String caption, List<String> options, List<Item> items) {
        List<String> columns = new ArrayList<>(List.of("Item"));
        columns.addAll(options);
        columns.add("n");
        List<List<String>> rows = new ArrayList<>();
        for (Item item : items) {
            List<String> row = new ArrayList<>(List.of(item.label()));
            for (int i = 1; i <= options.size(); i++)
                row.add(Words.value(item.counts().getOrDefault(i, BigDecimal.ZERO), "count"));
            row.add(Words.value(item.n(), "count"));
            rows.add(row);
        }
        return new Block.Table(caption, columns, rows);
    }

    private static String told(List<String> options, List<Item> items) {
        StringBuilder told = new StringBuilder();
        for (Item item : items)
            told.append(item.label())
                    .append(": ")
                    .append(percent(item.positive(options.size())))
                    .append(" positive, n = ")
                    .append(Words.value(item.n(), "count"))
                    .append(". ");
        return told.toString().strip();
    }

    private static String percent(double share) {
        return Words.value(BigDecimal.valueOf(share), "percent");
    }
}
