package org.huboutcomes.reports.paper;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import org.huboutcomes.reports.chart.CoverArt;
import org.huboutcomes.reports.chart.Look;

/// Sets manuscripts in type and prints them as tagged PDFs. May be used by several threads at once.
public final class Press {

    private static final int COVER = 1;

    private final Templates templates;
    private final Look look;

    public Press(House house) {
        templates = new Templates(house);
        look = Looks.look(house, Fonts.faces(templates.context()));
    }

    public Look look() {
        return look;
    }

    public byte[] print(Manuscript manuscript) {
        return new Finish(manuscript).of(exported(sheets(manuscript), manuscript));
    }

    /// The texts that do not fit their place on paper.
    public List<String> cut(Manuscript manuscript) {
        return sheets(manuscript).cut();
    }

    private Sheets sheets(Manuscript manuscript) {
        try {
            if (!manuscript.bound()) return new Sheets(List.of(body(manuscript, 0)));
            Sheets sheets = bound(manuscript, 1);
            int contents = sheets.parts().get(1).getPages().size();
            return contents == 1 ? sheets : bound(manuscript, contents);
        } catch (JRException e) {
            throw unprintable(manuscript, e);
        }
    }

    private JasperPrint body(Manuscript manuscript, int before) throws JRException {
        Map<String, Object> words = words(manuscript);
        words.put("before", before);
        return templates.fill(templates.body, words, lines(manuscript));
    }

    /// @param contents how many pages the contents take, which moves every number after them
    private Sheets bound(Manuscript manuscript, int contents) throws JRException {
        int before = COVER + contents;
        JasperPrint body = body(manuscript, before);
        Map<String, Object> words = words(manuscript);
        words.put("total", before + body.getPages().size());
        words.put("art", new Drawing(new CoverArt(manuscript.name().hashCode(), 842), look, 595));
        return new Sheets(List.of(
                templates.fill(templates.cover, words, List.of()),
                templates.fill(templates.contents, words, new Contents(body, before).of(lines(manuscript))),
                body));
    }

    private List<Map<String, Object>> lines(Manuscript manuscript) {
        return Lines.of(manuscript.blocks(), look.saying(manuscript.words()));
    }

    private static Map<String, Object> words(Manuscript manuscript) {
        Map<String, Object> words = new HashMap<>();
        words.put("name", manuscript.name());
        words.put("network", manuscript.network());
        words.put("title", manuscript.title());
        words.put("subtitle", manuscript.subtitle());
        for (int i = 0; i < manuscript.imprint().size(); i++)
            words.put("imprint" + i, manuscript.imprint().get(i));
        for (int i = 0; i < manuscript.reading().size(); i++)
            words.put("reading" + i, manuscript.reading().get(i));
        words.put("running", manuscript.running());
        words.put("footer", manuscript.footer());
        return words;
    }

    private byte[] exported(Sheets sheets, Manuscript manuscript) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        JRPdfExporter exporter = new JRPdfExporter(templates.context());
        exporter.setExporterInput(SimpleExporterInput.getInstance(sheets.parts()));
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

    private static IllegalStateException unprintable(Manuscript manuscript, JRException e) {
        return new IllegalStateException(
                "The report of " + manuscript.name() + " could not be printed: " + e.getMessage(), e);
    }
}
