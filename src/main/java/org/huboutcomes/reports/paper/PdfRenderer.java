package org.huboutcomes.reports.paper;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import org.huboutcomes.reports.chart.ChartStyle;

/// Renders reports as tagged PDFs. Thread-safe.
public final class PdfRenderer {

    private final Templates templates;
    private final ChartStyle look;

    public PdfRenderer(ReportResources house) {
        templates = new Templates(house);
        look = ChartStyleFile.look(house, templates.styles(), Fonts.faces(templates.context()));
    }

    public ChartStyle look() {
        return look;
    }

    public byte[] print(ReportDocument document) {
        return new PdfPostProcessor(document).of(exported(sheets(document), document));
    }

    /// The texts that do not fit on paper.
    public List<String> cut(ReportDocument document) {
        return sheets(document).cut();
    }

    private PrintedReport sheets(ReportDocument document) {
        BlockLines blocks = new BlockLines(document.blocks(), look.saying(document.words()));
        try {
            PrintedReport sheets = new PrintedReport(templates.fill(words(document), blocks.lines()));
            sheets.numberReferences(blocks.references());
            sheets.loosen();
            return sheets;
        } catch (JRException e) {
            throw unprintable(document, e);
        }
    }

    private static Map<String, Object> words(ReportDocument document) {
        return Map.of(
                "name", document.name(),
                "title", document.title(),
                "imprint", document.imprint(),
                "running", document.running(),
                "footer", document.footer());
    }

    private byte[] exported(PrintedReport sheets, ReportDocument document) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        JRPdfExporter exporter = new JRPdfExporter(templates.context());
        exporter.setExporterInput(new SimpleExporterInput(sheets.print()));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(pdf));
        exporter.setConfiguration(configuration());
        try {
            exporter.exportReport();
        } catch (JRException e) {
            throw unprintable(document, e);
        }
        return pdf.toByteArray();
    }

    private static SimplePdfExporterConfiguration configuration() {
        SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
        configuration.setTagged(true);
        configuration.setTagLanguage("en-GB");
        configuration.setCompressed(true);
        return configuration;
    }

    private static IllegalStateException unprintable(ReportDocument document, JRException e) {
        return new IllegalStateException(
                "The report of " + document.name() + " could not be printed: " + e.getMessage(), e);
    }
}
