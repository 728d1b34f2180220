package org.huboutcomes.reports.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.PrintBookmark;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.fonts.FontFamily;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.jackson.util.JacksonRuntimeException;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import org.huboutcomes.reports.chart.CoverArt;
import org.huboutcomes.reports.chart.Faces;
import org.jspecify.annotations.Nullable;

/// Sets manuscripts in type. Its templates are compiled once, from their source: compiled templates are never loaded,
/// for that would be to run whatever objects a file holds. May be used by several threads at once.
public final class Press {

    private static final String PREFIX = "net.sf.jasperreports.";
    private static final int COVER = 1;

    private final SimpleJasperReportsContext context = new SimpleJasperReportsContext();
    private final Faces faces;
    private final JasperReport cover;
    private final JasperReport contents;
    private final JasperReport body;

    public Press(House house) {
        set("report.class.filter.enabled", "true");
        set("report.class.whitelist.drawings", "net.sf.jasperreports.renderers.Renderable");
        // From the fifteenth report on, Java 17 loads its own fast path to a constructor through the templates' loader.
        set("report.class.whitelist.reflection", "jdk.internal.reflect.ConstructorAccessorImpl");
        set("print.transfer.hub", "hub.");
        set("print.keep.full.text", "true");
        set("print.create.bookmarks", "true");
        set("export.pdf.force.svg.shapes", "false");
        set("export.pdf.tagger.factory", Taggers.class.getName());
        set("default.font.name", Fonts.TEXT);
        context.setExtensions(FontFamily.class, Fonts.families(context));
        faces = Fonts.faces(context);
        String styles = house.text("house/styles.xml");
        cover = compiled(house, "hub_annual/cover.jrxml", styles, false);
        contents = compiled(house, "hub_annual/contents.jrxml", styles, false);
        body = compiled(house, "hub_annual/body.jrxml", styles, true);
    }

    public Faces faces() {
        return faces;
    }

    public byte[] print(Manuscript manuscript) {
        try {
            ByteArrayOutputStream raw = new ByteArrayOutputStream();
            export(filled(manuscript), manuscript, raw);
            return new Finish(manuscript).of(raw.toByteArray());
        } catch (JRException e) {
            throw new IllegalStateException("The report of " + manuscript.name() + " could not be set: " + e.getMessage(), e);
        }
    }

    /// The texts that do not fit their place on paper; the engine would drop what is over, without a word.
    public List<String> cut(Manuscript manuscript) {
        try {
            return filled(manuscript).stream().flatMap(Press::texts).filter(Press::isCut).map(JRPrintText::getFullText).toList();
        } catch (JRException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isCut(JRPrintText text) {
        return text.getTextTruncateIndex() != null && text.getTextTruncateIndex() < text.getFullText().length();
    }

    private static Stream<JRPrintText> texts(JasperPrint print) {
        return print.getPages().stream().flatMap(page -> texts(page.getElements()));
    }

    private static Stream<JRPrintText> texts(List<JRPrintElement> elements) {
        return elements.stream().flatMap(element -> element instanceof JRPrintFrame frame
                ? texts(frame.getElements())
                : element instanceof JRPrintText text ? Stream.of(text) : Stream.empty());
    }

    /// The pages before they become a file: cover, contents, body.
    List<JasperPrint> filled(Manuscript manuscript) throws JRException {
        List<Map<String, Object>> lines = Lines.of(manuscript.blocks(), faces);
        Map<String, Object> words = words(manuscript);
        words.put("before", COVER + 1);
        JasperPrint pages = fill(body, words, lines);
        JasperPrint list = fill(contents, with(words, pages.getPages().size()), entries(lines, pages, COVER + 1));
        int contentsPages = list.getPages().size();
        if (contentsPages > 1) {
            words.put("before", COVER + contentsPages);
            pages = fill(body, words, lines);
            list = fill(contents, with(words, pages.getPages().size()), entries(lines, pages, COVER + contentsPages));
        }
        return List.of(fill(cover, words, List.of()), list, pages);
    }

    private static Map<String, Object> with(Map<String, Object> words, int bodyPages) {
        Map<String, Object> more = new HashMap<>(words);
        more.put("total", (Integer) words.get("before") + bodyPages);
        return more;
    }

    private Map<String, Object> words(Manuscript manuscript) {
        Map<String, Object> words = new HashMap<>();
        words.put("name", manuscript.name());
        words.put("network", manuscript.network());
        words.put("title", manuscript.title());
        words.put("subtitle", manuscript.subtitle());
        for (int i = 0; i < manuscript.imprint().size(); i++) words.put("imprint" + i, manuscript.imprint().get(i));
        words.put("running", manuscript.running());
        words.put("footer", manuscript.footer());
        words.put("art", new Drawing(new CoverArt(manuscript.name().hashCode(), 842), faces, 595));
        return words;
    }

    /// What the contents page lists: each heading's words and anchor from its line, its page from the set pages.
    private static List<Map<String, Object>> entries(List<Map<String, Object>> lines, JasperPrint pages, int before) {
        List<Integer> numbers = new ArrayList<>();
        number(pages.getBookmarks(), numbers);
        List<Map<String, Object>> entries = new ArrayList<>();
        for (Map<String, Object> line : lines)
            if (line.get("kind").equals("title") || line.get("kind").equals("heading")) {
                Map<String, Object> entry = new HashMap<>(line);
                entry.put("page", numbers.get(entries.size()) + 1 + before);
                entries.add(entry);
            }
        return entries;
    }

    private static void number(@Nullable List<PrintBookmark> bookmarks, List<Integer> numbers) {
        if (bookmarks == null) return;
        for (PrintBookmark bookmark : bookmarks) {
            numbers.add(bookmark.getPageIndex());
            number(bookmark.getBookmarks(), numbers);
        }
    }

    private JasperPrint fill(JasperReport report, Map<String, Object> words, List<Map<String, Object>> lines)
            throws JRException {
        return JasperFillManager.getInstance(context)
                .fill(report, new HashMap<>(words), lines.isEmpty() ? new JREmptyDataSource() : new LineSource(lines));
    }

    private void export(List<JasperPrint> prints, Manuscript manuscript, ByteArrayOutputStream into) throws JRException {
        JRPdfExporter exporter = new JRPdfExporter(context);
        exporter.setExporterInput(SimpleExporterInput.getInstance(prints));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(into));
        SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
        configuration.setTagged(true);
        configuration.setTagLanguage("en-GB");
        configuration.setMetadataTitle(manuscript.title() + ": " + manuscript.name());
        configuration.setDisplayMetadataTitle(true);
        configuration.setCreatingBatchModeBookmarks(false);
        configuration.setCompressed(true);
        exporter.setConfiguration(configuration);
        exporter.exportReport();
    }

    private JasperReport compiled(House house, String path, String styles, boolean tables) {
        try {
            byte[] source = house.text(path).replace("<!-- styles -->", styles).getBytes(StandardCharsets.UTF_8);
            JasperDesign design = JRXmlLoader.load(context, new ByteArrayInputStream(source));
            if (tables) TableBands.addTo(design);
            return JasperCompileManager.getInstance(context).compile(design);
        } catch (JRException | JacksonRuntimeException e) {
            throw new IllegalStateException("The template reports/" + path + " cannot be compiled: " + e.getMessage(), e);
        }
    }

    private void set(String property, String value) {
        context.setProperty(PREFIX + property, value);
    }
}
