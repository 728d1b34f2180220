package org.huboutcomes.reports.paper;

import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfString;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.util.StyledTextListWriter;
import net.sf.jasperreports.pdf.classic.ClassicStructureEntry;
import net.sf.jasperreports.pdf.common.PdfProducer;
import net.sf.jasperreports.pdf.common.PdfStructure;
import net.sf.jasperreports.pdf.common.PdfStructureEntry;
import net.sf.jasperreports.pdf.common.PdfTagger;
import org.jspecify.annotations.NullUnmarked;

/// Writes the structure that a screen reader follows. Elements without `hub.tag` in the template are decoration.
///
/// The community edition of the report engine has an open interface for this, but no longer an implementation
/// (7.0.8).
@NullUnmarked
final class Tagger implements PdfTagger {

    static final String TAG = "hub.tag";
    static final String ALT = "hub.alt";
    static final String FIRST = "hub.first";

    private String language;
    private PdfProducer producer;
    private PdfStructure structure;
    private PdfStructureEntry document;
    private PdfStructureEntry group;
    private PdfStructureEntry part;
    private String groupTag = "";
    private boolean artifact;
    private boolean isCaptioned;

    @Override
    public void setLanguage(String tagLanguage) {
        language = tagLanguage;
    }

    @Override
    public void setPdfProducer(PdfProducer pdfProducer) {
        producer = pdfProducer;
    }

    @Override
    public void init() {
        structure = producer.getPdfStructure();
        document = structure.createDocumentTag(language);
    }

    @Override
    public void startText(JRPrintText text) {
        String tag = text.getPropertiesMap().getProperty(TAG);
        artifact = tag == null;
        if (artifact) structure.beginArtifact();
        else begin(tag, text);
    }

    @Override
    public void startText(JRPrintText text, String actualText) {
        startText(text);
    }

    @Override
    public void endText() {
        if (artifact) structure.endArtifact();
        else structure.endTag();
    }

    private void begin(String tag, JRPrintText text) {
        boolean first = text.getPropertiesMap().getProperty(FIRST) != null;
        switch (tag) {
            case "TH", "TD" -> cell(tag, first, text);
            case "Lbl", "LBody" -> listed(tag, text);
            case "Caption" -> {
                groupTag = "";
                isCaptioned = true;
                structure.beginTag(within("Table"), tag, text.getFullText());
            }
            default -> {
                groupTag = "";
                // A wrapped line loses its space when it is read aloud, so the whole text is given again.
                structure.beginTag(document, tag, text.getFullText());
            }
        }
    }

    private void cell(String tag, boolean first, JRPrintText text) {
        // If the table has a caption, its heads belong to that table already; otherwise they begin a table.
        if (first && tag.equals("TH") && !isCaptioned) groupTag = "";
        isCaptioned = false;
        PdfStructureEntry table = within("Table");
        if (first) part = structure.createTag(table, "TR");
        String role = first && tag.equals("TD") ? "TH" : tag;
        PdfStructureEntry cell = structure.beginTag(part, role, text.getFullText());
        if (role.equals("TH")) cell.setScope(tag.equals("TD") ? "Row" : "Column");
    }

    private void listed(String tag, JRPrintText text) {
        PdfStructureEntry list = within("L");
        if (tag.equals("Lbl")) part = structure.createTag(list, "LI");
        structure.beginTag(part, tag, text.getFullText());
    }

    private PdfStructureEntry within(String tag) {
        if (!groupTag.equals(tag)) group = structure.createTag(document, tag);
        groupTag = tag;
        return group;
    }

    @Override
    public void startImage(JRPrintImage image, float x1, float y1, float x2, float y2) {
        String alt = image.getPropertiesMap().getProperty(ALT);
        artifact = alt == null;
        if (artifact) {
            structure.beginArtifact();
            return;
        }
        // A picture between the caption and the heads of a table does not separate them.
        if (!isCaptioned) groupTag = "";
        PdfStructureEntry figure = structure.beginTag(document, "Figure");
        // As Unicode, because the interface's own method only supports western letters.
        ((ClassicStructureEntry) figure).getElement().put(PdfName.ALT, new PdfString(alt, PdfObject.TEXT_UNICODE));
        figure.setBBox(x1, y1, x2, y2);
    }

    @Override
    public void endImage() {
        endText();
    }

    @Override
    public void beginArtifact() {
        structure.beginArtifact();
    }

    @Override
    public void endArtifact() {
        structure.endArtifact();
    }

    @Override
    public void startPage() {}

    @Override
    public void endPage() {}

    @Override
    public void startElement(JRPrintElement element) {}

    @Override
    public void endElement(JRPrintElement element) {}

    @Override
    public boolean isFirstLinkParagraph() {
        return false;
    }

    @Override
    public PdfStructureEntry getCurrentLinkTag() {
        return null;
    }

    @Override
    public StyledTextListWriter getListWriter() {
        return null;
    }
}
