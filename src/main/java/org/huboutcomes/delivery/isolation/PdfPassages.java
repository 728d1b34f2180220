package org.huboutcomes.delivery.isolation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// All text in a PDF: the printed text page by page, and titles, bookmarks, alternative texts, links, metadata and
/// attached files.
public final class PdfPassages {

    private final PDDocument document;
    private final List<Passage> passages = new ArrayList<>();

    private PdfPassages(PDDocument document) {
        this.document = document;
    }

    public static List<Passage> of(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PdfPassages reading = new PdfPassages(document);
            reading.printed();
            reading.unprinted();
            return reading.passages;
        }
    }

    private void printed() throws IOException {
        Stripper stripper = new Stripper();
        int number = 0;
        for (PDPage page : document.getPages()) {
            number++;
            stripper.setStartPage(number);
            stripper.setEndPage(number);
            String place = "page " + number;
            passages.add(new Passage(place, stripper.getText(document)));
            passages.add(new Passage(place, stripper.drawn()));
            replacements(page, place);
        }
    }

    /// Reads a page in content order, so that text wrapped inside a cell stays together; and again piece by piece as
    /// drawn, because adjacent pieces look like one word.
    private static final class Stripper extends PDFTextStripper {

        private final StringBuilder drawn = new StringBuilder();
        private float line;

        @Override
        protected void processTextPosition(TextPosition text) {
            // The lines of one cell are one piece, with no space between them.
            if (text.getYDirAdj() != line) drawn.append('\n');
            line = text.getYDirAdj();
            drawn.append(text.getUnicode());
            super.processTextPosition(text);
        }

        @Override
        public void endText() throws IOException {
            drawn.append('\n');
            super.endText();
        }

        String drawn() {
            String all = drawn.toString();
            drawn.setLength(0);
            return all;
        }
    }

    /// Texts for screen readers: alternative and actual texts.
    private void replacements(PDPage page, String place) throws IOException {
        PDFStreamParser parser = new PDFStreamParser(page);
        for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken())
            if (token instanceof COSDictionary properties) strings(place, properties);
    }

    /// Every string of every object, whatever its use, so that no place is missed.
    private void unprinted() throws IOException {
        for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
            COSObject object = document.getDocument().getObjectFromPool(key);
            COSBase inside = object.getObject();
            if (inside == null) continue;
            strings(place(inside), inside);
            if (inside instanceof COSStream stream && isText(stream))
                passages.add(new Passage(
                        place(inside), new String(stream.createInputStream().readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    private static boolean isText(COSStream stream) {
        COSName type = stream.getCOSName(COSName.TYPE);
        return COSName.METADATA.equals(type)
                || COSName.getPDFName("EmbeddedFile").equals(type);
    }

    private static String place(COSBase object) {
        if (!(object instanceof COSDictionary dictionary)) return "its hidden texts";
        if (dictionary.containsKey(COSName.ALT)) return "an alternative text";
        if (dictionary.containsKey(COSName.TITLE)) return "its title or bookmarks";
        COSName type = dictionary.getCOSName(COSName.TYPE);
        return type == null ? "its hidden texts" : "its hidden texts (" + type.getName() + ")";
    }

    private void strings(String place, COSBase object) {
        if (object instanceof COSString string) {
            if (string.getBytes().length > 1) passages.add(new Passage(place, string.getString()));
        } else if (object instanceof COSArray array) {
            array.forEach(item -> strings(place, item));
        } else if (object instanceof COSDictionary dictionary) {
            dictionary.getValues().forEach(value -> strings(place, value));
        }
    }
}
