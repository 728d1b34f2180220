package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huboutcomes.publish.Symbol;
import org.huboutcomes.reports.chart.LikertStrips;
import org.huboutcomes.reports.paper.ReportBlock;
import org.huboutcomes.reports.paper.TableLayout;

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
    public List<ReportBlock> draw(Plan.Item item, Figures figures, SentenceBank bank) {
        List<String> options = item.list("options");
        List<Map<String, Object>> rows = figures.rows(item.word("table"));
        List<Item> items = items(rows, options.size(), item.word("count")).stream()
                .filter(one -> one.n().signum() > 0)
                .toList();
        if (items.isEmpty())
            return List.of(new ReportBlock.Callout(bank.title("no survey", missing(item, figures, rows))));
        Comparator<Item> byPositive = Comparator.comparingDouble(one -> one.positive(options.size()));
        Item highest = items.stream().max(byPositive).orElseThrow();
        Item lowest = items.stream().min(byPositive).orElseThrow();
        String most = called(item, highest);
        String least = called(item, lowest);
        // If two items have the same rank, neither is named.
        boolean isShared = Stream.of(highest, lowest)
                .anyMatch(end -> items.stream()
                                .filter(one -> byPositive.compare(one, end) == 0)
                                .count()
                        > 1);
        SentenceContext facts = SentenceContext.of(figures)
                .say("most", most)
                .say("least", least)
                .flag("brief", !most.isEmpty() && !least.isEmpty() && !isShared)
                .say("lowest", percent(lowest.positive(options.size())))
                .say("highest", percent(highest.positive(options.size())))
                .flag("several", items.size() > 1)
                .say("response", response(item, figures));
        String title = bank.title("title likert", facts);
        return List.of(new ReportBlock.Plot(
                title,
                strips(options, items),
                ChartKind.alt(title),
                table(item, figures, options, items),
                bank.title("source likert", facts)));
    }

    /// The name of an item in a title, such as "approval"; empty if the plan has none.
    private static String called(Plan.Item item, Item one) {
        Object called = item.keys().keys("called").map().get(one.label());
        return called == null ? "" : called.toString();
    }

    private static String response(Plan.Item item, Figures figures) {
        FigureInContext response = figures.read(item.word("response"));
        return response.has() ? response.printed() + " (" + response.counted() + ")" : response.printed();
    }

    private static SentenceContext missing(Plan.Item item, Figures figures, List<Map<String, Object>> rows) {
        boolean isHidden = rows.stream().anyMatch(row -> Symbol.C.code().equals(row.get("symbol")));
        return ChartKind.missing(item, figures).flag(Symbol.C.code(), isHidden);
    }

    /// The items with this number of options, as far as their counts may be printed.
    private static List<Item> items(List<Map<String, Object>> rows, int options, String count) {
        Map<Integer, Item> items = new TreeMap<>();
        for (Map<String, Object> row : rows) {
            Object found = row.get(count);
            if (found == null) continue;
            items.computeIfAbsent(
                            PublishedRow.whole(row, "item_order"),
                            order -> new Item(PublishedRow.text(row, "item"), new TreeMap<>()))
                    .counts()
                    .put(PublishedRow.whole(row, "option_order"), new BigDecimal(found.toString()));
        }
        return items.values().stream()
                .filter(item -> item.counts().size() == options)
                .toList();
    }

    private static LikertStrips strips(List<String> options, List<Item> items) {
        return new LikertStrips(
                options,
                items.stream()
                        .map(item -> IntStream.rangeClosed(1, options.size())
                                .mapToObj(item::share)
                                .toList())
                        .toList());
    }

    /// The counts of the options, labelled as briefly as the column width requires, and the share of the two most
    /// positive.
    private static ReportBlock.Table table(Plan.Item item, Figures figures, List<String> options, List<Item> items) {
        List<String> columns = new ArrayList<>(List.of(item.word("first")));
        columns.addAll(options);
        columns.add(figures.word("n"));
        columns.add(figures.word("positive"));
        List<List<String>> rows = new ArrayList<>();
        for (Item one : items) {
            List<String> row = new ArrayList<>(List.of(one.label()));
            for (int i = 1; i <= options.size(); i++)
                row.add(FigureFormat.value(one.counts().getOrDefault(i, BigDecimal.ZERO), "count"));
            row.add(FigureFormat.value(one.n(), "count"));
            row.add(percent(one.positive(options.size())));
            rows.add(row);
        }
        return new ReportBlock.Table(item.word("title"), TableLayout.ANSWERS, columns, rows);
    }

    private static String percent(double share) {
        return FigureFormat.value(BigDecimal.valueOf(share), "percent");
    }
}
