package org.huboutcomes.reports.paper;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.fonts.FontFamily;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import net.sf.jasperreports.jackson.util.JacksonRuntimeException;

/// The templates, compiled from their source: compiled ones are never loaded, for that would be to run whatever objects
/// a file holds.
final class Templates {

    private static final String PREFIX = "net.sf.jasperreports.";

    private final SimpleJasperReportsContext context = new SimpleJasperReportsContext();
    private final ReportResources house;
    final JasperReport body;

    Templates(ReportResources house) {
        this.house = house;
        configure(context);
        body = compiled("house/body.jrxml");
    }

    SimpleJasperReportsContext context() {
        return context;
    }

    JasperPrint fill(JasperReport template, Map<String, Object> words, List<Map<String, Object>> lines)
            throws JRException {
        return JasperFillManager.getInstance(context)
                .fill(
                        template,
                        new HashMap<>(words),
                        lines.isEmpty() ? new JREmptyDataSource() : new LineSource(lines));
    }

    private static void configure(SimpleJasperReportsContext context) {
        Map<String, String> settings = Map.of(
                "report.class.filter.enabled", "true",
                "report.class.whitelist.drawings", "net.sf.jasperreports.renderers.Renderable",
                // From the fifteenth report on, Java 17 finds its own fast path to a constructor through this filter.
                "report.class.whitelist.reflection", "jdk.internal.reflect.ConstructorAccessorImpl",
                "print.transfer.hub", "hub.",
                "print.keep.full.text", "true",
                "print.create.bookmarks", "true",
                "export.pdf.force.svg.shapes", "false",
                "export.pdf.tagger.factory", Taggers.class.getName(),
                "default.font.name", Fonts.TEXT);
        settings.forEach((name, value) -> context.setProperty(PREFIX + name, value));
        context.setExtensions(FontFamily.class, Fonts.families(context));
    }

    private JasperReport compiled(String path) {
        try {
            String source = ChartStyleFile.coloured(
                    house.text(path).replace("<!-- styles -->", house.text("house/styles.xml")),
                    ChartStyleFile.palette(house));
            JasperDesign design =
                    JRXmlLoader.load(context, new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8)));
            TableBands.addTo(design);
            CardBands.addTo(design);
            return JasperCompileManager.getInstance(context).compile(design);
        } catch (JRException | JacksonRuntimeException e) {
            throw new IllegalStateException(
                    "The template reports/" + path + " cannot be compiled: " + e.getMessage(), e);
        }
    }
}
