package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.huboutcomes.reports.chart.GridChart;
import org.huboutcomes.reports.paper.Block;
import org.jspecify.annotations.Nullable;

/// Contexts in rows and columns, from a published table with one row for each.
final class GridKind implements ChartKind {

    @Override
    public List<Block> draw(Plan.Item item, Figures figures, SentenceBank bank) {
        List<Map<String, Object>> rows = figures.rows(item.word("table")).stream()
                .filter(row -> row.get("engaged") != null)
                .toList();
        if (rows.isEmpty()) return List.of(new Block.Callout(bank.title("missing", ChartKind.missing(item, figures))));
        TreeMap<Integer, String> columns = new TreeMap<>();
        Map<String, Map<Integer, GridChart.Cell>> grid = new LinkedHashMap<>();
        for (Map<String, Object> row : rows) {
            columns.put(Row.whole(row, "third_order"), Row.text(row, "third"));
            grid.computeIfAbsent(Row.text(row, "phase") + ", " + lower(Row.text(row, "place")), name -> new TreeMap<>())
                    .put(Row.whole(row, "third_order"), cell(row));
        }
        List<GridChart.Row> chart = new ArrayList<>();
        grid.forEach((label, cells) -> chart.add(new GridChart.Row(label, across(columns, cells))));
        Facts facts = facts(figures, rows);
        String title = bank.title("title grid", facts);
        Block.Table table = table(item, columns, chart);
        return List.of(
                new Block.Figure(
                        title,
                        new GridChart(List.copyOf(columns.values()), chart),
                        title + ". " + told(table),
                        bank.title("source grid", facts)),
                table);
    }

    private static Facts facts(Figures figures, List<Map<String, Object>> rows) {
        long told = rows.stream().filter(row -> row.get("is_reached") != null).count();
        long reached = rows.stream()
                .filter(row -> Boolean.TRUE.equals(row.get("is_reached")))
                .count();
        return Facts.of(figures)
                .say("contexts", Long.toString(told))
                .say("reached", Long.toString(reached))
                .flag("all", told == reached && told > 0)
                .flag("few", told == 0);
    }

    private static GridChart.Cell cell(Map<String, Object> row) {
        return new GridChart.Cell(
                number(row, "engaged") + " of " + number(row, "eligible"), (Boolean) row.get("is_reached"));
    }

    private static String number(Map<String, Object> row, String column) {
        return Words.value(new BigDecimal(Row.text(row, column)), "count");
    }

    private static List<GridChart.@Nullable Cell> across(
            TreeMap<Integer, String> columns, Map<Integer, GridChart.Cell> cells) {
        List<GridChart.@Nullable Cell> across = new ArrayList<>();
        columns.keySet().forEach(column -> across.add(cells.get(column)));
        return across;
    }

    private static Block.Table table(Plan.Item item, TreeMap<Integer, String> columns, List<GridChart.Row> grid) {
        List<String> heads = new ArrayList<>(List.of(item.word("first")));
        heads.addAll(columns.values());
        List<List<String>> rows = new ArrayList<>();
        for (GridChart.Row row : grid) {
            List<String> cells = new ArrayList<>(List.of(row.label()));
            row.cells()
                    .forEach(cell -> cells.add(
                            cell == null ? "" : Objects.requireNonNull(cell).words()));
            rows.add(cells);
        }
        return new Block.Table(item.word("title"), heads, rows);
    }

    private static String told(Block.Table table) {
        StringBuilder told = new StringBuilder();
        for (List<String> row : table.rows())
            told.append(row.get(0))
                    .append(": ")
                    .append(String.join("; ", row.subList(1, row.size())))
                    .append(". ");
        return told.toString().strip();
    }

    private static String lower(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
