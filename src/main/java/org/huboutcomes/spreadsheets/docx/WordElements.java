package org.huboutcomes.spreadsheets.docx;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Elements of a Word document by their names, in the transitional and the strict form of the format.
final class WordElements {

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private WordElements() {}

    /// A content control that still shows its hint, because nobody has filled it in.
    static boolean isUnfilled(Node node) {
        if (!word(node).equals("sdt")) return false;
        Element properties = first((Element) node, "sdtPr");
        return properties != null && isOn(properties, "showingPlcHdr");
    }

    static boolean isOn(Element look, String name) {
        Element mark = first(look, name);
        return mark != null && !Set.of("0", "false", "off", "none").contains(value(mark));
    }

    /// The local name of an element in the document's own namespace, or in that of compatibility choices.
    static String word(Node node) {
        if (node.getNodeType() != Node.ELEMENT_NODE) return "";
        String local = node.getLocalName();
        boolean own = WORD.equals(node.getNamespaceURI()) || STRICT.equals(node.getNamespaceURI());
        return own || local.equals("AlternateContent") || local.equals("Choice") || local.equals("Fallback")
                ? local
                : "";
    }

    static List<Element> below(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            String word = word(node);
            if (word.equals(name)) found.add((Element) node);
            // Content controls and revisions can be between a table and its rows, or a row and its cells.
            else if (Set.of("sdt", "sdtContent", "ins", "moveTo", "customXml").contains(word))
                found.addAll(below((Element) node, name));
        }
        return found;
    }

    static @Nullable Element first(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling())
            if (word(node).equals(name)) return (Element) node;
        return null;
    }

    static String value(Element element) {
        String value = element.getAttributeNS(WORD, "val");
        return value.isEmpty() ? element.getAttributeNS(STRICT, "val") : value;
    }

    static int id(Element element) {
        String id = element.getAttributeNS(WORD, "id");
        try {
            return Integer.parseInt(id.isEmpty() ? element.getAttributeNS(STRICT, "id") : id);
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    static int number(Element element) {
        try {
            return Integer.parseInt(value(element));
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    static String content(Node node) {
        StringBuilder text = new StringBuilder();
        for (Node part = node.getFirstChild(); part != null; part = part.getNextSibling())
            if (part.getNodeType() == Node.TEXT_NODE || part.getNodeType() == Node.CDATA_SECTION_NODE)
                text.append(part.getNodeValue());
        return text.toString();
    }
}
