package org.huboutcomes.reports.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huboutcomes.reports.chart.Chart;
import org.huboutcomes.reports.chart.ChartCanvas;
import org.huboutcomes.reports.chart.ChartStyle;
import org.huboutcomes.reports.chart.Strips;
import org.jspecify.annotations.Nullable;

/// Blocks as the template sees them: one line for each band to be printed, a map from field to value.
final class BlockLines {

    private static final int KEYS = 14;
    private static final int AXIS = 12;
    private static final int SPARKLINE = 42;
    private static final String CAPTION = "Caption";

    private final ChartStyle look;
    private final List<String> chapters = new ArrayList<>();
    private final List<ReportBlock.Finding> references = new ArrayList<>();
    private final Map<String, String> captions = new HashMap<>();
    private final List<Map<String, Object>> lines = new ArrayList<>();
    private final Set<String> shown;
    private final Set<String> below = new HashSet<>();
    private Set<String> subjects = Set.of();
    private int page;
    private int titles;
    private int set;
    private int figures;
    private int tables;
    private @Nullable Integer broken;
    private boolean headed;

    BlockLines(List<ReportBlock> blocks, ChartStyle look) {
        this.look = look;
        Set<String> printed = new HashSet<>();
        for (ReportBlock block : blocks) {
            if (block instanceof ReportBlock.Title title) chapters.add(title.text());
            if (block instanceof ReportBlock.About about) (about.isBelow() ? below : printed).addAll(about.subjects());
        }
        shown = printed;
        line("masthead");
        blocks.forEach(this::add);
    }

    List<Map<String, Object>> lines() {
        return lines;
    }

    /// What the sentences of the first page refer to, in their order: the caption of a picture or table, or the title
    /// of a chapter.
    List<PrintedReport.Reference> references() {
        return references.stream()
                .map(finding -> captions.containsKey(finding.subject())
                        ? new PrintedReport.Reference(captions.get(finding.subject()), false)
                        : new PrintedReport.Reference(finding.chapter(), true))
                .toList();
    }

    private void add(ReportBlock block) {
        if (block instanceof ReportBlock.About about) {
            if (!about.isBelow()) subjects = about.subjects();
            return;
        }
        // What follows a heading stays with it, and with a sentence below it, and the entries of a definition with each
        // other. A table may come on the page after its chart: kept together they would leave half a page empty.
        if (!headed && !(block instanceof ReportBlock.Entry) && !(block instanceof ReportBlock.Note)) set++;
        boolean isSentence = headed && block instanceof ReportBlock.Paragraph;
        headed = isSentence;
        if (block instanceof ReportBlock.Title title) title(title);
        else if (block instanceof ReportBlock.Heading heading) headed("heading", heading.text());
        else if (block instanceof ReportBlock.Paragraph paragraph)
            line("paragraph").put("text", paragraph.text());
        else if (block instanceof ReportBlock.Callout callout) line("callout").put("text", callout.text());
        else if (block instanceof ReportBlock.Cards cards) cards(cards.cards());
        else if (block instanceof ReportBlock.Findings found) findings(found.columns());
        else if (block instanceof ReportBlock.Figure figure) figure(figure);
        else if (block instanceof ReportBlock.Plot plot) plot(plot);
        else if (block instanceof ReportBlock.Series series) series(series);
        else if (block instanceof ReportBlock.Table table) table(table);
        else if (block instanceof ReportBlock.Entry entry) entry(entry);
        else if (block instanceof ReportBlock.Note note) line("source").put("text", note.text());
        subjects = Set.of();
    }

    private Map<String, Object> line(String kind) {
        Map<String, Object> line = new HashMap<>();
        line.put("kind", kind);
        line.put("page", page);
        line.put("set", set);
        line.put("chapter", titles);
        if (broken != null) line.put("long", broken);
        lines.add(line);
        return line;
    }

    private void title(ReportBlock.Title title) {
        if (title.isOpening()) page++;
        titles++;
        headed = true;
        Map<String, Object> line = line("title");
        line.put("text", title.text());
        line.put("more", title.question());
        line.put("anchor", "page" + titles);
    }

    private void headed(String kind, String text) {
        Map<String, Object> line = line(kind);
        line.put("text", text);
        line.put("anchor", kind + lines.size());
        headed = true;
    }

    private void cards(List<ReportBlock.Card> cards) {
        Map<String, Object> line = line(CardBands.kind(
                cards.stream().anyMatch(card -> !card.target().isEmpty()),
                cards.stream().anyMatch(card -> !card.finding().isEmpty())));
        for (int i = 0; i < cards.size(); i++) {
            ReportBlock.Card card = cards.get(i);
            String field = "k" + i;
            line.put(field + "outcome", card.outcome());
            line.put(field + "value", card.value());
            line.put(field + "name", card.name());
            line.put(field + "count", card.count());
            line.put(field + "change", card.change());
            line.put(field + "aim", card.target());
            line.put(field + "finding", card.finding());
            line.put(field + "evidence", card.evidence());
            if (card.line() != null) line.put(field + "line", new ChartRenderer(card.line(), look, SPARKLINE));
        }
    }

    private void findings(List<ReportBlock.FindingColumn> columns) {
        Map<String, Object> line = line("findings");
        for (int i = 0; i < columns.size(); i++) {
            line.put("f" + i + "head", columns.get(i).heading());
            List<ReportBlock.Finding> findings = columns.get(i).findings();
            for (int j = 0; j < findings.size(); j++) line.put("f" + i + j, said(findings.get(j)));
        }
    }

    /// The sentence with a reference to the page that shows more, where there is one.
    private String said(ReportBlock.Finding finding) {
        if (!shown.contains(finding.subject()) && !chapters.contains(finding.chapter()))
            return finding.sentence() + (below.contains(finding.subject()) ? " (below)" : "");
        references.add(finding);
        return finding.sentence() + " (page\u00A0" + PrintedReport.reference(references.size() - 1) + ")";
    }

    private void figure(ReportBlock.Figure figure) {
        figureCaption(figure.caption(), "P");
        chart(figure.chart(), figure.alt());
        source(figure.source());
    }

    /// @param tag `Caption` where it belongs to the table that follows, `P` above a picture alone
    private void caption(String caption, String tag) {
        Map<String, Object> line = line("caption");
        line.put("text", caption);
        line.put("more", tag);
    }

    private void figureCaption(String finding, String tag) {
        String caption = named("Figure " + ++figures + ". " + finding);
        caption(caption, tag);
    }

    private String named(String caption) {
        for (String subject : subjects) captions.putIfAbsent(subject, caption);
        return caption;
    }

    private void chart(Chart chart, String alt) {
        Map<String, Object> line = line("figure");
        line.put("chart", new ChartRenderer(chart, look, TableLayout.WIDTH));
        line.put("alt", alt);
    }

    private void source(String text) {
        if (text.isEmpty()) line("gap");
        else line("source").put("text", text);
    }

    private void series(ReportBlock.Series series) {
        figureCaption(series.caption(), CAPTION);
        chart(series.chart(), series.alt());
        heads(series.table());
        for (List<String> row : series.table().rows()) row(series.table(), row);
        source(series.source());
    }

    /// The keys stand for the whole picture, whose strips the table's own cells tell.
    private void plot(ReportBlock.Plot plot) {
        ReportBlock.Table table = plot.table();
        Strips strips = plot.strips();
        int columns = table.columns().size();
        int wide = TableLayout.WIDTH - table.layout().stripFrom(columns);
        // A long one has its heads again on each page that it reaches, and its own caption above them.
        boolean isLong = table.layout().mayBeLong() && table.isLong();
        figureCaption(plot.caption(), isLong ? "P" : CAPTION);
        Map<String, Object> keys = line("keys");
        keys.put("chart", new ChartRenderer(strips::keys, look, TableLayout.WIDTH, KEYS));
        keys.put("alt", plot.alt());
        if (isLong) broken = 1000 + figures;
        else heads(table);
        for (int i = 0; i < table.rows().size(); i++) {
            int at = i;
            if (isLong) set++;
            Map<String, Object> line = row(table, table.rows().get(i));
            if (isLong) {
                line.put("caption", "Figure " + figures);
                line.put("heads", table.layout().head(columns));
                cells(line, "h", table.columns());
            }
            line.put(
                    "chart",
                    new ChartRenderer(
                            pen -> strips.row(pen, at),
                            look,
                            wide,
                            table.layout().rowHeight()));
            line.put("ends", strips.endsGroup(i));
        }
        broken = null;
        if (strips.hasAxis())
            line("axis").put("chart", new ChartRenderer(pen -> axis(pen, strips, wide), look, TableLayout.WIDTH, AXIS));
        source(plot.source());
    }

    private static void axis(ChartCanvas pen, Strips strips, int wide) {
        strips.axis(pen.rightmost(wide));
    }

    private void heads(ReportBlock.Table table) {
        cells(line(table.layout().head(table.columns().size())), "c", table.columns());
    }

    private void table(ReportBlock.Table table) {
        String caption = named("Table " + ++tables + ". " + table.caption());
        if (table.isLong()) {
            broken(caption, table);
            // The gap behind it is a set of its own: kept with the last row, it would take that row to a page without
            // heads.
            set++;
            line("gap");
            return;
        }
        caption(caption, CAPTION);
        heads(table);
        for (List<String> row : table.rows()) row(table, row);
        line("gap");
    }

    /// Each row is a set of its own, and knows the heads, which are set again on each page.
    private void broken(String caption, ReportBlock.Table table) {
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

    private Map<String, Object> row(ReportBlock.Table table, List<String> cells) {
        return cells(line(table.layout().row(table.columns().size())), "c", cells);
    }

    private static Map<String, Object> cells(Map<String, Object> line, String field, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) line.put(field + i, cells.get(i).isEmpty() ? "\u2013" : cells.get(i));
        return line;
    }

    private void entry(ReportBlock.Entry entry) {
        Map<String, Object> line = line("entry");
        line.put("text", entry.term());
        line.put("more", entry.meaning());
    }
}
