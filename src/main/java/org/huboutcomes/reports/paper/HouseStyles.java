package org.huboutcomes.reports.paper;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRElement;
import net.sf.jasperreports.engine.JRElementGroup;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRReportTemplate;
import net.sf.jasperreports.engine.JRStyle;
import net.sf.jasperreports.engine.JRStyleContainer;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.xml.JRXmlTemplateLoader;
import net.sf.jasperreports.jackson.util.JacksonRuntimeException;
import org.jspecify.annotations.Nullable;

/// The styles of all templates, from `house.jrtx`.
final class HouseStyles {

    private static final String FILE = "house/house.jrtx";

    private final Map<String, JRStyle> styles = new LinkedHashMap<>();

    HouseStyles(ReportResources house) {
        try {
            for (JRStyle style : JRXmlTemplateLoader.load(new ByteArrayInputStream(house.bytes(FILE)))
                    .getStyles()) styles.put(style.getName(), style);
        } catch (JacksonRuntimeException e) {
            throw new IllegalStateException("The styles reports/" + FILE + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Nullable
    JRStyle named(String name) {
        return styles.get(name);
    }

    /// Copies the styles that a template uses into it, in place of the style file, which would be read for each
    /// report.
    void putInto(JasperDesign template) throws JRException {
        for (JRReportTemplate file : template.getTemplates()) template.removeTemplate(file);
        Set<String> used = new HashSet<>();
        Arrays.stream(template.getAllBands()).flatMap(HouseStyles::elements).forEach(element -> use(element, used));
        for (JRStyle style : styles.values())
            if (style.isDefault() || used.contains(style.getName())) template.addStyle(style);
    }

    private static Stream<JRElement> elements(JRElementGroup group) {
        return Arrays.stream(group.getElements())
                .flatMap(element -> element instanceof JRElementGroup inner
                        ? Stream.concat(Stream.of(element), elements(inner))
                        : Stream.of(element));
    }

    /// Records the style of an element or style, and the styles that it inherits from.
    private void use(JRStyleContainer container, Set<String> used) {
        String name = container.getStyle() == null
                ? container.getStyleNameReference()
                : container.getStyle().getName();
        if (name == null) return;
        JRStyle style = styles.get(name);
        if (style == null) throw new IllegalStateException("reports/" + FILE + " has no style \"" + name + "\".");
        if (used.add(name)) use(style, used);
    }
}
