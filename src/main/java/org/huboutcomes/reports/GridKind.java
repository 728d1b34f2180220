package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huboutcomes.reports.chart.CellStrips;
import org.huboutcomes.reports.paper.ReportBlock;
import org.huboutcomes.reports.paper.TableLayout;
import org.jspecify.annotations.Nullable;

/// Contexts in rows and columns, from a published table with one row for each context.
final class GridKind implements ChartKind {

    private record Cell(String words, CellStrips.State state) {}

    @Override
    public List<ReportBlock> draw(Plan.Item item, Figures figures, SentenceBank bank) {
        List<Map<String, Object>> rows = figures.rows(item.word("table")).stream()
                .filter(row -> row.get("engaged") != null)
                .toList();
        if (rows.isEmpty())
            return List.of(new ReportBlock.Callout(bank.title("missing", ChartKind.missing(item, figures))));
        TreeMap<Integer, String> columns = new TreeMap<>();
        Map<String, Map<Integer, Cell>> grid = new LinkedHashMap<>();
        for (Map<String, Object> row : rows) {
            columns.put(PublishedRow.whole(row, "third_order"), PublishedRow.text(row, "third"));
            grid.computeIfAbsent(
                            PublishedRow.text(row, "phase") + ", " + lower(PublishedRow.text(row, "place")),
                            name -> new TreeMap<>())
                    .put(PublishedRow.whole(row, "third_order"), cell(row));
        }
        Map<String, List<@Nullable Cell>> across = new LinkedHashMap<>();
        grid.forEach((label, cells) -> across.put(label, across(columns, cells)));
        SentenceContext facts = facts(figures, rows);
        String title = bank.title("title grid", facts);
        ReportBlock.Table table = table(item, columns, across);
        return List.of(new ReportBlock.Plot(
                title, strips(across), ChartKind.alt(title), table, bank.title("source grid", facts)));
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

    private static SentenceContext facts(Figures figures, List<Map<String, Object>> rows) {
        long told = rows.stream().filter(row -> row.get("is_reached") != null).count();
        long reached = rows.stream()
                .filter(row -> Boolean.TRUE.equals(row.get("is_reached")))
                .count();
        return SentenceContext.of(figures)
                .say("contexts", Long.toString(told))
                .say("reached", Long.toString(reached))
                .flag("few", told == 0);
    }

    private static Cell cell(Map<String, Object> row) {
        return new Cell(number(row, "engaged") + " of " + number(row, "eligible"), state(row.get("is_reached")));
    }

    /// Null if there are too few schools to say.
    private static CellStrips.State state(@Nullable Object reached) {
        if (reached == null) return CellStrips.State.TOO_FEW;
        return Boolean.TRUE.equals(reached) ? CellStrips.State.REACHED : CellStrips.State.NOT_REACHED;
    }

    private static String number(Map<String, Object> row, String column) {
        return FigureFormat.value(new BigDecimal(PublishedRow.text(row, column)), "count");
    }

    private static List<@Nullable Cell> across(TreeMap<Integer, String> columns, Map<Integer, Cell> cells) {
        List<@Nullable Cell> across = new ArrayList<>();
        columns.keySet().forEach(column -> across.add(cells.get(column)));
        return across;
    }

    private static ReportBlock.Table table(
            Plan.Item item, TreeMap<Integer, String> columns, Map<String, List<@Nullable Cell>> grid) {
        List<String> heads = new ArrayList<>(List.of(item.word("first")));
        heads.addAll(columns.values());
        List<List<String>> rows = new ArrayList<>();
        grid.forEach((label, found) -> {
            List<String> cells = new ArrayList<>(List.of(label));
            found.forEach(cell -> cells.add(cell == null ? "" : cell.words()));
            rows.add(cells);
        });
        return new ReportBlock.Table(item.word("title"), TableLayout.CELLS, heads, rows);
    }

    private static String lower(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
