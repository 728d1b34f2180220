package org.huboutcomes.delivery.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A name is hidden in every place of a PDF that can contain one, and is found in each.
class PdfPassagesTest {

    private static final String HIDDEN = "Norman Keep";

    private interface Hiding {
        void in(PDDocument pdf, PDPage page) throws IOException;
    }

    enum Place {
        PAGE((pdf, page) -> print(pdf, page, HIDDEN)),
        TITLE((pdf, page) -> pdf.getDocumentInformation().setTitle(HIDDEN)),
        OWN_PROPERTY((pdf, page) -> pdf.getDocumentInformation().setCustomMetadataValue("For", HIDDEN)),
        METADATA((pdf, page) -> pdf.getDocumentCatalog()
                .setMetadata(new PDMetadata(
                        pdf, new ByteArrayInputStream(("<a>" + HIDDEN + "</a>").getBytes(StandardCharsets.UTF_8))))),
        BOOKMARK((pdf, page) -> {
            PDDocumentOutline outline = new PDDocumentOutline();
            PDOutlineItem item = new PDOutlineItem();
            item.setTitle(HIDDEN);
            outline.addLast(item);
            pdf.getDocumentCatalog().setDocumentOutline(outline);
        }),
        ALTERNATIVE_TEXT((pdf, page) -> {
            PDStructureTreeRoot root = new PDStructureTreeRoot();
            PDStructureElement figure = new PDStructureElement("Figure", root);
            figure.setAlternateDescription(HIDDEN);
            root.appendKid(figure);
            pdf.getDocumentCatalog().setStructureTreeRoot(root);
        }),
        ACTUAL_TEXT_IN_CONTENT((pdf, page) -> {
            COSDictionary properties = new COSDictionary();
            properties.setString(COSName.ACTUAL_TEXT, HIDDEN);
            try (PDPageContentStream content =
                    new PDPageContentStream(pdf, page, PDPageContentStream.AppendMode.APPEND, true)) {
                content.beginMarkedContent(COSName.P, PDPropertyList.create(properties));
                content.endMarkedContent();
            }
        }),
        COMMENT((pdf, page) -> {
            PDAnnotationText comment = new PDAnnotationText();
            comment.setContents(HIDDEN);
            page.setAnnotations(List.of(comment));
        }),
        ATTACHMENT((pdf, page) -> attach(pdf, "data.csv", "hub\n" + HIDDEN + "\n")),
        NAME_OF_ATTACHMENT((pdf, page) -> attach(pdf, HIDDEN + ".csv", "hub\n"));

        private final Hiding hiding;

        Place(Hiding hiding) {
            this.hiding = hiding;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsHiddenIsRead(Place place) throws IOException {
        Isolation isolation = new Isolation(List.of(new HubMark("History Hubs", "HI1", "name", HIDDEN)), "");
        assertThat(isolation.leaks("Geography Hubs", "AV1", PdfPassages.of(pdf(place.hiding))))
                .isNotEmpty();
        assertThat(isolation.leaks("Geography Hubs", "AV1", PdfPassages.of(pdf((pdf, page) -> {}))))
                .isEmpty();
    }

    @Test
    void aNameOfTheHubsOwnThatIsWrappedIsReadWhole() throws IOException {
        Isolation isolation = new Isolation(
                List.of(
                        new HubMark("Geography Hubs", "AV1", "school", "Norman Keep Primary School"),
                        new HubMark("History Hubs", "HI1", "school", HIDDEN)),
                "");
        byte[] wrapped = pdf((pdf, page) -> {
            try (PDPageContentStream content =
                    new PDPageContentStream(pdf, page, PDPageContentStream.AppendMode.APPEND, true)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 500);
                content.showText("Norman Keep");
                content.newLineAtOffset(0, -14);
                content.showText("Primary School");
                content.endText();
            }
        });
        assertThat(isolation.leaks("Geography Hubs", "AV1", PdfPassages.of(wrapped)))
                .isEmpty();
    }

    private static byte[] pdf(Hiding hiding) throws IOException {
        try (PDDocument pdf = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            print(pdf, page, "A report");
            hiding.in(pdf, page);
            pdf.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static void print(PDDocument pdf, PDPage page, String text) throws IOException {
        try (PDPageContentStream content =
                new PDPageContentStream(pdf, page, PDPageContentStream.AppendMode.APPEND, true)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
            content.showText(text);
            content.endText();
        }
    }

    private static void attach(PDDocument pdf, String name, String text) throws IOException {
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile(name);
        file.setEmbeddedFile(new PDEmbeddedFile(
                pdf, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), COSName.FLATE_DECODE));
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of("data", file));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        pdf.getDocumentCatalog().setNames(names);
    }
}
