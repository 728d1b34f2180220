package org.huboutcomes.reports.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huboutcomes.reports.chart.Chart;
import org.huboutcomes.reports.chart.Look;
import org.huboutcomes.reports.chart.Pen;
import org.huboutcomes.reports.chart.Strips;
import org.jspecify.annotations.Nullable;

/// Blocks as the template sees them: one line for each band to be printed, a map from field to value.
final class Lines {

    private static final int KEYS = 14;
    private static final int AXIS = 12;

    private final Look look;
    private final List<Map<String, Object>> lines = new ArrayList<>();
    private int page;
    private int titles;
    private int set;
    private int figures;
    private int tables;
    private int section;
    private @Nullable Integer broken;
    private boolean headed;

    private Lines(Look look) {
        this.look = look;
    }

    static List<Map<String, Object>> of(List<Block> blocks, Look look) {
        Lines lines = new Lines(look);
        blocks.forEach(lines::add);
        return lines.lines;
    }

    private void add(Block block) {
        // What follows a heading stays with it, a table with its chart, and the entries of a definition with each
        // other.
        if (!headed && !(block instanceof Block.Entry) && !(block instanceof Block.Note)) set++;
        headed = block instanceof Block.Figure;
        if (block instanceof Block.Title title) title(title);
        else if (block instanceof Block.Heading heading) headed("heading", heading.text());
        else if (block instanceof Block.Subheading heading) headed("subheading", heading.text());
        else if (block instanceof Block.Paragraph paragraph) line("paragraph").put("text", paragraph.text());
        else if (block instanceof Block.Callout callout) line("callout").put("text", callout.text());
        else if (block instanceof Block.Cards cards) cards(cards.cards());
        else if (block instanceof Block.Figure figure) figure(figure);
        else if (block instanceof Block.Plot plot) plot(plot);
        else if (block instanceof Block.Series series) series(series);
        else if (block instanceof Block.Table table) table(table);
        else if (block instanceof Block.Entry entry) entry(entry);
        else if (block instanceof Block.Note note) line("source").put("text", note.text());
    }

    private Map<String, Object> line(String kind) {
        Map<String, Object> line = new HashMap<>();
        line.put("kind", kind);
        line.put("page", page);
        line.put("set", set);
        line.put("section", section);
        if (broken != null) line.put("long", broken);
        lines.add(line);
        return line;
    }

    private void title(Block.Title title) {
        if (title.isOpening()) page++;
        section++;
        titles++;
        headed = true;
        Map<String, Object> line = line("title");
        line.put("text", title.text());
        line.put("more", title.question());
        line.put("anchor", "page" + titles);
    }

    private void headed(String kind, String text) {
        section++;
        Map<String, Object> line = line(kind);
        line.put("text", text);
        line.put("anchor", kind + lines.size());
        headed = true;
    }

    private void cards(List<Block.Card> cards) {
        for (int i = 0; i < cards.size(); i += 2) {
            Map<String, Object> line = line("cards");
            card(line, "a", cards.get(i));
            if (i + 1 < cards.size()) card(line, "b", cards.get(i + 1));
        }
    }

    private static void card(Map<String, Object> line, String side, Block.Card card) {
        line.put(side + "0", card.outcome());
        line.put(side + "1", card.evidence());
        line.put(side + "2", card.label());
        line.put(side + "3", card.value());
        line.put(side + "4", card.limits());
        line.put(side + "5", card.count());
        line.put(side + "6", card.change());
        line.put(side + "7", card.network());
        line.put(side + "8", card.sentence());
    }

    private void figure(Block.Figure figure) {
        caption(figure.caption());
        chart(figure.chart(), figure.alt());
        line("source").put("text", figure.source());
    }

    private void caption(String finding) {
        line("caption").put("text", "Figure " + ++figures + ". " + finding);
    }

    private void chart(Chart chart, String alt) {
        Map<String, Object> line = line("figure");
        line.put("chart", new Drawing(chart, look, Layout.WIDTH));
        line.put("alt", "Figure " + figures + ". " + alt);
    }

    private void series(Block.Series series) {
        caption(series.caption());
        chart(series.chart(), series.alt());
        heads(series.table());
        for (List<String> row : series.table().rows()) row(series.table(), row);
        line("source").put("text", series.source());
    }

    /// The keys stand for the whole picture, whose strips the table's own cells tell.
    private void plot(Block.Plot plot) {
        Block.Table table = plot.table();
        Strips strips = plot.strips();
        int columns = table.columns().size();
        int wide = Layout.WIDTH - table.layout().stripFrom(columns);
        caption(plot.caption());
        Map<String, Object> keys = line("keys");
        keys.put("chart", new Drawing(strips::keys, look, Layout.WIDTH, KEYS));
        keys.put("alt", "Figure " + figures + ". " + plot.alt());
        heads(table);
        for (int i = 0; i < table.rows().size(); i++) {
            int at = i;
            Map<String, Object> line = row(table, table.rows().get(i));
            line.put(
                    "chart",
                    new Drawing(
                            pen -> strips.row(pen, at),
                            look,
                            wide,
                            table.layout().rowHeight()));
            line.put("ends", strips.endsGroup(i));
        }
        if (strips.hasAxis())
            line("axis").put("chart", new Drawing(pen -> axis(pen, strips, wide), look, Layout.WIDTH, AXIS));
        line("source").put("text", plot.source());
    }

    private static void axis(Pen pen, Strips strips, int wide) {
        strips.axis(pen.rightmost(wide));
    }

    private void heads(Block.Table table) {
        cells(line(table.layout().head(table.columns().size())), "c", table.columns());
    }

    private void table(Block.Table table) {
        String caption = "Table " + ++tables + ". " + table.caption();
        if (table.isLong()) {
            // No gap behind it: kept with the last row, it would take that row to a page without heads.
            broken(caption, table);
            return;
        }
        line("caption").put("text", caption);
        heads(table);
        for (List<String> row : table.rows()) row(table, row);
        line("gap");
    }

    /// Each row is a set of its own, and knows the heads, which are set again on each page.
    private void broken(String caption, Block.Table table) {
        broken = tables;
        for (List<String> row : table.rows()) {
            set++;
            Map<String, Object> line = row(table, row);
            line.put("caption", caption);
            line.put("heads", table.layout().head(table.columns().size()));
            cells(line, "h", table.columns());
        }
        broken = null;
    }

    private Map<String, Object> row(Block.Table table, List<String> cells) {
        return cells(line(table.layout().row(table.columns().size())), "c", cells);
    }

    private static Map<String, Object> cells(Map<String, Object> line, String field, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) line.put(field + i, cells.get(i).isEmpty() ? "\u2013" : cells.get(i));
        return line;
    }

    private void entry(Block.Entry entry) {
        Map<String, Object> line = line("entry");
        line.put("text", entry.term());
        line.put("more", entry.meaning());
    }
}
