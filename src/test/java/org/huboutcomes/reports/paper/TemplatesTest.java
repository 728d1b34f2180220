package org.huboutcomes.reports.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.data.JRCsvDataSource;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/// The templates as a designer opens them: each file unchanged, with its sample.
class TemplatesTest {

    private static final Path HOUSE = Path.of("reports/house");
    private static final Templates TEMPLATES = new Templates(ReportResources.in(Path.of("reports")));

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(HOUSE)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jrxml"))
                    .map(name -> name.replace(".jrxml", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aTemplateIsValidByItself(String name) throws Exception {
        JasperDesign design = load(name);
        assertThat(design.getName()).isEqualTo(name);
        assertThat(JasperCompileManager.getInstance(TEMPLATES.context()).verify(design))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aTemplateNamesStylesOfTheHouseAndNoColour(String name) throws Exception {
        Document template = xml(HOUSE.resolve(name + ".jrxml"));
        for (Element element : elements(template)) {
            if (element.hasAttribute("style"))
                assertThat(names(styles())).as(name).contains(element.getAttribute("style"));
            assertThat(element.hasAttribute("forecolor")
                            || element.hasAttribute("backcolor")
                            || element.hasAttribute("lineColor"))
                    .as("a colour in " + name + ".jrxml")
                    .isFalse();
        }
    }

    @Test
    void aColourStandsInOneStyle() throws Exception {
        Map<String, String> owners = new HashMap<>();
        for (Element style : styles())
            for (String colour : colours(style))
                // The strip above the first page has the same colour as self, but could have another.
                if (!style.getAttribute("name").equals("cover"))
                    assertThat(owners.merge(colour, style.getAttribute("name"), (one, other) -> one))
                            .as("the style of " + colour)
                            .isEqualTo(style.getAttribute("name"));
    }

    @Test
    void aStyleOfAColourHasNoOther() throws Exception {
        for (Element style : styles())
            assertThat(colours(style)).as(style.getAttribute("name")).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aTemplateIsFilledWithItsSample(String name) throws Exception {
        JasperDesign design = load(name);
        Path adapter = HOUSE.resolve(design.getProperty("com.jaspersoft.studio.data.defaultdataadapter"));
        String sample = text(xml(adapter), "fileName");
        JasperPrint print = JasperFillManager.getInstance(TEMPLATES.context())
                .fill(
                        JasperCompileManager.getInstance(TEMPLATES.context()).compile(styled(design)),
                        new HashMap<>(),
                        rows(sample));
        List<String> printed = print.getPages().stream()
                .flatMap(page -> texts(page.getElements()))
                .toList();
        assertThat(printed)
                .isNotEmpty()
                .doesNotContain("null")
                .allSatisfy(text -> assertThat(text).isNotNull());
        JRCsvDataSource again = rows(sample);
        assertThat(again.next()).isTrue();
        assertThat(again.getColumnNames().keySet())
                .as("columns of " + sample)
                .containsExactlyInAnyOrderElementsOf(Stream.of(design.getFields())
                        .map(field -> field.getName())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void aTableOfEachNumberOfColumnsIsMadeOfTheTemplate(TableLayout layout) throws Exception {
        for (int columns : layout.columnCounts().toArray()) {
            JasperDesign design = load("table");
            new TableTemplate(layout, columns).applyTo(design);
            assertThat(JasperCompileManager.getInstance(TEMPLATES.context()).verify(design))
                    .isEmpty();
            assertThat(design.getDetailSection().getBands()[0].getElements())
                    .as(layout + " " + columns)
                    .hasSize(columns + (layout.hasStrips() ? 3 : 1));
        }
    }

    @Test
    void everyKindOfLineHasABand() throws Exception {
        String template = Files.readString(HOUSE.resolve("report.jrxml"));
        for (Class<?> kind : PrintedLine.Content.class.getPermittedSubclasses())
            if (kind != PrintedLine.BrokenTable.class)
                assertThat(template).contains("\"" + PrintedLine.Content.kind(kind) + "\".equals($F{kind})");
    }

    /// Compiled as in the program, with the styles that it names.
    private static JasperDesign styled(JasperDesign design) throws Exception {
        TEMPLATES.styles().putInto(design);
        return design;
    }

    private static JasperDesign load(String name) throws Exception {
        try (InputStream file = Files.newInputStream(HOUSE.resolve(name + ".jrxml"))) {
            return JRXmlLoader.load(TEMPLATES.context(), file);
        }
    }

    private static JRCsvDataSource rows(String sample) throws Exception {
        JRCsvDataSource rows =
                new JRCsvDataSource(new StringReader(Files.readString(HOUSE.resolve(sample), StandardCharsets.UTF_8)));
        rows.setUseFirstRowAsHeader(true);
        rows.setRecordDelimiter("\n");
        return rows;
    }

    private static Stream<String> texts(List<JRPrintElement> elements) {
        return elements.stream()
                .flatMap(element -> element instanceof JRPrintFrame frame
                        ? texts(frame.getElements())
                        : element instanceof JRPrintText text ? Stream.of(text.getFullText()) : Stream.empty());
    }

    private static List<Element> styles() throws Exception {
        return elements(xml(HOUSE.resolve("house.jrtx"))).stream()
                .filter(element -> element.getTagName().equals("style"))
                .toList();
    }

    private static List<String> names(List<Element> styles) {
        return styles.stream().map(style -> style.getAttribute("name")).toList();
    }

    private static TreeSet<String> colours(Element style) {
        TreeSet<String> colours = new TreeSet<>();
        List<Element> parts =
                Stream.concat(Stream.of(style), elements(style).stream()).toList();
        for (Element part : parts)
            for (String attribute : List.of("forecolor", "backcolor", "lineColor"))
                if (part.hasAttribute(attribute)) colours.add(part.getAttribute(attribute));
        return colours;
    }

    private static List<Element> elements(Document document) {
        return elements(document.getDocumentElement());
    }

    private static List<Element> elements(Element of) {
        var found = of.getElementsByTagName("*");
        return Stream.iterate(0, i -> i < found.getLength(), i -> i + 1)
                .map(i -> (Element) found.item(i))
                .toList();
    }

    private static String text(Document document, String tag) {
        return document.getElementsByTagName(tag).item(0).getTextContent();
    }

    private static Document xml(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Files.readString(file))));
    }
}
