package org.huboutcomes.reports;

import static org.apache.commons.text.StringEscapeUtils.escapeHtml4;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.xml.transform.TransformerFactory;
import org.apache.pdfbox.Loader;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.delivery.isolation.PdfPassages;
import org.huboutcomes.publish.HubFigures;
import org.huboutcomes.publish.Published;
import org.huboutcomes.reports.pack.DataPack;
import org.huboutcomes.reports.paper.ReportBlock;
import org.huboutcomes.reports.paper.ReportDocument;
import org.huboutcomes.reports.paper.ReportResources;
import org.huboutcomes.store.Store;

/// Measures how fast reports are rendered, for a workspace after a nightly run. Not a test: run by hand, it prints
/// the numbers for src/docs/performance.md. Its arguments are a workspace and a folder for HTML with the same text
/// and tables, which another program can print for comparison.
public final class ReportBench {

    private static final Edition EDITION = new Edition("2022/23 v1", LocalDate.of(2026, 11, 23), false, "restricted");
    private static final int REPORTS = 69;

    private ReportBench() {}

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.UK);
        System.setProperty(
                TransformerFactory.class.getName(),
                TransformerFactory.newDefaultInstance().getClass().getName());
        Path workspace = Path.of(arguments[0]);
        List<HubFigures> hubs = new ArrayList<>();
        try (Store store = Store.open(workspace.resolve("store/outcomes.duckdb"), List.of(workspace), "1GB");
                Connection connection = store.dataSource().getConnection()) {
            Published published = new Published(connection);
            for (Published.Edition edition : published.editions())
                if (edition.timePeriod() == 202223) hubs.add(published.figuresFor(edition));
        }
        long begun = System.nanoTime();
        Reports reports = new Reports(ReportResources.packaged(), Catalogue.packaged());
        byte[] first = reports.render(hubs.get(0), EDITION);
        say("templates compiled and a first report made: %.1f s", (System.nanoTime() - begun) / 1e9);
        try (var pdf = Loader.loadPDF(first)) {
            say("pages of a report: %d", pdf.getNumberOfPages());
        }
        if (arguments.length > 1) writeHtml(reports, hubs, Path.of(arguments[1]));
        for (int threads : new int[] {1, 2}) all(reports, hubs, threads, "cold at first");
        for (int threads : new int[] {1, 2}) all(reports, hubs, threads, "warm");
        shares(reports, hubs);
        each("one report", hubs, hub -> reports.render(hub, EDITION));
        byte[] pdf = reports.render(hubs.get(0), EDITION);
        each("read back", hubs, hub -> PdfPassages.of(pdf));
        each("data pack", hubs, hub -> new DataPack(hub, EDITION).workbook());
        each("its CSV", hubs, hub -> new DataPack(hub, EDITION).csv());
    }

    private interface Making {
        Object of(HubFigures hub) throws Exception;
    }

    private static void all(Reports reports, List<HubFigures> hubs, int threads, String how) throws Exception {
        ExecutorService press = Executors.newFixedThreadPool(threads);
        long cpu = cpu();
        long begun = System.nanoTime();
        List<Callable<byte[]>> work = new ArrayList<>();
        for (int i = 0; i < REPORTS; i++) {
            HubFigures hub = hubs.get(i % hubs.size());
            work.add(() -> reports.render(hub, EDITION));
        }
        for (Future<byte[]> one : press.invokeAll(work)) one.get();
        press.shutdown();
        double wall = (System.nanoTime() - begun) / 1e9;
        say(
                "%d reports, %d threads, %s: %.1f s wall, %.1f s CPU, %.1f a second",
                REPORTS, threads, how, wall, (cpu() - cpu) / 1e9, REPORTS / wall);
    }

    private static void each(String what, List<HubFigures> hubs, Making making) throws Exception {
        double[] milliseconds = new double[15];
        var threads = ManagementFactory.getThreadMXBean();
        for (int i = 0; i < milliseconds.length; i++) {
            long begun = threads.getCurrentThreadCpuTime();
            for (HubFigures hub : hubs) making.of(hub);
            milliseconds[i] = (threads.getCurrentThreadCpuTime() - begun) / 1e6 / hubs.size();
        }
        Arrays.sort(milliseconds);
        say("%s, warm: %.0f ms of CPU", what, milliseconds[milliseconds.length / 2]);
    }

    /// Where the time goes, by sampling the stack.
    private static void shares(Reports reports, List<HubFigures> hubs) throws Exception {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("reports.chart.", "charts");
        parts.put("paper.Finish", "the pass that makes it PDF/UA");
        parts.put("JRPdfExporter", "export");
        parts.put("JRFillHeapBandTrash", "fill");
        parts.put("JasperFillManager", "fill");
        parts.put("BaseReportFiller", "fill");
        parts.put("reports.Author", "writing");
        Map<String, Integer> seen = new LinkedHashMap<>();
        Thread press = new Thread(() -> {
            for (int i = 0; i < 60; i++) reports.render(hubs.get(i % hubs.size()), EDITION);
        });
        press.start();
        while (press.isAlive()) {
            Thread.sleep(5);
            String stack = Arrays.toString(press.getStackTrace());
            String part = parts.entrySet().stream()
                    .filter(one -> stack.contains(one.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("other");
            seen.merge(part, 1, Integer::sum);
        }
        int all = seen.values().stream().mapToInt(Integer::intValue).sum();
        seen.forEach((part, count) -> say("share of %s: %.0f%%", part, 100.0 * count / all));
    }

    private static void writeHtml(Reports reports, List<HubFigures> hubs, Path folder) throws Exception {
        Files.createDirectories(folder);
        for (int i = 0; i < 10; i++)
            Files.writeString(
                    folder.resolve("report" + i + ".html"), html(reports.document(hubs.get(i % hubs.size()), EDITION)));
    }

    private static String html(ReportDocument document) {
        StringBuilder html = new StringBuilder("<!doctype html><html lang=\"en-GB\"><meta charset=\"utf-8\"><title>"
                + document.title() + "</title><style>h1{page-break-before:always}</style>");
        for (ReportBlock block : document.blocks()) {
            if (block instanceof ReportBlock.Title title) tag(html, "h1", title.text() + " " + title.question());
            else if (block instanceof ReportBlock.Heading heading) tag(html, "h2", heading.text());
            else if (block instanceof ReportBlock.Paragraph paragraph) tag(html, "p", paragraph.text());
            else if (block instanceof ReportBlock.Callout callout) tag(html, "p", callout.text());
            else if (block instanceof ReportBlock.Entry entry) tag(html, "p", entry.term() + " " + entry.meaning());
            else if (block instanceof ReportBlock.Figure figure) tag(html, "p", figure.caption() + " " + figure.alt());
            else if (block instanceof ReportBlock.Plot plot) {
                tag(html, "p", plot.caption() + " " + plot.alt());
                table(html, plot.table());
            } else if (block instanceof ReportBlock.Series series) {
                tag(html, "p", series.caption() + " " + series.alt());
                table(html, series.table());
            } else if (block instanceof ReportBlock.Cards cards)
                tag(html, "p", cards.cards().toString());
            else if (block instanceof ReportBlock.Table table) table(html, table);
        }
        return html.append("</html>").toString();
    }

    private static void table(StringBuilder html, ReportBlock.Table table) {
        html.append("<table border=\"1\"><tr>");
        table.columns().forEach(column -> tag(html, "th", column));
        for (List<String> row : table.rows()) {
            html.append("<tr>");
            row.forEach(cell -> tag(html, "td", cell));
        }
        html.append("</table>");
    }

    private static void tag(StringBuilder html, String name, String text) {
        html.append('<')
                .append(name)
                .append('>')
                .append(escapeHtml4(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.UK, format, values));
    }
}
