package org.huboutcomes.spreadsheets.docx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.DocumentParts;
import org.huboutcomes.spreadsheets.model.ReadBudget;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.RowBuilder;
import org.huboutcomes.spreadsheets.model.RowLayout;
import org.huboutcomes.spreadsheets.model.UnreadableException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// The rows of one document, in the order in which they stand: paragraphs, and the rows of tables. A table row with
/// one cell is a frame around paragraphs. Insertions count as accepted and deletions as made; comments, hidden text,
/// field codes and what names an author are not read.
final class DocxRows {

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private static final Set<String> UNREAD = Set.of(
            "del", "moveFrom", "instrText", "delText", "delInstrText", "pPr", "rPr", "Fallback", "tblPr", "tblGrid");
    private static final Pattern HEADING = Pattern.compile("heading ?([1-9])");
    private static final Pattern BULLET =
            Pattern.compile("^[\\u2022\\u25cf\\u25cb\\u25aa\\u25a0\\u25e6\\u2023\\u00b7\\uf0b7o-]\\s+");
    private static final String MARK = "\u2022 ";

    private final XWPFDocument document;
    private final String name;
    private final ReadBudget budget;
    private final RowBuilder builder;
    private final List<Row> rows = new ArrayList<>();
    private int paragraphs;
    private int tables;
    private int changes;
    private int pictures;

    DocxRows(XWPFDocument document, String name, ReadBudget budget) {
        this.document = document;
        this.name = name;
        this.budget = budget;
        this.builder = new RowBuilder(name, budget);
    }

    List<Row> rows() {
        return rows;
    }

    DocumentParts parts() {
        return new DocumentParts(changes, document.getComments() == null ? 0 : document.getComments().length, pictures);
    }

    void read() throws UnreadableException, ReadBudget.Late {
        for (XWPFHeader header : document.getHeaderList()) {
            String text = header.getText().strip();
            if (!text.isEmpty()) put(List.of(text), new RowLayout(RowLayout.PAGE_HEADER, 0, false, false, Set.of()));
        }
        int inHeaders = rows.size();
        walk(document.getDocument().getBody().getDomNode());
        if (rows.size() == inHeaders) rows.clear();
    }

    private void walk(Node container) throws UnreadableException, ReadBudget.Late {
        for (Node node = container.getFirstChild(); node != null; node = node.getNextSibling()) {
            switch (word(node)) {
                case "p" -> paragraph((Element) node);
                case "tbl" -> table((Element) node);
                case "del", "moveFrom" -> changes++;
                case "sdtPr", "sdtEndPr", "sectPr", "tcPr", "" -> {}
                default -> walk(node);
            }
        }
    }

    /// The local name of an element of the document's own vocabulary, or of the choice between two.
    private static String word(Node node) {
        if (node.getNodeType() != Node.ELEMENT_NODE) return "";
        String local = node.getLocalName();
        boolean own = WORD.equals(node.getNamespaceURI()) || STRICT.equals(node.getNamespaceURI());
        return own || local.equals("AlternateContent") || local.equals("Choice") || local.equals("Fallback")
                ? local
                : "";
    }

    private void paragraph(Element paragraph) throws UnreadableException, ReadBudget.Late {
        paragraphs++;
        Text text = new Text();
        text.add(paragraph);
        String said = text.text.toString().strip();
        if (!said.isEmpty()) {
            int heading = heading(paragraph);
            boolean bold = heading == 0 && text.isBold();
            // A numbered heading is often an item of a list, and bold.
            boolean listed = heading == 0
                    && !bold
                    && (isListed(paragraph) || BULLET.matcher(said).find());
            put(
                    List.of(listed ? MARK + BULLET.matcher(said).replaceFirst("") : said),
                    new RowLayout(
                            "paragraph " + paragraphs,
                            heading > 0 ? heading : bold ? RowLayout.BOLD : 0,
                            listed,
                            false,
                            Set.of()));
        }
        for (Node box : text.boxes) walk(box);
    }

    private void table(Element table) throws UnreadableException, ReadBudget.Late {
        int number = ++tables;
        int row = 0;
        for (Element one : below(table, "tr")) {
            row++;
            List<Element> cells = below(one, "tc");
            if (cells.size() == 1) walk(cells.get(0));
            else if (!cells.isEmpty()) row(cells, "table " + number + ", row " + row);
        }
    }

    private void row(List<Element> cells, String place) throws UnreadableException, ReadBudget.Late {
        TreeMap<Integer, String> texts = new TreeMap<>();
        Set<Integer> merged = new HashSet<>();
        List<Element> nested = new ArrayList<>();
        int column = 0;
        for (Element cell : cells) {
            Element properties = first(cell, "tcPr");
            Element merge = properties == null ? null : first(properties, "vMerge");
            Element span = properties == null ? null : first(properties, "gridSpan");
            if (merge != null && !"restart".equals(value(merge))) merged.add(column);
            else texts.put(column, text(cell, nested));
            column += span == null ? 1 : Math.max(1, number(span));
            if (column > budget.limits().columns())
                throw UnreadableException.tooManyColumns(name, budget.limits().columns());
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i < column; i++) values.add(texts.getOrDefault(i, ""));
        put(values, new RowLayout(place, 0, false, true, merged));
        for (Element table : nested) table(table);
    }

    /// The paragraphs of one cell, each a line.
    private String text(Element cell, List<Element> nested) {
        StringBuilder lines = new StringBuilder();
        for (Element paragraph : paragraphs(cell, nested)) {
            Text text = new Text();
            text.add(paragraph);
            String said = text.text.toString().strip();
            if (said.isEmpty()) continue;
            if (lines.length() > 0) lines.append('\n');
            lines.append(isListed(paragraph) ? MARK + BULLET.matcher(said).replaceFirst("") : said);
        }
        return lines.toString();
    }

    private List<Element> paragraphs(Node container, List<Element> nested) {
        List<Element> found = new ArrayList<>();
        for (Node node = container.getFirstChild(); node != null; node = node.getNextSibling())
            switch (word(node)) {
                case "p" -> found.add((Element) node);
                case "tbl" -> nested.add((Element) node);
                case "tcPr", "sdtPr", "" -> {}
                case "del", "moveFrom" -> changes++;
                default -> found.addAll(paragraphs(node, nested));
            }
        return found;
    }

    private void put(List<String> texts, RowLayout layout) throws UnreadableException, ReadBudget.Late {
        int longest = budget.limits().cellCharacters();
        for (int column = 0; column < texts.size(); column++) {
            if (texts.get(column).length() > longest) throw UnreadableException.cellTooLong(name, longest);
            builder.put(column, new Cell.Text(texts.get(column)));
        }
        Row row = builder.take(rows.size() + 1, false);
        if (row != null) rows.add(new Row(row.number(), false, row.cells(), layout));
    }

    // -- how a paragraph looks

    private int heading(Element paragraph) {
        Element properties = first(paragraph, "pPr");
        if (properties == null) return 0;
        Element level = first(properties, "outlineLvl");
        if (level != null && number(level) < 9) return number(level) + 1;
        Element style = first(properties, "pStyle");
        XWPFStyle known = style == null || document.getStyles() == null
                ? null
                : document.getStyles().getStyle(value(style));
        String title = known == null || known.getName() == null ? style == null ? "" : value(style) : known.getName();
        Matcher heading = HEADING.matcher(title.toLowerCase(Locale.ROOT));
        return heading.lookingAt() ? Integer.parseInt(heading.group(1)) : 0;
    }

    private boolean isListed(Element paragraph) {
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

    private static List<Element> below(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            String word = word(node);
            if (word.equals(name)) found.add((Element) node);
            // Content controls and revisions stand between a table and its rows, or a row and its cells.
            else if (Set.of("sdt", "sdtContent", "ins", "moveTo", "customXml").contains(word))
                found.addAll(below((Element) node, name));
        }
        return found;
    }

    private static @Nullable Element first(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling())
            if (word(node).equals(name)) return (Element) node;
        return null;
    }

    private static String value(Element element) {
        String value = element.getAttributeNS(WORD, "val");
        return value.isEmpty() ? element.getAttributeNS(STRICT, "val") : value;
    }

    private static int number(Element element) {
        try {
            return Integer.parseInt(value(element));
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    /// The text of one paragraph, with its text boxes beside.
    private final class Text {

        private final StringBuilder text = new StringBuilder();
        private final List<Node> boxes = new ArrayList<>();
        private boolean anyPlain;
        private boolean anyBold;

        boolean isBold() {
            return anyBold && !anyPlain;
        }

        void add(Node parent) {
            for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
                String word = word(node);
                if (word.equals("ins") || word.equals("del") || word.equals("moveFrom") || word.equals("moveTo"))
                    changes++;
                if (UNREAD.contains(word)) continue;
                switch (word) {
                    case "r" -> run((Element) node);
                    case "t" -> text.append(content(node));
                    case "tab" -> text.append(' ');
                    case "br", "cr" -> text.append('\n');
                    case "noBreakHyphen" -> text.append('-');
                    case "drawing", "pict", "object" -> picture(node);
                    case "" -> {}
                    default -> add(node);
                }
            }
        }

        private void run(Element run) {
            Element look = first(run, "rPr");
            if (look != null && isOn(look, "vanish")) return;
            int before = text.length();
            add(run);
            if (text.substring(before).isBlank()) return;
            if (look != null && isOn(look, "b")) anyBold = true;
            else anyPlain = true;
        }

        private static boolean isOn(Element look, String name) {
            Element mark = first(look, name);
            return mark != null && !Set.of("0", "false", "off").contains(value(mark));
        }

        private void picture(Node drawing) {
            int before = boxes.size();
            boxes(drawing);
            if (boxes.size() == before) pictures++;
        }

        private void boxes(Node parent) {
            for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling())
                if (word(node).equals("txbxContent")) boxes.add(node);
                else if (!word(node).equals("Fallback")) boxes(node);
        }
    }

    private static String content(Node node) {
        StringBuilder text = new StringBuilder();
        for (Node part = node.getFirstChild(); part != null; part = part.getNextSibling())
            if (part.getNodeType() == Node.TEXT_NODE || part.getNodeType() == Node.CDATA_SECTION_NODE)
                text.append(part.getNodeValue());
        return text.toString();
    }
}
