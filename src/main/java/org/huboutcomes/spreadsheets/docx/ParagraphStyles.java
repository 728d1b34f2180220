package org.huboutcomes.spreadsheets.docx;

import static org.huboutcomes.spreadsheets.docx.WordElements.first;
import static org.huboutcomes.spreadsheets.docx.WordElements.number;
import static org.huboutcomes.spreadsheets.docx.WordElements.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.w3c.dom.Element;

/// What the styles of a document say of a paragraph: whether it is a heading or an item of a list, and of which level.
final class ParagraphStyles {

    private static final Pattern HEADING = Pattern.compile("heading ?([1-9])");
    private static final int STYLES_UP = 20;

    private final XWPFDocument document;

    ParagraphStyles(XWPFDocument document) {
        this.document = document;
    }

    /// The level of a heading, from 1; 0 for other paragraphs.
    int heading(Element paragraph) {
        Element properties = first(paragraph, "pPr");
        if (properties == null) return 0;
        int outline = outline(properties);
        if (outline > 0) return outline;
        List<Element> styles = styles(paragraph);
        // A style that the document does not define is recognised by its name.
        if (styles.isEmpty()) {
            Element style = first(properties, "pStyle");
            return style == null ? 0 : named(value(style));
        }
        for (Element style : styles) {
            Element name = first(style, "name");
            int named = name == null ? 0 : named(value(name));
            Element look = first(style, "pPr");
            int level = named > 0 ? named : look == null ? 0 : outline(look);
            if (level > 0) return level;
        }
        return 0;
    }

    private static int outline(Element properties) {
        Element level = first(properties, "outlineLvl");
        return level != null && number(level) < 9 ? number(level) + 1 : 0;
    }

    private static int named(String style) {
        Matcher heading = HEADING.matcher(style.toLowerCase(Locale.ROOT));
        return heading.lookingAt() ? Integer.parseInt(heading.group(1)) : 0;
    }

    /// The style of a paragraph and the styles that it is based on, which apply where it sets nothing.
    List<Element> styles(Element paragraph) {
        Element properties = first(paragraph, "pPr");
        Element style = properties == null ? null : first(properties, "pStyle");
        List<Element> styles = new ArrayList<>();
        String id = style == null ? null : value(style);
        while (id != null && styles.size() < STYLES_UP && document.getStyles() != null) {
            XWPFStyle known = document.getStyles().getStyle(id);
            if (known == null) break;
            styles.add((Element) known.getCTStyle().getDomNode());
            id = known.getBasisStyleID();
        }
        return styles;
    }

    static int depth(Element paragraph) {
        Element properties = first(paragraph, "pPr");
        Element numbering = properties == null ? null : first(properties, "numPr");
        Element level = numbering == null ? null : first(numbering, "ilvl");
        return level == null ? 0 : number(level);
    }

    boolean isListed(Element paragraph) {
        Element properties = first(paragraph, "pPr");
        if (properties == null) return false;
        Element numbering = first(properties, "numPr");
        if (numbering != null) {
            Element id = first(numbering, "numId");
            return id == null || number(id) != 0;
        }
        Element style = first(properties, "pStyle");
        return style != null && value(style).toLowerCase(Locale.ROOT).matches("list ?(bullet|number).*");
    }
}
