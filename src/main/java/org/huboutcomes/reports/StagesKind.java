package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.huboutcomes.reports.chart.StagesChart;
import org.huboutcomes.reports.paper.Block;

/// Schools by stage and academic year, from a published table of counts.
final class StagesKind implements ChartKind {

    @Override
    public List<Block> draw(Plan.Item item, Figures figures, SentenceBank bank) {
        String total = item.word("total");
        TreeMap<Integer, String> stages = new TreeMap<>();
        TreeMap<Integer, Map<String, Long>> years = new TreeMap<>();
        for (Map<String, Object> row : figures.rowsOfAllYears(item.word("table"))) {
            String stage = Row.text(row, "stage");
            if (!stage.equals(total)) stages.put(Row.whole(row, "stage_order"), stage);
            years.computeIfAbsent(Row.whole(row, "time_period"), year -> new TreeMap<>())
                    .put(stage, (long) Row.whole(row, "schools"));
        }
        TreeSet<Integer> shown =
                new TreeSet<>(years.headMap(figures.year(), true).keySet());
        if (shown.isEmpty())
            return List.of(new Block.Callout(bank.title("no stages", ChartKind.missing(item, figures))));
        List<String> names = List.copyOf(stages.values());
        List<StagesChart.Column> columns = shown.stream()
                .map(year -> column(year, names, total, years.getOrDefault(year, Map.of())))
                .toList();
        StagesChart.Column last = columns.get(columns.size() - 1);
        Facts facts = Facts.of(figures)
                .say("schools", Words.value(BigDecimal.valueOf(last.total()), "count"))
                .say("latest", last.label())
                .say("last_stage", names.get(names.size() - 1))
                .say("at_last", Long.toString(last.counts().get(names.size() - 1)));
        String title = bank.title("title stages", facts);
        Block.Table table = table(item.word("title"), names, columns);
        return List.of(
                new Block.Figure(
                        title,
                        new StagesChart(names, columns),
                        title + ". " + told(table),
                        bank.title("source stages", facts)),
                table);
    }

    private static List<Long> counts(List<String> stages, Map<String, Long> found) {
        return stages.stream().map(stage -> found.getOrDefault(stage, 0L)).toList();
    }

    /// A school at two stages counts at both, and once in the total, so the total is a row of its own.
    private static StagesChart.Column column(int year, List<String> stages, String total, Map<String, Long> found) {
        List<Long> counts = counts(stages, found);
        long all = counts.stream().mapToLong(Long::longValue).sum();
        return new StagesChart.Column(Words.year(year), counts, found.getOrDefault(total, all));
    }

    private static Block.Table table(String caption, List<String> stages, List<StagesChart.Column> columns) {
        List<String> heads = new ArrayList<>(List.of("Academic year"));
        heads.addAll(stages);
        heads.add("Schools");
        List<List<String>> rows = new ArrayList<>();
        for (StagesChart.Column column : columns) {
            List<String> row = new ArrayList<>(List.of(column.label()));
            column.counts().forEach(count -> row.add(Words.value(BigDecimal.valueOf(count), "count")));
            row.add(Words.value(BigDecimal.valueOf(column.total()), "count"));
            rows.add(row);
        }
        return new Block.Table(caption, heads, rows);
    }

    private static String told(Block.Table table) {
        StringBuilder told = new StringBuilder();
        for (List<String> row : table.rows()) {
            told.append(row.get(0)).append(": ");
            for (int i = 1; i < row.size(); i++)
                told.append(i > 1 ? ", " : "")
                        .append(table.columns().get(i))
                        .append(' ')
                        .append(row.get(i));
            told.append(". ");
        }
        return told.toString().strip();
    }
}
