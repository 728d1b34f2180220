package org.huboutcomes.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFComment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.huboutcomes.returns.WordDocument;
import org.huboutcomes.spreadsheets.model.Book;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.ReadLimits;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.Rows;
import org.huboutcomes.spreadsheets.model.UnreadableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Text documents: what is read from them, and what is never read.
class DocxBookTest {

    private static final String MAIN = "word/document.xml";

    private final Path file;

    DocxBookTest(@TempDir Path folder) {
        this.file = folder.resolve("summary.docx");
    }

    private List<Row> read() throws UnreadableException {
        try (Book book = BookOpener.open(file, "summary.docx", ReadLimits.standard());
                Rows rows = book.sheets().get(0).rows()) {
            List<Row> read = new ArrayList<>();
            for (Row row = rows.next(); row != null; row = rows.next()) read.add(row);
            return read;
        }
    }

    private List<String> texts() throws UnreadableException {
        return read().stream()
                .map(row -> String.join(
                        " | ",
                        row.cells().stream()
                                .map(cell -> cell instanceof Cell.Text text ? text.text() : "")
                                .toList()))
                .toList();
    }

    private String refusal() {
        try {
            read();
            return "none";
        } catch (UnreadableException e) {
            return e.rule();
        }
    }

    /// The document with one changed part.
    private void changed(WordDocument document, String part, UnaryOperator<String> change) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(document.bytes()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
                parts.put(entry.getName(), in.readAllBytes());
        }
        parts.computeIfPresent(
                part,
                (name, bytes) ->
                        change.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> one : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(one.getKey()));
                out.write(one.getValue());
                out.closeEntry();
            }
        }
    }

    @Test
    void paragraphsAndTablesKeepTheirOrderAndTheirPlaces() throws UnreadableException {
        new WordDocument()
                .heading(2, "Context")
                .bullets("One")
                .table(new String[] {"A", "B\nC"}, new String[] {"D", ""})
                .bold("Last")
                .write(file);
        assertThat(texts()).containsExactly("Context", "\u2022 One", "A | B\nC", "D", "Last");
        assertThat(read())
                .extracting(row -> row.layout().place() + " " + row.layout().heading() + " "
                        + row.layout().table())
                .containsExactly(
                        "paragraph 1 2 false",
                        "paragraph 2 0 false",
                        "table 1, row 1 0 true",
                        "table 1, row 2 0 true",
                        "paragraph 3 10 false");
    }

    @Test
    void insertionsAreReadAndDeletionsHiddenTextCommentsAndAuthorsAreNot() throws UnreadableException {
        WordDocument document = new WordDocument().text("Kept.");
        XWPFParagraph paragraph = document.poi().createParagraph();
        var inserted = paragraph.getCTP().addNewIns();
        inserted.setId(BigInteger.ONE);
        inserted.setAuthor("Ann Example");
        inserted.addNewR().addNewT().setStringValue("Inserted.");
        var deleted = paragraph.getCTP().addNewDel();
        deleted.setId(BigInteger.TWO);
        deleted.setAuthor("Ann Example");
        deleted.addNewR().addNewDelText().setStringValue("Deleted.");
        var hidden = document.poi().createParagraph().createRun();
        hidden.setText("Hidden.");
        hidden.setVanish(true);
        XWPFComment comment = document.poi().createComments().createComment(BigInteger.ONE);
        comment.setAuthor("Ann Example");
        comment.createParagraph().createRun().setText("Remark.");
        document.poi().getProperties().getCoreProperties().setLastModifiedByUser("Ann Example");
        document.write(file);
        assertThat(texts()).containsExactly("Kept.", "Inserted.");
        try (Book book = BookOpener.open(file, "summary.docx", ReadLimits.standard())) {
            assertThat(book.sheets().get(0).document()).hasValueSatisfying(parts -> {
                assertThat(parts.changes()).isEqualTo(2);
                assertThat(parts.comments()).isEqualTo(1);
            });
        }
    }

    @Test
    void anEntityIsNotResolved() throws IOException {
        changed(
                new WordDocument().text("ENTITY"),
                MAIN,
                xml -> xml.replaceFirst(
                                "(<\\?xml[^>]*\\?>)?",
                                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>")
                        .replace("ENTITY", "&e;"));
        assertThat(refusal()).isEqualTo("damaged_file");
    }

    @Test
    void aDocumentThatUnpacksToTooMuchIsRefused() throws IOException {
        changed(new WordDocument().text("MUCH"), MAIN, xml -> xml.replace("MUCH", " ".repeat(40_000_000)));
        assertThat(refusal()).isEqualTo("too_large");
    }

    @Test
    void tablesInTablesWithoutEndAreRefusedAndNoMore() throws IOException {
        String open = "<w:tbl><w:tr><w:tc>".repeat(20_000);
        String close = "<w:p/></w:tc></w:tr></w:tbl>".repeat(20_000);
        changed(new WordDocument().text("DEEP"), MAIN, xml -> xml.replaceFirst("<w:p[ >].*</w:p>", open + close));
        assertThat(refusal()).isIn("damaged_file", "too_large", "document_without_text");
    }

    @Test
    void aBrokenDocumentIsDamaged() throws IOException {
        byte[] whole = new WordDocument().text("Text.").bytes();
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(refusal()).isEqualTo("damaged_file");
        changed(new WordDocument().text("Text."), MAIN, xml -> xml.substring(0, xml.length() / 2));
        assertThat(refusal()).isEqualTo("damaged_file");
    }

    @Test
    void aDocumentOfTheOldKindAndOneUnderAPasswordAreToldApart() throws IOException {
        for (Map.Entry<String, String> kind : Map.of(
                        "WordDocument", "old_document", "EncryptedPackage", "encrypted_file")
                .entrySet()) {
            try (POIFSFileSystem container = new POIFSFileSystem()) {
                container.createDocument(new ByteArrayInputStream(new byte[] {9, 8}), kind.getKey());
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                container.writeFilesystem(out);
                Files.write(file, out.toByteArray());
            }
            assertThat(refusal()).isEqualTo(kind.getValue());
        }
    }

    @Test
    void aDocumentOfPicturesAloneIsSaidToHaveNoText() {
        WordDocument document = new WordDocument();
        document.poi().createParagraph().createRun().getCTR().addNewDrawing();
        document.write(file);
        assertThat(refusal()).isEqualTo("document_without_text");
    }

    @Test
    void aDocumentIsReadTheSameWayTwice() throws UnreadableException {
        new WordDocument().heading(1, "Context").text("Text.").write(file);
        assertThat(read()).isEqualTo(read());
    }
}
