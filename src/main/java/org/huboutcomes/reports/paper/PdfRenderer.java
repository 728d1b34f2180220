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

    public byte[] print(ReportDocument manuscript) {
        return new PdfPostProcessor(manuscript).of(exported(sheets(manuscript), manuscript));
    }

    /// The texts that do not fit on paper.
    public List<String> cut(ReportDocument manuscript) {
        return sheets(manuscript).cut();
    }

    private PrintedReport sheets(ReportDocument manuscript) {
        BlockLines blocks = new BlockLines(manuscript.blocks(), look.saying(manuscript.words()));
        try {
            PrintedReport sheets = new PrintedReport(templates.fill(words(manuscript), blocks.lines()));
            sheets.numberReferences(blocks.references());
            sheets.loosen();
            return sheets;
        } catch (JRException e) {
            throw unprintable(manuscript, e);
        }
    }

    private static Map<String, Object> words(ReportDocument manuscript) {
        return Map.of(
                "name", manuscript.name(),
                "title", manuscript.title(),
                "imprint", manuscript.imprint(),
                "running", manuscript.running(),
                "footer", manuscript.footer());
    }

    private byte[] exported(PrintedReport sheets, ReportDocument manuscript) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        JRPdfExporter exporter = new JRPdfExporter(templates.context());
        exporter.setExporterInput(new SimpleExporterInput(sheets.print()));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(pdf));
        exporter.setConfiguration(configuration());
        try {
            exporter.exportReport();
        } catch (JRException e) {
            throw unprintable(manuscript, e);
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

    private static IllegalStateException unprintable(ReportDocument manuscript, JRException e) {
        return new IllegalStateException(
                "The report of " + manuscript.name() + " could not be printed: " + e.getMessage(), e);
    }
}
