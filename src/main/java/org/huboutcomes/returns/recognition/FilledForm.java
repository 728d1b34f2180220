package org.huboutcomes.returns.recognition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.util.CellReference;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.FormBlock;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.RowLayout;
import org.jspecify.annotations.Nullable;

/// A form on a sheet or in a text document: the values beside or below each label, the rows and paragraphs of each
/// block, and all other text. It is built by adding the rows in order.
public final class FilledForm {

    // A line above the first label with at most this many words is a title of the document.
    private static final int WORDS_OF_A_TITLE = 14;
    // A line with this many words and a full stop is not a title.
    private static final int WORDS_OF_A_SENTENCE = 6;
    private static final int WORDS_OF_A_BOLD_HEADING = 12;

    /// The value of one label; paragraphs below each other are its lines.
    public record Entry(int row, String address, List<Cell> lines) {

        public Cell first() {
            return lines.isEmpty() ? Cell.BLANK : lines.get(0);
        }
    }

    /// A paragraph of a block outside its tables.
    public record Paragraph(Row row, String text) {

        /// Whether it is an item of a list.
        public boolean isListed() {
            return FormTitles.isItem(row);
        }

        /// Whether it is an item of a list below an item.
        public boolean isBelowItem() {
            RowLayout layout = row.layout();
            return layout != null && layout.depth() > 0;
        }

        /// Whether all of it is emphasised, as a heading is.
        public boolean isBold() {
            return RowCells.heading(row) > 0;
        }
    }

    /// A table of a block. It has no columns until its heading row is found.
    public record Table(Map<Integer, Field> columns, List<Row> rows) {}

    /// The content below the title of one block.
    public record Block(List<Table> tables, List<Paragraph> paragraphs) {}

    /// A text outside all labels and blocks.
    ///
    /// @param heading the unknown heading above it; null if there is none
    public record Stray(int row, String address, @Nullable String heading, String text) {}

    private final ReturnType type;
    private final FormTitles named;
    private final Map<Field, List<Entry>> entries = new LinkedHashMap<>();
    private final Map<FormBlock, Block> blocks = new LinkedHashMap<>();
    private final List<Row> titles = new ArrayList<>();
    private final List<Stray> stray = new ArrayList<>();
    private int firstRow;
    private int lastRow;
    private int before;
    private int level;
    // The level of the heading that began a row of the block, such as "School A", which includes deeper ones.
    private int startLevel;
    // The current position in the form.
    private int position;
    private boolean gap;
    private boolean sameTable;
    private String table = "";
    private List<String> headings = List.of();
    private @Nullable Entry writing;
    private @Nullable TextTable textTable;
    private @Nullable Field labelled;
    private boolean beside;
    private @Nullable FormBlock block;
    private @Nullable Table filling;
    private @Nullable String unknown;
    private boolean begun;

    FilledForm(ReturnType type) {
        this.type = type;
        this.named = new FormTitles(type);
    }

    void add(Row row) {
        if (row.isBlank()) return;
        if (row.layout() != null && row.layout().place().equals(RowLayout.PAGE_HEADER)) {
            titles.add(row);
            return;
        }
        gap = before > 0 && row.number() > before + 1;
        before = row.number();
        lastRow = row.number();
        String below = row.layout() == null ? "" : row.layout().inTable();
        sameTable = row.layout() == null ? !gap : !below.isEmpty() && below.equals(table);
        table = below;
        boolean begins = !isWithinStart(row) && (startsTable(row) || startsBlock(row) || isLabelled(row));
        if (!begins) content(row);
        if (begun && firstRow == 0) firstRow = row.number();
    }

    // -- tables and blocks

    private boolean startsTable(Row row) {
        if (RowCells.filled(row) < 2) return false;
        List<String> texts = row.cells().stream().map(CellText::of).toList();
        for (FormBlock one : inOrder()) {
            Map<Integer, Field> columns = one.columns(row);
            if (columns.isEmpty()) continue;
            // The same headings are repeated at the top of another page. Any other row within a table that looks
            // like headings is one of its rows.
            boolean again = one.equals(block)
                    && filling != null
                    && filling.columns().equals(columns)
                    && (texts.equals(headings) || one.isHeadingRow(row) || !sameTable);
            if (again) return true;
            if (filling != null && sameTable && !one.isHeadingRow(row)) continue;
            if (!one.equals(block)) begin(one, row);
            headings = texts;
            filling = new Table(columns, new ArrayList<>());
            of(one).tables().add(filling);
            return true;
        }
        return false;
    }

    /// The current block comes first, because its headings may also belong to others.
    private List<FormBlock> inOrder() {
        Set<FormBlock> inOrder = new LinkedHashSet<>();
        if (block != null) inOrder.add(block);
        inOrder.addAll(type.blocks());
        return List.copyOf(inOrder);
    }

    private boolean startsBlock(Row row) {
        int column = RowCells.column(row, 0);
        String text = CellText.of(row.cell(column));
        // A text that begins a row of the block is not a title.
        if (block != null && block.isStart(text)) return false;
        Optional<FormBlock> begun = FormTitles.isItem(row) ? named.blockOfItem(text) : named.block(text);
        if (begun.isEmpty()) return startsBlockInLine(row, column, text);
        if (begun.get().equals(block) && filling != null && sameTable && RowCells.filled(row) > 1) return false;
        // A title with a value beside it is part of a table with the whole form.
        begin(begun.get(), row);
        for (int next = column + 1; next < row.cells().size(); next++)
            if (!row.cell(next).isBlank()) lines(row, next);
        beside = RowCells.filled(row) > 1;
        return true;
    }

    /// Begins a block by a title that is followed by a colon and its text.
    private boolean startsBlockInLine(Row row, int column, String text) {
        if (RowCells.filled(row) > 1
                || FormTitles.isItem(row)
                || row.cell(column) instanceof Cell.Text whole && RowCells.isLong(whole)) return false;
        Optional<FormBlock> begun = named.blockBeforeColon(text).filter(one -> !one.equals(block));
        begun.ifPresent(one -> {
            begin(one, row);
            String rest = text.substring(text.indexOf(':') + 1).strip();
            line(row, column, new Cell.Text(rest), rest);
        });
        return begun.isPresent();
    }

    private void begin(FormBlock one, Row row) {
        block = one;
        beside = false;
        startLevel = 0;
        type.fields().stream()
                .filter(field -> field.name().equals(one.text()))
                .findFirst()
                .ifPresent(field -> position = type.fields().indexOf(field));
        of(one);
        filling = null;
        writing = null;
        known(row);
    }

    private Block of(FormBlock one) {
        return blocks.computeIfAbsent(one, none -> new Block(new ArrayList<>(), new ArrayList<>()));
    }

    private void known(Row row) {
        unknown = null;
        begun = true;
        int heading = row.layout() == null ? 0 : row.layout().heading();
        if (heading > 0) level = level == 0 ? heading : Math.min(level, heading);
    }

    // -- labels

    /// A row may have several labels with their values; its first filled cell must be a label.
    private boolean isLabelled(Row row) {
        int start = RowCells.column(row, 0);
        String text = CellText.of(row.cell(start));
        if (RowCells.filled(row) == 1) return isTitle(row, start, text);
        Optional<Field> field = named.field(text);
        if (field.isEmpty() || isRowOfTable(row, text) || isOfSmallTable(row, start, field.get())) return false;
        for (int column = start; column < row.cells().size(); column++) {
            Cell cell = row.cell(column);
            if (cell.isBlank()) continue;
            Optional<Field> label = named.field(CellText.of(cell));
            if (label.isPresent() && (column == start || !entries.containsKey(label.get())))
                begin(label.get(), row, column + 1);
            else lines(row, column);
        }
        return true;
    }

    /// In a table of a block, a row with several cells belongs to the table, whatever its first cell contains.
    private boolean isRowOfTable(Row row, String first) {
        if (block != null
                && !beside
                && RowCells.isOfTable(row)
                && block.headed(first).isPresent()) return true;
        return filling != null && RowCells.filled(row) > 2;
    }

    /// A small table in a text of a document may have a column with the name of an earlier label of the form, as
    /// in "Phase | Schools".
    private boolean isOfSmallTable(Row row, int start, Field field) {
        boolean inText = row.layout() != null && !beside && (block != null || writing != null);
        String label = CellText.of(row.cell(start));
        if (!inText || label.indexOf(' ') > 0 || type.fields().indexOf(field) >= position) return false;
        boolean isMissing = type.claim().contains(field.name()) && !entries.containsKey(field);
        String value = CellText.of(row.cell(RowCells.column(row, start + 1)));
        return !isMissing || field.type().equals("academic_year") && !value.matches(".*\\d.*");
    }

    private boolean isTitle(Row row, int column, String text) {
        Optional<Field> field = FormTitles.isItem(row) ? named.fieldOfItem(text) : named.field(text);
        if (field.isPresent()) {
            if (isTooEarly(row, field.get()) || isWithinBlock(row, text)) return false;
            begin(field.get(), row, column);
            return true;
        }
        if (FormTitles.isItem(row)) return false;
        int colon = text.indexOf(':');
        if (colon < 0
                || colon == text.length() - 1
                || row.cell(column) instanceof Cell.Text whole && RowCells.isLong(whole)) return false;
        String label = text.substring(0, colon);
        Optional<Field> inOneCell = named.field(label).filter(one -> !entries.containsKey(one));
        if (inOneCell.isEmpty() || isWithinBlock(row, label) || isTooEarly(row, inOneCell.get())) return false;
        begin(inOneCell.get(), row, column);
        write(new Cell.Text(text.substring(colon + 1)));
        return true;
    }

    /// The last labels of a form cannot come first, unless they are headings.
    private boolean isTooEarly(Row row, Field field) {
        return type.fields().indexOf(field) == type.fields().size() - 1 && isAbove() && RowCells.heading(row) == 0;
    }

    /// Whether only the hub and the year have been read so far.
    private boolean isAbove() {
        return blocks.isEmpty()
                && type.claim()
                        .containsAll(entries.keySet().stream().map(Field::name).toList());
    }

    /// Whether a heading is one of the block's own columns and does not begin a part of the document.
    private boolean isWithinBlock(Row row, String text) {
        if (block == null || block.headed(text).isEmpty() || filling != null) return false;
        int heading = RowCells.heading(row);
        return heading == 0 || heading >= RowLayout.BOLD || level > 0 && heading > level;
    }

    /// A heading below one that began a row of the block belongs to that row.
    private boolean isWithinStart(Row row) {
        int heading = RowCells.heading(row);
        return startLevel > 0 && heading > startLevel && heading < RowLayout.BOLD;
    }

    private void begin(Field field, Row row, int column) {
        Entry entry = new Entry(row.number(), address(row, column), new ArrayList<>());
        entries.computeIfAbsent(field, none -> new ArrayList<>()).add(entry);
        writing = entry;
        labelled = field;
        beside = RowCells.filled(row) > 1;
        filling = null;
        block = null;
        startLevel = 0;
        position = type.fields().indexOf(field);
        known(row);
    }

    private void write(Cell cell) {
        if (writing != null) writing.lines().add(cell);
    }

    // -- everything else

    private void content(Row row) {
        if (beginsRowOfPart(row)) return;
        if (isUnknownHeading(row)) {
            startLevel = 0;
            unknown = CellText.of(row.cell(RowCells.column(row, 0)));
            filling = null;
            writing = null;
            block = null;
        } else if (isUnknownLabel(row)) {
            int first = RowCells.column(row, 0);
            unknown = CellText.of(row.cell(first));
            for (int column = first + 1; column < row.cells().size(); column++)
                if (!row.cell(column).isBlank()) lines(row, column);
            unknown = null;
        } else if (isLabelOfBlock(row)) {
            int first = RowCells.column(row, 0);
            String label = CellText.of(row.cell(first)) + ": ";
            String text = CellText.of(row.cell(RowCells.column(row, first + 1)));
            line(row, first, new Cell.Text(label + text), label + text);
        } else if (filling != null && RowCells.isOfTable(row)) filling.rows().add(row);
        else if (block != null && RowCells.filled(row) > 1 && RowCells.isOfTable(row)) {
            filling = new Table(Map.of(), new ArrayList<>(List.of(row)));
            of(block).tables().add(filling);
        } else if (block == null && writing != null && RowCells.filled(row) > 1 && RowCells.isOfOneLine(row)) {
            textTable = TextTable.with(textTable, row);
            for (String joined : textTable.lines()) line(row, RowCells.column(row, 0), new Cell.Text(joined), joined);
        } else
            for (int column = 0; column < row.cells().size(); column++)
                if (!row.cell(column).isBlank()) lines(row, column);
    }

    /// A heading such as "School A" on the level of the titles begins a row of a block, whatever is above it.
    private boolean beginsRowOfPart(Row row) {
        int heading = RowCells.heading(row);
        boolean isPart = heading > 0 && heading < RowLayout.BOLD && (level == 0 || heading <= level || block == null);
        if (!isPart || RowCells.filled(row) != 1) return false;
        int column = RowCells.column(row, 0);
        String text = CellText.of(row.cell(column));
        Optional<FormBlock> started = named.started(text);
        if (started.isEmpty() || started.get().equals(block)) return false;
        int above = level;
        begin(started.get(), row);
        if (above > 0) level = above;
        line(row, column, row.cell(column), text);
        return true;
    }

    /// Whether a title with its text beside it is the name of a column of the block.
    private boolean isLabelOfBlock(Row row) {
        return block != null
                && filling == null
                && beside
                && RowCells.filled(row) == 2
                && RowCells.isOfTable(row)
                && block.headed(CellText.of(row.cell(RowCells.column(row, 0)))).isPresent();
    }

    /// Whether a label with its value beside it is unknown to the form.
    private boolean isUnknownLabel(Row row) {
        return (writing != null || block != null && filling == null)
                && beside
                && RowCells.filled(row) == 2
                && !isLabelOfBlock(row)
                && CellText.of(row.cell(RowCells.column(row, 0))).length() <= FormTitles.LETTERS_OF_A_HEADING;
    }

    /// An unknown heading on the level of the known ones or above: the text after it belongs to no block. In a
    /// workbook, this is a short line alone after a blank row.
    private boolean isUnknownHeading(Row row) {
        if (!begun || RowCells.filled(row) != 1 || isWithinStart(row)) return false;
        RowLayout layout = row.layout();
        String text = CellText.of(row.cell(RowCells.column(row, 0)));
        if (block != null && (block.headed(text).isPresent() || block.isStart(text))) return false;
        if (layout == null)
            return gap
                    && !row.cell(0).isBlank()
                    && text.length() <= FormTitles.LETTERS_OF_A_HEADING
                    && !text.matches("(?s).*[.!?;,)\\d]$")
                    && named.started(text).isEmpty();
        if (layout.heading() == 0 || named.started(text).isPresent()) return false;
        if (layout.heading() < RowLayout.BOLD) return level == 0 || layout.heading() <= level;
        if (FormTitles.isSentence(text) || text.split("\\s+").length > WORDS_OF_A_BOLD_HEADING) return false;
        boolean begins = block != null && filling == null;
        return level == RowLayout.BOLD && !begins || level == 0 && filling != null;
    }

    /// Reads the lines of one cell, each of which may be a title.
    private void lines(Row row, int column) {
        if (!(row.cell(column) instanceof Cell.Text text)) {
            line(row, column, row.cell(column), CellText.of(row.cell(column)));
            return;
        }
        String[] lines = text.text().split("\\R");
        for (String one : lines) {
            String line = CellText.of(new Cell.Text(one));
            if (line.isEmpty()) continue;
            if (lines.length > 1 && isTitleWithin(row, column, line)) continue;
            line(row, column, new Cell.Text(line), line);
        }
    }

    private boolean isTitleWithin(Row row, int column, String line) {
        // A single word in a cell may be an item of a list.
        Optional<FormBlock> titled = line.indexOf(' ') < 0 ? named.blockOfItem(line) : named.block(line);
        if (titled.isPresent()) {
            begin(titled.get(), row);
            return true;
        }
        Optional<Field> field = named.field(line).filter(one -> !entries.containsKey(one));
        field.ifPresent(one -> begin(one, row, column));
        return field.isPresent();
    }

    private void line(Row row, int column, Cell cell, String text) {
        if (text.matches("[\\W_]*")) return;
        // Rows of a block that can begin anywhere are also recognised below an unknown heading.
        Optional<FormBlock> outside = unknown == null ? Optional.empty() : named.started(text);
        if (outside.isPresent()) {
            begin(outside.get(), row);
            line(row, column, cell, text);
        } else if (unknown != null) stray.add(new Stray(row.number(), address(row, column), unknown, text));
        else if (block != null) {
            if (named.started(text).filter(block::equals).isPresent()) startLevel = RowCells.heading(row);
            of(block).paragraphs().add(new Paragraph(row, text));
        } else if (writing != null && takesMore()) {
            Optional<FormBlock> started = named.started(text);
            if (started.isPresent()) {
                begin(started.get(), row);
                line(row, column, cell, text);
            } else write(cell);
        } else if (isTitleOfDocument(text)) titles.add(row);
        else {
            if (firstRow == 0) firstRow = row.number();
            stray.add(new Stray(row.number(), address(row, column), null, text));
        }
    }

    /// A short line above the first label, or between the hub, the year and the label after them.
    private boolean isTitleOfDocument(String text) {
        if (text.split("\\s+").length > WORDS_OF_A_TITLE) return false;
        if (!begun) return text.split("\\s+").length < WORDS_OF_A_SENTENCE || !text.matches("(?s).*[.!?]");
        return isAbove() && !FormTitles.isSentence(text);
    }

    /// A hub or a year is a single value; only a text has several lines.
    private boolean takesMore() {
        return writing != null
                && (writing.lines().isEmpty()
                        || labelled != null && labelled.type().equals("text"));
    }

    /// The address of a cell; in a text document, which has no addresses, the position of its row in words.
    public static String address(Row row, int column) {
        RowLayout layout = row.layout();
        if (layout == null) return CellReference.convertNumToColString(column) + row.number();
        return layout.table() ? layout.place() + ", cell " + (column + 1) : layout.place();
    }

    /// The number of labels and blocks found: a sheet with few of them is not this form.
    int known() {
        return entries.size() + blocks.size();
    }

    public Map<Field, List<Entry>> entries() {
        return entries;
    }

    public Map<FormBlock, Block> blocks() {
        return blocks;
    }

    /// The text above the first label and at the top of pages.
    public List<Row> titles() {
        return titles;
    }

    public List<Stray> stray() {
        return stray;
    }

    public int firstRow() {
        return firstRow == 0 ? 1 : firstRow;
    }

    public int lastRow() {
        return Math.max(lastRow, firstRow());
    }

    public Map<String, String> letters() {
        Map<String, String> letters = new HashMap<>();
        blocks.values().stream()
                .flatMap(one -> one.tables().stream())
                .forEach(table -> table.columns()
                        .forEach((column, field) ->
                                letters.put(field.name(), CellReference.convertNumToColString(column))));
        return letters;
    }
}
