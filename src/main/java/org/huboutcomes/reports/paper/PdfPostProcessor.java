package org.huboutcomes.reports.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Iterator;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/// Post-processes a PDF. It adds what the exporter cannot write (the PDF/UA identifier, names of bookmarks), and
/// replaces what differs between runs (dates, tags of font subsets, the file id) by values that depend only on the
/// report.
final class PdfPostProcessor {

    private final ReportDocument report;

    PdfPostProcessor(ReportDocument report) {
        this.report = report;
    }

    byte[] of(byte[] raw) {
        try (PDDocument document = Loader.loadPDF(raw);
                ByteArrayOutputStream finished = new ByteArrayOutputStream()) {
            information(document);
            catalogue(document.getDocumentCatalog());
            for (PDPage page : document.getPages()) page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
            name(
                    document.getDocumentCatalog().getDocumentOutline().children(),
                    headings().iterator());
            new SubsetNames(document).settle();
            identify(document);
            document.save(finished);
            return finished.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void catalogue(PDDocumentCatalog catalogue) {
        catalogue.setLanguage("en-GB");
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalogue.setViewerPreferences(preferences);
    }

    private void information(PDDocument document) throws IOException {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title());
        information.setProducer("hub-outcomes");
        information.setCreationDate(day());
        information.setModificationDate(day());
        document.setDocumentInformation(information);
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp().getBytes(StandardCharsets.UTF_8));
        document.getDocumentCatalog().setMetadata(metadata);
    }

    /// The exporter names a bookmark after its anchor, which is unique but means nothing to readers.
    private static void name(Iterable<PDOutlineItem> items, Iterator<String> headings) {
        for (PDOutlineItem item : items) {
            item.setTitle(headings.next());
            name(item.children(), headings);
        }
    }

    private List<String> headings() {
        return Stream.concat(Stream.of(report.name()), report.blocks().stream().flatMap(PdfPostProcessor::heading))
                .toList();
    }

    private static Stream<String> heading(ReportBlock block) {
        if (block instanceof ReportBlock.Title title) return Stream.of(title.text());
        return block instanceof ReportBlock.Heading heading ? Stream.of(heading.text()) : Stream.empty();
    }

    private String title() {
        return report.title() + ": " + report.name();
    }

    private Calendar day() {
        GregorianCalendar day = GregorianCalendar.from(report.day().atStartOfDay(ZoneOffset.UTC));
        day.setTimeZone(TimeZone.getTimeZone("UTC"));
        return day;
    }

    private String xmp() {
        String day = report.day() + "T00:00:00Z";
        return """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
                    xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
                    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>
                <xmp:CreateDate>%s</xmp:CreateDate>
                <xmp:ModifyDate>%s</xmp:ModifyDate>
                <pdf:Producer>hub-outcomes</pdf:Producer>
                <pdfuaid:part>1</pdfuaid:part>
                </rdf:Description>
                </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="w"?>""".formatted(escaped(title()), day, day);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /// PDFBox computes the id from this number and the document information if there is no id yet.
    private void identify(PDDocument document) {
        document.getDocument().getTrailer().removeItem(COSName.ID);
        CRC32 sum = new CRC32();
        sum.update((title() + report.imprint()).getBytes(StandardCharsets.UTF_8));
        document.setDocumentId(sum.getValue());
    }
}
