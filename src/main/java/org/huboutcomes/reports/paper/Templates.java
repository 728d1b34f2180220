package org.huboutcomes.reports.paper;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
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
import net.sf.jasperreports.repo.RepositoryService;

/// The templates, compiled from source. Compiled templates are never loaded from files, because that would
/// deserialise any objects in them.
final class Templates {

    static final String REPORT = "report.jasper";

    private static final String PREFIX = "net.sf.jasperreports.";
    private static final Map<String, TableTemplate> TABLES =
            TableTemplate.all().collect(Collectors.toMap(TableTemplate::file, Function.identity()));

    private final SimpleJasperReportsContext context = new TemplateContext();
    private final ReportResources house;
    private final HouseStyles styles;
    private final Map<String, JasperReport> compiled = new ConcurrentHashMap<>();

    Templates(ReportResources house) {
        this.house = house;
        configure(context);
        styles = new HouseStyles(house);
        context.setExtensions(
                RepositoryService.class,
                Stream.concat(
                                Stream.of(new TemplateFiles(this::compiled)),
                                DefaultJasperReportsContext.getInstance()
                                        .getExtensions(RepositoryService.class)
                                        .stream())
                        .toList());
        // Each file is compiled once, so that a faulty one is found at the start; tables are compiled when they are
        // first printed.
        String table = new TableTemplate(TableLayout.PLOT, 2).file();
        for (String name : List.of(REPORT, "cards.jasper", "findings.jasper", table)) compiled(name);
    }

    SimpleJasperReportsContext context() {
        return context;
    }

    HouseStyles styles() {
        return styles;
    }

    JasperPrint fill(Map<String, Object> words, List<PrintedLine> lines) throws JRException {
        return JasperFillManager.getInstance(context)
                .fill(
                        compiled(REPORT),
                        new HashMap<>(words),
                        lines.isEmpty() ? new JREmptyDataSource() : new RecordSource(lines));
    }

    private static void configure(SimpleJasperReportsContext context) {
        Map<String, String> settings = Map.of(
                "report.class.filter.enabled", "true",
                "report.class.whitelist.drawings", "net.sf.jasperreports.renderers.Renderable",
                // From the fifteenth report on, Java 17 checks its own fast constructor access with this filter.
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

    /// @param name the name by which another template includes it
    private JasperReport compiled(String name) {
        return compiled.computeIfAbsent(name, this::compile);
    }

    private JasperReport compile(String name) {
        TableTemplate table = TABLES.get(name);
        String path = "house/" + (table == null ? name.replaceFirst("\\.jasper$", "") : "table") + ".jrxml";
        try {
            JasperDesign design = JRXmlLoader.load(context, new ByteArrayInputStream(house.bytes(path)));
            if (table != null) table.applyTo(design);
            if (name.equals("cards.jasper")) CardBands.addTo(design);
            styles.putInto(design);
            return JasperCompileManager.getInstance(context).compile(design);
        } catch (JRException | JacksonRuntimeException e) {
            throw new IllegalStateException(
                    "The template reports/" + path + " cannot be compiled: " + e.getMessage(), e);
        }
    }
}
