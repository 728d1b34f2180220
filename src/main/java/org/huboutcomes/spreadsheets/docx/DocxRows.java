package org.huboutcomes.spreadsheets.docx;

import static org.huboutcomes.spreadsheets.docx.WordElements.below;
import static org.huboutcomes.spreadsheets.docx.WordElements.content;
import static org.huboutcomes.spreadsheets.docx.WordElements.first;
import static org.huboutcomes.spreadsheets.docx.WordElements.id;
import static org.huboutcomes.spreadsheets.docx.WordElements.isOn;
import static org.huboutcomes.spreadsheets.docx.WordElements.isUnfilled;
import static org.huboutcomes.spreadsheets.docx.WordElements.number;
import static org.huboutcomes.spreadsheets.docx.WordElements.value;
import static org.huboutcomes.spreadsheets.docx.WordElements.word;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFAbstractFootnoteEndnote;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
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

/// The rows of a document in order: paragraphs, and the rows of tables. A table row with only one cell is treated
/// as a frame around paragraphs. Insertions are read and deletions are not. Comments, hidden text, field codes and
/// author names are not read.
final class DocxRows {

    private static final Set<String> UNREAD = Set.of(
            "del", "moveFrom", "instrText", "delText", "delInstrText", "pPr", "rPr", "Fallback", "tblPr", "tblGrid");
    private static final Pattern BULLET =
            Pattern.compile("^[\\u2022\\u25cf\\u25cb\\u25aa\\u25a0\\u25e6\\u2023\\u00b7\\uf0b7o-]\\s+");
    // A typed bullet or number followed by a tab begins a list item.
    private static final Pattern TYPED_MARK =
            Pattern.compile("^(?:[\\u2013\\u2022-]|\\(?(?:[a-z]|\\d{1,2}|[ivx]{1,4})\\))\\t\\s*");
    private static final Pattern ITEM_AFTER_BREAK = Pattern.compile("(?<=\n)\\s*[\\u2013\\u2022-]\\s+(?=\\S)");
    private static final String MARK = "\u2022 ";
    // A short line of at least two words in capitals.
    private static final Pattern CAPITALS =
            Pattern.compile("(?:\\d{1,2}(?:\\.\\d{1,2})*[.)]? +)?(?=.*\\p{Lu}{3})[^\\p{Ll}\\d]{5,80}(?<![.!?;,])");
    // If most of the text is bold, a bold line is not a heading.
    private static final int PERCENT_BOLD = 80;
    private static final int LETTERS_OF_A_HEADING = 100;

    private final XWPFDocument document;
    private final String name;
    private final ReadBudget budget;
    private final RowBuilder builder;
    private final ParagraphStyles paragraphStyles;
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
        this.paragraphStyles = new ParagraphStyles(document);
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
            if (!text.isEmpty()) put(List.of(text), new RowLayout(RowLayout.PAGE_HEADER, 0, false, 0, false, Set.of()));
        }
        int inHeaders = rows.size();
        walk(document.getDocument().getBody().getDomNode());
        if (rows.size() == inHeaders) rows.clear();
        TypedTables.laidOut(rows);
        if (isBoldThroughout()) rows.replaceAll(DocxRows::plain);
    }

    private boolean isBoldThroughout() {
        long bold = 0;
        long all = 0;
        boolean isLong = false;
        for (Row row : rows) {
            RowLayout layout = row.layout();
            if (layout == null || layout.table() || layout.place().equals(RowLayout.PAGE_HEADER)) continue;
            int letters = row.cell(0) instanceof Cell.Text text ? text.text().length() : 0;
            all += letters;
            if (layout.heading() != RowLayout.BOLD) continue;
            bold += letters;
            isLong |= letters > LETTERS_OF_A_HEADING;
        }
        return isLong && bold * 100 > all * PERCENT_BOLD;
    }

    private static Row plain(Row row) {
        RowLayout layout = row.layout();
        if (layout == null || layout.heading() != RowLayout.BOLD) return row;
        return new Row(
                row.number(),
                false,
                row.cells(),
                new RowLayout(layout.place(), 0, layout.listed(), layout.depth(), layout.table(), layout.merged()));
    }

    private void walk(Node container) throws UnreadableException, ReadBudget.Late {
        for (Node node = container.getFirstChild(); node != null; node = node.getNextSibling()) {
            switch (word(node)) {
                case "p" -> paragraph((Element) node);
                case "tbl" -> table((Element) node);
                case "del", "moveFrom" -> changes++;
                case "sdtPr", "sdtEndPr", "sectPr", "tcPr", "" -> {}
                default -> {
                    if (!isUnfilled(node)) walk(node);
                }
            }
        }
    }

    private void paragraph(Element paragraph) throws UnreadableException, ReadBudget.Late {
        paragraphs++;
        Text text = new Text(paragraph);
        String said = ITEM_AFTER_BREAK.matcher(text.text.toString().strip()).replaceAll(MARK);
        if (!said.isEmpty()) {
            int heading = paragraphStyles.heading(paragraph);
            boolean bold = heading == 0 && text.standsOut(said);
            // A numbered heading is often a bold list item.
            boolean listed = heading == 0
                    && !bold
                    && (paragraphStyles.isListed(paragraph)
                            || BULLET.matcher(said).find()
                            || TYPED_MARK.matcher(said).find());
            put(
                    List.of(listed ? MARK + unmarked(said) : said),
                    new RowLayout(
                            "paragraph " + paragraphs,
                            heading > 0 ? heading : bold ? RowLayout.BOLD : 0,
                            listed,
                            listed ? ParagraphStyles.depth(paragraph) : 0,
                            false,
                            Set.of()));
        }
        for (Node box : text.boxes) walk(box);
    }

    private static String unmarked(String item) {
        return BULLET.matcher(TYPED_MARK.matcher(item).replaceFirst("")).replaceFirst("");
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
        put(values, new RowLayout(place, 0, false, 0, true, merged));
        for (Element table : nested) table(table);
    }

    /// The paragraphs of one cell, one line each.
    private String text(Element cell, List<Element> nested) {
        StringBuilder lines = new StringBuilder();
        lines(paragraphs(cell, nested), nested, lines);
        return lines.toString();
    }

    /// The paragraphs one below the other, each followed by those of its text boxes.
    private void lines(List<Element> paragraphs, List<Element> nested, StringBuilder lines) {
        for (Element paragraph : paragraphs) {
            Text text = new Text(paragraph);
            String said = text.text.toString().strip();
            if (!said.isEmpty()) {
                if (lines.length() > 0) lines.append('\n');
                lines.append((paragraphStyles.isListed(paragraph) ? MARK + unmarked(said) : said).replace('\t', ' '));
            }
            for (Node box : text.boxes) lines(paragraphs(box, nested), nested, lines);
        }
    }

    private List<Element> paragraphs(Node container, List<Element> nested) {
        List<Element> found = new ArrayList<>();
        for (Node node = container.getFirstChild(); node != null; node = node.getNextSibling())
            switch (word(node)) {
                case "p" -> found.add((Element) node);
                case "tbl" -> nested.add((Element) node);
                case "tcPr", "sdtPr", "" -> {}
                case "del", "moveFrom" -> changes++;
                default -> {
                    if (!isUnfilled(node)) found.addAll(paragraphs(node, nested));
                }
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

    /// The text of one paragraph, with its text boxes beside.
    private final class Text {

        private final StringBuilder text = new StringBuilder();
        private final List<Node> boxes = new ArrayList<>();
        private final List<Element> styles;
        private boolean anyPlain;
        private boolean anyMarked;

        Text(Element paragraph) {
            this.styles = paragraphStyles.styles(paragraph).stream()
                    .map(style -> first(style, "rPr"))
                    .filter(Objects::nonNull)
                    .toList();
            add(paragraph);
        }

        /// Whether the whole line is emphasised: bold, underlined or in capitals.
        boolean standsOut(String said) {
            return anyMarked && !anyPlain || CAPITALS.matcher(said).matches();
        }

        private void add(Node parent) {
            for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
                String word = word(node);
                if (word.equals("ins") || word.equals("del") || word.equals("moveFrom") || word.equals("moveTo"))
                    changes++;
                if (UNREAD.contains(word) || isUnfilled(node)) continue;
                switch (word) {
                    case "r" -> run((Element) node);
                    case "t" -> text.append(content(node));
                    case "tab" -> text.append('\t');
                    case "br", "cr" -> text.append('\n');
                    case "noBreakHyphen" -> text.append('-');
                    case "footnoteReference" -> note(document.getFootnoteByID(id((Element) node)));
                    case "endnoteReference" -> note(document.getEndnoteByID(id((Element) node)));
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
            if (isMarked(look, "b") || isMarked(look, "caps") || isMarked(look, "u")) anyMarked = true;
            else anyPlain = true;
        }

        /// Set by the run itself, or else by the style of its paragraph.
        private boolean isMarked(@Nullable Element look, String mark) {
            if (look != null && first(look, mark) != null) return isOn(look, mark);
            return styles.stream()
                    .filter(one -> first(one, mark) != null)
                    .findFirst()
                    .map(one -> isOn(one, mark))
                    .orElse(false);
        }

        /// Footnotes and endnotes are read at the place of their number.
        private void note(@Nullable XWPFAbstractFootnoteEndnote note) {
            if (note == null) return;
            StringBuilder lines = new StringBuilder();
            lines(paragraphs(note.getCTFtnEdn().getDomNode(), new ArrayList<>()), new ArrayList<>(), lines);
            String said = lines.toString().replaceAll("\\s+", " ").strip();
            if (!said.isEmpty()) text.append(" (").append(said).append(')');
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
}
