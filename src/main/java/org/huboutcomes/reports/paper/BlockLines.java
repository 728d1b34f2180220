package org.huboutcomes.reports.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.jasperreports.renderers.Renderable;
import org.huboutcomes.reports.chart.Chart;
import org.huboutcomes.reports.chart.ChartCanvas;
import org.huboutcomes.reports.chart.ChartStyle;
import org.huboutcomes.reports.chart.Strips;
import org.jspecify.annotations.Nullable;

/// Turns blocks into the lines that `report.jrxml` prints, one for each band.
final class BlockLines {

    private static final int KEYS = 14;
    private static final int AXIS = 12;
    private static final int SPARKLINE = 42;
    private static final String CAPTION = "Caption";

    private final ChartStyle look;
    private final List<String> chapters = new ArrayList<>();
    private final List<ReportBlock.Finding> references = new ArrayList<>();
    private final Map<String, String> captions = new HashMap<>();
    private final List<PrintedLine> lines = new ArrayList<>();
    private final Set<String> shown;
    private final Set<String> below = new HashSet<>();
    private Set<String> subjects = Set.of();
    private int page;
    private int titles;
    private int set;
    private int figures;
    private int tables;
    private boolean headed;

    BlockLines(List<ReportBlock> blocks, ChartStyle look) {
        this.look = look;
        Set<String> printed = new HashSet<>();
        for (ReportBlock block : blocks) {
            if (block instanceof ReportBlock.Title title) chapters.add(title.text());
            if (block instanceof ReportBlock.About about) (about.isBelow() ? below : printed).addAll(about.subjects());
        }
        shown = printed;
        line(new PrintedLine.Masthead());
        blocks.forEach(this::add);
    }

    List<PrintedLine> lines() {
        return lines;
    }

    /// The targets of references in the sentences of the first page, in order: the caption of a picture or table,
    /// or the title of a chapter.
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
        // A heading stays together with what follows and with a sentence below it, and the entries of a definition
        // with each other. A table may be on the page after its chart: keeping them together would leave half a
        // page empty.
        if (!headed && !(block instanceof ReportBlock.Entry) && !(block instanceof ReportBlock.Note)) set++;
        boolean isSentence = headed && block instanceof ReportBlock.Paragraph;
        headed = isSentence;
        if (block instanceof ReportBlock.Title title) title(title);
        else if (block instanceof ReportBlock.Heading heading) heading(heading.text());
        else if (block instanceof ReportBlock.Paragraph paragraph) line(new PrintedLine.Paragraph(paragraph.text()));
        else if (block instanceof ReportBlock.Callout callout) line(new PrintedLine.Callout(callout.text()));
        else if (block instanceof ReportBlock.Cards cards) cards(cards.cards());
        else if (block instanceof ReportBlock.Findings found) findings(found.columns());
        else if (block instanceof ReportBlock.Figure figure) figure(figure);
        else if (block instanceof ReportBlock.Plot plot) plot(plot);
        else if (block instanceof ReportBlock.Series series) series(series);
        else if (block instanceof ReportBlock.Table table) table(table);
        else if (block instanceof ReportBlock.Entry entry) line(new PrintedLine.Entry(entry.term(), entry.meaning()));
        else if (block instanceof ReportBlock.Note note) line(new PrintedLine.Note(note.text()));
        subjects = Set.of();
    }

    private void line(PrintedLine.Content content) {
        line(content, null);
    }

    private void line(PrintedLine.Content content, @Nullable Integer broken) {
        lines.add(new PrintedLine(new PrintedLine.LinePosition(content.kind(), page, titles, set, broken), content));
    }

    private void title(ReportBlock.Title title) {
        if (title.isOpening()) page++;
        titles++;
        headed = true;
        line(new PrintedLine.Title(title.text(), title.question(), "page" + titles));
    }

    private void heading(String text) {
        line(new PrintedLine.Heading(text, "heading" + lines.size()));
        headed = true;
    }

    private void cards(List<ReportBlock.Card> cards) {
        boolean hasAim = cards.stream().anyMatch(card -> !card.aim().isEmpty());
        boolean hasFinding = cards.stream().anyMatch(card -> !card.finding().isEmpty());
        line(new PrintedLine.Cards(new RecordSource(cards.stream()
                .map(card -> new PrintedLine.Card(card, hasAim, hasFinding, sparkline(card.line())))
                .toList())));
    }

    private @Nullable Renderable sparkline(@Nullable Chart line) {
        return line == null ? null : new ChartRenderer(line, look, SPARKLINE);
    }

    private void findings(List<ReportBlock.FindingColumn> columns) {
        List<RecordSource> printed = columns.stream().map(this::column).toList();
        line(new PrintedLine.Findings(at(printed, 0), at(printed, 1), at(printed, 2)));
    }

    private RecordSource column(ReportBlock.FindingColumn column) {
        List<String> said = column.findings().stream().map(this::said).toList();
        return new RecordSource(
                List.of(new PrintedLine.FindingColumn(column.heading(), at(said, 0), at(said, 1), at(said, 2))));
    }

    private static <T> @Nullable T at(List<T> list, int place) {
        return place < list.size() ? list.get(place) : null;
    }

    /// The sentence with a reference to the page that shows more, if there is one.
    private String said(ReportBlock.Finding finding) {
        if (!shown.contains(finding.subject()) && !chapters.contains(finding.chapter()))
            return finding.sentence() + (below.contains(finding.subject()) ? " (this\u00A0page)" : "");
        references.add(finding);
        return finding.sentence() + " (page\u00A0" + PrintedReport.reference(references.size() - 1) + ")";
    }

    private void figure(ReportBlock.Figure figure) {
        figureCaption(figure.caption(), "P");
        chart(figure.chart(), figure.alt());
        source(figure.source());
    }

    private void caption(String caption, String tag) {
        line(new PrintedLine.Caption(caption, tag));
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
        line(new PrintedLine.Chart(new ChartRenderer(chart, look, TableLayout.WIDTH), alt));
    }

    private void source(String text) {
        line(text.isEmpty() ? new PrintedLine.Gap() : new PrintedLine.Note(text));
    }

    private void series(ReportBlock.Series series) {
        figureCaption(series.caption(), CAPTION);
        chart(series.chart(), series.alt());
        whole(series.table(), rows(series.table(), null, null));
        source(series.source());
    }

    /// The legend describes the whole picture; the cells of the table have the values of its strips.
    private void plot(ReportBlock.Plot plot) {
        ReportBlock.Table table = plot.table();
        Strips strips = plot.strips();
        int wide = TableLayout.WIDTH - table.layout().stripFrom(table.columns().size());
        // A long table repeats its heads on each page, and its caption is above them.
        boolean isLong = table.layout().mayBeLong() && table.isLong();
        figureCaption(plot.caption(), isLong ? "P" : CAPTION);
        line(new PrintedLine.Keys(new ChartRenderer(strips::keys, look, TableLayout.WIDTH, KEYS), plot.alt()));
        if (isLong) broken(table, rows(table, "Figure " + figures, strips));
        else whole(table, rows(table, null, strips));
        if (strips.hasAxis())
            line(new PrintedLine.Axis(
                    new ChartRenderer(canvas -> axis(canvas, strips, wide), look, TableLayout.WIDTH, AXIS)));
        source(plot.source());
    }

    private static void axis(ChartCanvas canvas, Strips strips, int wide) {
        strips.axis(canvas.rightmost(wide));
    }

    private void table(ReportBlock.Table table) {
        String caption = named("Table " + ++tables + ". " + table.caption());
        if (table.isLong()) {
            broken(table, rows(table, caption, null));
        } else {
            caption(caption, CAPTION);
            whole(table, rows(table, null, null));
        }
        line(new PrintedLine.Gap());
    }

    private void whole(ReportBlock.Table table, RecordSource rows) {
        line(new PrintedLine.Table(template(table), rows));
    }

    /// What follows is a new set, so that what came before stays in its place.
    private void broken(ReportBlock.Table table, RecordSource rows) {
        set++;
        line(new PrintedLine.BrokenTable(template(table), rows), figures + tables);
        set++;
    }

    private static String template(ReportBlock.Table table) {
        return new TableTemplate(table.layout(), table.columns().size()).file();
    }

    private RecordSource rows(ReportBlock.Table table, @Nullable String caption, @Nullable Strips strips) {
        List<String> heads = printed(table.columns());
        List<PrintedLine.Row> rows = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++)
            rows.add(new PrintedLine.Row(
                    caption,
                    heads,
                    printed(table.rows().get(i)),
                    strips == null ? null : strip(table, strips, i),
                    strips != null && strips.endsGroup(i)));
        if (rows.isEmpty()) rows.add(new PrintedLine.Row(caption, heads, List.of(), null, false));
        return new RecordSource(rows);
    }

    private Renderable strip(ReportBlock.Table table, Strips strips, int row) {
        int wide = TableLayout.WIDTH - table.layout().stripFrom(table.columns().size());
        return new ChartRenderer(
                canvas -> strips.row(canvas, row), look, wide, table.layout().rowHeight());
    }

    private static List<String> printed(List<String> cells) {
        return cells.stream().map(cell -> cell.isEmpty() ? "\u2013" : cell).toList();
    }
}
