package org.huboutcomes.spreadsheets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// A workbook written part by part, for content that no library writes.
final class WorkbookParts {

    static final String TRANSITIONAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final String namespace;
    private final String relations;

    private WorkbookParts(String namespace) {
        this.namespace = namespace;
        this.relations = namespace.equals(STRICT) ? STRICT_RELATIONS : RELATIONS;
        types("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml");
        part("_rels/.rels", relationships(relationship("rId1", "officeDocument", "xl/workbook.xml")));
        part(
                "xl/_rels/workbook.xml.rels",
                relationships(relationship("rId1", "worksheet", "worksheets/first.xml")
                        + relationship("rId2", "sharedStrings", "sharedStrings.xml")
                        + relationship("rId3", "styles", "styles.xml")));
        workbook("");
        part("xl/sharedStrings.xml", "<sst xmlns='%s'/>".formatted(namespace));
        part("xl/styles.xml", "<styleSheet xmlns='%s'/>".formatted(namespace));
    }

    /// @param rows the content of `sheetData`
    static WorkbookParts withRows(String rows) {
        return new WorkbookParts(TRANSITIONAL).rows(rows);
    }

    static WorkbookParts strictWithRows(String rows) {
        return new WorkbookParts(STRICT).rows(rows);
    }

    WorkbookParts workbook(String before) {
        return workbook(before, "<sheet name='Only' r:id='rId1'/>");
    }

    /// @param sheets in place of the listed sheet
    WorkbookParts sheets(String sheets) {
        return workbook("", sheets);
    }

    private WorkbookParts workbook(String before, String sheets) {
        return part(
                "xl/workbook.xml",
                "<workbook xmlns='%s' xmlns:r='%s'>%s<sheets>%s</sheets></workbook>"
                        .formatted(namespace, relations, before, sheets));
    }

    String xml(String part) {
        return parts.getOrDefault(part, "");
    }

    WorkbookParts types(String workbookType) {
        return part("[Content_Types].xml", """
                <Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>
                <Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>
                <Default Extension='xml' ContentType='application/xml'/>
                <Override PartName='/xl/workbook.xml' ContentType='%s'/>
                </Types>""".formatted(workbookType));
    }

    WorkbookParts sharedStrings(String items) {
        return part("xl/sharedStrings.xml", "<sst xmlns='%s'>%s</sst>".formatted(namespace, items));
    }

    WorkbookParts styles(String styles) {
        return part("xl/styles.xml", "<styleSheet xmlns='%s'>%s</styleSheet>".formatted(namespace, styles));
    }

    WorkbookParts part(String name, String xml) {
        parts.put(name, xml);
        return this;
    }

    /// Leaves a part out.
    WorkbookParts without(String name) {
        parts.remove(name);
        return this;
    }

    Path write(Path folder) throws IOException {
        return TestFiles.zip(folder, "parts.xlsx", members());
    }

    byte[] bytes() throws IOException {
        return HostileZips.zip(members());
    }

    Map<String, byte[]> members() {
        Map<String, byte[]> members = new LinkedHashMap<>();
        parts.forEach((name, xml) -> members.put(name, xml.getBytes(UTF_8)));
        return members;
    }

    WorkbookParts rows(String rows) {
        return part(
                "xl/worksheets/first.xml",
                "<worksheet xmlns='%s'><sheetData>%s</sheetData></worksheet>".formatted(namespace, rows));
    }

    private static String relationships(String all) {
        return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>%s</Relationships>"
                .formatted(all);
    }

    private String relationship(String id, String type, String target) {
        return "<Relationship Id='%s' Type='%s/%s' Target='%s'/>".formatted(id, relations, type, target);
    }
}
