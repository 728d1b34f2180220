package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huboutcomes.reports.chart.CellStrips;
import org.huboutcomes.reports.paper.Block;
import org.huboutcomes.reports.paper.Layout;
import org.jspecify.annotations.Nullable;

/// Contexts in rows and columns, from a published table with one row for each.
final class GridKind implements ChartKind {

    private record Cell(String words, CellStrips.State state) {}

    @Override
    public List<Block> draw(Plan.Item item, Figures figures, SentenceBank bank) {
        List<Map<String, Object>> rows = figures.rows(item.word("table")).stream()
                .filter(row -> row.get("engaged") != null)
                .toList();
        if (rows.isEmpty()) return List.of(new Block.Callout(bank.title("missing", ChartKind.missing(item, figures))));
        TreeMap<Integer, String> columns = new TreeMap<>();
        Map<String, Map<Integer, Cell>> grid = new LinkedHashMap<>();
        for (Map<String, Object> row : rows) {
            columns.put(Row.whole(row, "third_order"), Row.text(row, "third"));
            grid.computeIfAbsent(Row.text(row, "phase") + ", " + lower(Row.text(row, "place")), name -> new TreeMap<>())
                    .put(Row.whole(row, "third_order"), cell(row));
        }
        Map<String, List<@Nullable Cell>> across = new LinkedHashMap<>();
        grid.forEach((label, cells) -> across.put(label, across(columns, cells)));
        Facts facts = facts(figures, rows);
        String title = bank.title("title grid", facts);
        Block.Table table = table(item, columns, across);
        return List.of(new Block.Plot(
                title, strips(across), title + ". " + told(table), table, bank.title("source grid", facts)));
    }

    private static CellStrips strips(Map<String, List<@Nullable Cell>> across) {
        List<List<CellStrips.@Nullable State>> rows = new ArrayList<>();
        for (List<@Nullable Cell> cells : across.values()) {
            List<CellStrips.@Nullable State> states = new ArrayList<>();
            cells.forEach(cell -> states.add(cell == null ? null : cell.state()));
            rows.add(states);
        }
        return new CellStrips(rows);
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

    private static Cell cell(Map<String, Object> row) {
        return new Cell(number(row, "engaged") + " of " + number(row, "eligible"), state(row.get("is_reached")));
    }

    /// Null where there are too few schools to tell.
    private static CellStrips.State state(@Nullable Object reached) {
        if (reached == null) return CellStrips.State.TOO_FEW;
        return Boolean.TRUE.equals(reached) ? CellStrips.State.REACHED : CellStrips.State.NOT_REACHED;
    }

    private static String number(Map<String, Object> row, String column) {
        return Words.value(new BigDecimal(Row.text(row, column)), "count");
    }

    private static List<@Nullable Cell> across(TreeMap<Integer, String> columns, Map<Integer, Cell> cells) {
        List<@Nullable Cell> across = new ArrayList<>();
        columns.keySet().forEach(column -> across.add(cells.get(column)));
        return across;
    }

    private static Block.Table table(
            Plan.Item item, TreeMap<Integer, String> columns, Map<String, List<@Nullable Cell>> grid) {
        List<String> heads = new ArrayList<>(List.of(item.word("first")));
        heads.addAll(columns.values());
        List<List<String>> rows = new ArrayList<>();
        grid.forEach((label, found) -> {
            List<String> cells = new ArrayList<>(List.of(label));
            found.forEach(cell -> cells.add(cell == null ? "" : cell.words()));
            rows.add(cells);
        });
        return new Block.Table(item.word("title"), Layout.CELLS, heads, rows);
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
