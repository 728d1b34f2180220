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
import org.huboutcomes.reports.chart.Faces;

/// Sets manuscripts in type and prints them as tagged PDFs. May be used by several threads at once.
public final class Press {

    private static final int COVER = 1;

    private final Templates templates;
    private final Faces faces;

    public Press(House house) {
        templates = new Templates(house);
        faces = Fonts.faces(templates.context());
    }

    public Faces faces() {
        return faces;
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
            Sheets sheets = sheets(manuscript, 1);
            int contents = sheets.contents().getPages().size();
            return contents == 1 ? sheets : sheets(manuscript, contents);
        } catch (JRException e) {
            throw unprintable(manuscript, e);
        }
    }

    /// @param contents how many pages the contents take, which moves every number after them
    private Sheets sheets(Manuscript manuscript, int contents) throws JRException {
        int before = COVER + contents;
        List<Map<String, Object>> lines = Lines.of(manuscript.blocks(), faces);
        Map<String, Object> words = words(manuscript);
        words.put("before", before);
        JasperPrint body = templates.fill(templates.body, words, lines);
        words.put("total", before + body.getPages().size());
        return new Sheets(
                templates.fill(templates.cover, words, List.of()),
                templates.fill(templates.contents, words, new Contents(body, before).of(lines)),
                body);
    }

    private Map<String, Object> words(Manuscript manuscript) {
        Map<String, Object> words = new HashMap<>();
        words.put("name", manuscript.name());
        words.put("network", manuscript.network());
        words.put("title", manuscript.title());
        words.put("subtitle", manuscript.subtitle());
        for (int i = 0; i < manuscript.imprint().size(); i++)
            words.put("imprint" + i, manuscript.imprint().get(i));
        words.put("running", manuscript.running());
        words.put("footer", manuscript.footer());
        words.put("art", new Drawing(new CoverArt(manuscript.name().hashCode(), 842), faces, 595));
        return words;
    }

    private byte[] exported(Sheets sheets, Manuscript manuscript) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        JRPdfExporter exporter = new JRPdfExporter(templates.context());
        exporter.setExporterInput(SimpleExporterInput.getInstance(sheets.inOrder()));
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
