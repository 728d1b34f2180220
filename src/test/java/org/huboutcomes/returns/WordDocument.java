package org.huboutcomes.returns;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/// A text document, written piece by piece as people lay one out.
public final class WordDocument {

    private final XWPFDocument document = new XWPFDocument();

    public WordDocument() {
        XWPFStyles styles = document.createStyles();
        CTStyles all = CTStyles.Factory.newInstance();
        for (int level = 1; level <= 3; level++) {
            CTStyle style = all.addNewStyle();
            style.setStyleId("Heading" + level);
            style.setType(STStyleType.PARAGRAPH);
            style.addNewName().setVal("heading " + level);
        }
        styles.setStyles(all);
    }

    public XWPFDocument poi() {
        return document;
    }

    public WordDocument heading(int level, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle("Heading" + level);
        paragraph.createRun().setText(text);
        return this;
    }

    public WordDocument bold(String text) {
        XWPFRun run = document.createParagraph().createRun();
        run.setBold(true);
        run.setText(text);
        return this;
    }

    public WordDocument text(String... paragraphs) {
        for (String text : paragraphs) document.createParagraph().createRun().setText(text);
        return this;
    }

    public WordDocument bullets(String... items) {
        for (String text : items) {
            XWPFParagraph paragraph = document.createParagraph();
            paragraph.setNumID(BigInteger.ONE);
            paragraph.createRun().setText(text);
        }
        return this;
    }

    /// A table; lines of a cell are paragraphs.
    public WordDocument table(String[]... rows) {
        XWPFTable table = document.createTable(rows.length, rows[0].length);
        for (int row = 0; row < rows.length; row++)
            for (int column = 0; column < rows[row].length; column++)
                fill(table.getRow(row).getCell(column), rows[row][column]);
        return this;
    }

    /// Merges a cell of the last table with the ones below it.
    public WordDocument merged(int column, int first, int last) {
        XWPFTable table = document.getTables().get(document.getTables().size() - 1);
        for (int row = first; row <= last; row++) {
            XWPFTableCell cell = table.getRow(row).getCell(column);
            if (cell.getCTTc().getTcPr() == null) cell.getCTTc().addNewTcPr();
            cell.getCTTc().getTcPr().addNewVMerge().setVal(row == first ? STMerge.RESTART : STMerge.CONTINUE);
        }
        return this;
    }

    private static void fill(XWPFTableCell cell, String text) {
        String[] lines = text.split("\n");
        for (int i = 0; i < lines.length; i++) {
            XWPFParagraph paragraph = i == 0 ? cell.getParagraphs().get(0) : cell.addParagraph();
            paragraph.createRun().setText(lines[i]);
        }
    }

    /// The document as bytes, the same each time.
    public byte[] bytes() {
        document.getProperties().getCoreProperties().setCreator("");
        document.getProperties()
                .getCoreProperties()
                .setCreated(Optional.of(Date.from(Instant.parse("2023-09-01T09:00:00Z"))));
        try (document;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path write(Path file) {
        try (document;
                OutputStream out = Files.newOutputStream(file)) {
            document.write(out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
