package org.huboutcomes.samples;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFComment;
import org.huboutcomes.returns.WordDocument;

/// Files that are not readable workbooks, whatever their names say: nearly empty, and just enough to be recognised.
final class FaultyContainers {

    private static final String BINARY_TYPES = """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Override PartName="/xl/workbook.bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>
            </Types>
            """;
    private static final String BINARY_RELATIONSHIPS = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
            Target="xl/workbook.bin"/></Relationships>
            """;

    /// Takes each file, and its expected finding.
    interface Press {
        void print(ExpectedFinding fault, byte[] content) throws IOException;
    }

    private final byte[] good;
    private final Press press;

    FaultyContainers(byte[] good, Press press) {
        this.good = good;
        this.press = press;
    }

    void write() throws IOException {
        write(
                "not_a_spreadsheet.xlsx",
                "A PDF that says it is a workbook.",
                "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        write("old_document.docx", "A document of the old kind, under a new name.", word97());
        write(
                "document_without_text.docx",
                "A document with a drawing and no word.",
                SteadyZip.of(pictured(new WordDocument()).bytes()));
        query(
                "pictures_not_read.docx",
                "A document with a drawing.",
                SteadyZip.of(pictured(summary()).bytes()));
        query(
                "tracked_changes.docx",
                "A word was inserted and not accepted.",
                SteadyZip.of(tracked(summary()).bytes()));
        query(
                "comments_not_read.docx",
                "A remark in the margin.",
                SteadyZip.of(commented(summary()).bytes()));
        write("old_workbook.xls", "Excel 95 kept its workbook under another name.", excel95());
        write(
                "binary_workbook.xlsx",
                "A binary workbook (.xlsb) inside.",
                zip("[Content_Types].xml", BINARY_TYPES, "_rels/.rels", BINARY_RELATIONSHIPS, "xl/workbook.bin", "x"));
        write(
                "open_document.xlsx",
                "An OpenDocument file inside.",
                zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<a/>"));
        write(
                "zip_in_zip.zip",
                "A zip with a zip in it.",
                zip(Map.of("inner.zip", zip("notes.csv", "Item,Quantity\r\nTea bags,80\r\n"))));
        write("ambiguous_zip.zip", "A zip with two files of one name.", twice("notes.csv"));
        write("too_large.zip", "Sixty million spaces in few bytes.", zip("spaces.csv", " ".repeat(60_000_000)));
        write("too_many_columns.csv", "2,001 columns.", ",".repeat(2000) + "x\r\n");
        write("cell_too_long.csv", "A cell of 40,000 letters.", "Item,Quantity\r\n" + "x".repeat(40_000) + ",1\r\n");
        write("too_many_rows.xlsx", "Its last row is the 2,000,001st.", withLastRow(2_000_001));
    }

    /// No spreadsheet program goes this far down, but other programs that write workbooks do.
    private byte[] withLastRow(int number) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(good))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
                parts.put(entry.getName(), in.readAllBytes());
        }
        parts.computeIfPresent(
                "xl/worksheets/sheet1.xml",
                (name, sheet) -> new String(sheet, StandardCharsets.UTF_8)
                        .replace("r=\"15\"", "r=\"" + number + "\"")
                        .replaceAll("r=\"([A-Z])15\"", "r=\"$1" + number + "\"")
                        .getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    /// No library writes a duplicate name, so the second name is changed into the first afterwards.
    private static byte[] twice(String name) throws IOException {
        String other = "x" + name.substring(1);
        String zip = new String(zip(name, "Item,Quantity\r\n", other, "Item\r\n"), StandardCharsets.ISO_8859_1);
        return zip.replace(other, name).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] excel95() throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            container.createDocument(new ByteArrayInputStream(new byte[] {9, 8}), "Book");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            container.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static byte[] word97() throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            container.createDocument(new ByteArrayInputStream(new byte[] {9, 8}), "WordDocument");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            container.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    /// An evaluator's summary with every required block.
    private static WordDocument summary() {
        return new WordDocument()
                .text("Hub: Quillshire", "2022/23")
                .heading(1, "Activity and data collection")
                .table(new String[] {"Date", "What"}, new String[] {"11/01/23", "First meeting with the leads"})
                .heading(1, "Significant themes")
                .table(
                        new String[] {"Theme", "Possible implications"},
                        new String[] {"Shared planning goes with going on.", "Offer sessions to whole departments."})
                .heading(1, "Conclusion")
                .text("We can conclude only that shared planning went with going on.");
    }

    private static WordDocument pictured(WordDocument document) {
        document.poi().createParagraph().createRun().getCTR().addNewDrawing();
        return document;
    }

    private static WordDocument tracked(WordDocument document) {
        var inserted = document.poi().createParagraph().getCTP().addNewIns();
        inserted.setId(BigInteger.ONE);
        inserted.setAuthor("Ann Example");
        inserted.addNewR().addNewT().setStringValue("It went with time.");
        return document;
    }

    private static WordDocument commented(WordDocument document) {
        XWPFComment comment = document.poi().createComments().createComment(BigInteger.ONE);
        comment.setAuthor("Ann Example");
        comment.createParagraph().createRun().setText("Is it so?");
        return document;
    }

    private void query(String file, String sentence, byte[] content) throws IOException {
        press.print(new ExpectedFinding(file, "query", "file", sentence), content);
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2)
            members.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        return zip(members);
    }

    static byte[] zip(Map<String, byte[]> members) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
                zip.closeEntry();
            }
        }
        return SteadyZip.of(out.toByteArray());
    }

    private void write(String file, String sentence, String text) throws IOException {
        write(file, sentence, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String file, String sentence, byte[] content) throws IOException {
        press.print(new ExpectedFinding(file, "error", "file", sentence), content);
    }
}
