package org.huboutcomes.returns.recognition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellReference;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.FormBlock;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.values.CellText;
import org.huboutcomes.returns.values.NormalText;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.RowLayout;
import org.jspecify.annotations.Nullable;

/// A form as it lies on a sheet or in a text document: what is written beside or below each label, the rows and
/// paragraphs of each block, and what belongs to none of them. It is made by adding the rows one after the other.
public final class FilledForm {

    // A line above the first label is a title of the document as long as it is no longer than this.
    private static final int WORDS_OF_A_TITLE = 14;
    // What begins a part of its own in a workbook, where nothing says that it is a heading.
    private static final int LETTERS_OF_A_HEADING = 60;

    private static final Pattern NUMBERED = Pattern.compile(
            "^(?:\u2022 )?(?:(?:section|part) )?(?:\\d{1,2}(?:\\.\\d{1,2})*|[a-h]|[ivx]{1,4})[.):]\\s+|^\u2022 ",
            Pattern.CASE_INSENSITIVE);

    /// What is written at one label; paragraphs below each other are its lines.
    public record Entry(int row, String address, List<Cell> lines) {

        public Cell first() {
            return lines.isEmpty() ? Cell.BLANK : lines.get(0);
        }
    }

    /// A paragraph of a block, which stands in no table.
    public record Paragraph(Row row, String text) {

        public boolean isItem() {
            RowLayout layout = row.layout();
            return layout != null && (layout.listed() || layout.heading() > 0);
        }

        public boolean isBold() {
            RowLayout layout = row.layout();
            return layout != null && layout.heading() > 0;
        }
    }

    /// A table of a block. Without a heading row it has no columns yet.
    public record Table(Map<Integer, Field> columns, List<Row> rows) {}

    /// What stands below the title of one block.
    public record Block(List<Table> tables, List<Paragraph> paragraphs) {}

    /// A text that belongs to no label and no block.
    ///
    /// @param heading the unknown heading above it; null where there is none
    public record Stray(int row, String address, @Nullable String heading, String text) {}

    private final ReturnType type;
    private final Map<String, Field> labels;
    private final Map<Field, List<Entry>> entries = new LinkedHashMap<>();
    private final Map<FormBlock, Block> blocks = new LinkedHashMap<>();
    private final List<Row> titles = new ArrayList<>();
    private final List<Stray> stray = new ArrayList<>();
    private int firstRow;
    private int lastRow;
    private int before;
    private int level;
    private @Nullable Entry writing;
    private @Nullable Field labelled;
    private boolean beside;
    private @Nullable FormBlock block;
    private @Nullable Table filling;
    private @Nullable String unknown;
    private boolean begun;

    FilledForm(ReturnType type) {
        this.type = type;
        this.labels = type.byHeading();
    }

    void add(Row row) {
        if (row.isBlank()) return;
        if (row.layout() != null && row.layout().place().equals(RowLayout.PAGE_HEADER)) {
            titles.add(row);
            return;
        }
        boolean gap = before > 0 && row.number() > before + 1;
        before = row.number();
        lastRow = row.number();
        if (!(startsTable(row) || startsBlock(row) || isLabelled(row))) content(row, gap);
        if (begun && firstRow == 0) firstRow = row.number();
    }

    // -- tables and blocks

    private boolean startsTable(Row row) {
        if (filled(row) < 2) return false;
        for (FormBlock one : inOrder()) {
            Map<Integer, Field> columns = one.columns(row);
            if (columns.isEmpty()) continue;
            // The same headings again stand at the top of another page.
            boolean again =
                    one.equals(block) && filling != null && filling.columns().equals(columns);
            if (again) return true;
            if (!one.equals(block)) begin(one, row);
            filling = new Table(columns, new ArrayList<>());
            of(one).tables().add(filling);
            return true;
        }
        return false;
    }

    /// The block that is being read may have a table with headings that others have too.
    private List<FormBlock> inOrder() {
        Set<FormBlock> inOrder = new LinkedHashSet<>();
        if (block != null) inOrder.add(block);
        inOrder.addAll(type.blocks());
        return List.copyOf(inOrder);
    }

    private boolean startsBlock(Row row) {
        int column = column(row, 0);
        Optional<FormBlock> begun = blockTitled(row, CellText.of(row.cell(column)));
        if (begun.isEmpty()) return false;
        // A title beside which something stands is one in a table that holds the whole form.
        begin(begun.get(), row);
        for (int next = column + 1; next < row.cells().size(); next++)
            if (!row.cell(next).isBlank()) lines(row, next);
        beside = filled(row) > 1;
        return true;
    }

    private void begin(FormBlock one, Row row) {
        block = one;
        beside = false;
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

    /// The block that a line is the title of; an item of a list only by its very words.
    private Optional<FormBlock> blockTitled(Row row, String line) {
        return isItem(row)
                ? type.blocks().stream().filter(one -> one.isTitle(plain(line))).findFirst()
                : type.blockTitled(plain(line));
    }

    /// A title without the number or the mark before it.
    private static String plain(String line) {
        return NormalText.key(NUMBERED.matcher(line).replaceFirst(""));
    }

    private Optional<Field> titled(String line) {
        String key = plain(line);
        Field known = labels.get(key);
        return known == null ? type.titledLike(key) : Optional.of(known);
    }

    /// A row may hold several labels with their values; the first cell that is filled must be one.
    private boolean isLabelled(Row row) {
        int start = column(row, 0);
        String text = CellText.of(row.cell(start));
        if (filled(row) == 1) return isTitle(row, start, text);
        Optional<Field> field = titled(text);
        if (field.isEmpty() || isRowOfTable(row)) return false;
        for (int column = start; column < row.cells().size(); column++) {
            Cell cell = row.cell(column);
            if (cell.isBlank()) continue;
            Optional<Field> label = titled(CellText.of(cell));
            if (label.isPresent() && (column == start || !entries.containsKey(label.get())))
                begin(label.get(), row, column + 1);
            else lines(row, column);
        }
        return true;
    }

    /// Inside a table of a block, a row of several cells is one of its rows, whatever its first cell says.
    private boolean isRowOfTable(Row row) {
        return filling != null
                && row.cells().stream().filter(cell -> !cell.isBlank()).count() > 2;
    }

    private boolean isTitle(Row row, int column, String text) {
        Optional<Field> field = isItem(row) ? Optional.ofNullable(labels.get(plain(text))) : titled(text);
        if (field.isPresent()) {
            begin(field.get(), row, column);
            return true;
        }
        if (isItem(row)) return false;
        int colon = text.indexOf(':');
        if (colon < 0 || colon == text.length() - 1 || row.cell(column) instanceof Cell.Text whole && isLong(whole))
            return false;
        Optional<Field> inOneCell = titled(text.substring(0, colon)).filter(one -> !entries.containsKey(one));
        if (inOneCell.isEmpty()) return false;
        begin(inOneCell.get(), row, column);
        write(new Cell.Text(text.substring(colon + 1)));
        return true;
    }

    /// Several lines in one cell are no label with its value.
    private static boolean isLong(Cell.Text whole) {
        return whole.text().strip().indexOf('\n') >= 0;
    }

    private void begin(Field field, Row row, int column) {
        Entry entry = new Entry(row.number(), address(row, column), new ArrayList<>());
        entries.computeIfAbsent(field, none -> new ArrayList<>()).add(entry);
        writing = entry;
        labelled = field;
        beside = filled(row) > 1;
        filling = null;
        block = null;
        known(row);
    }

    private void write(Cell cell) {
        if (writing != null) writing.lines().add(cell);
    }

    // -- everything else

    private void content(Row row, boolean gap) {
        if (isUnknownHeading(row, gap)) {
            unknown = CellText.of(row.cell(column(row, 0)));
            filling = null;
            writing = null;
            block = null;
        } else if (isUnknownLabel(row)) {
            int first = column(row, 0);
            unknown = CellText.of(row.cell(first));
            for (int column = first + 1; column < row.cells().size(); column++)
                if (!row.cell(column).isBlank()) lines(row, column);
            unknown = null;
        } else if (filling != null && isOfTable(row)) filling.rows().add(row);
        else if (block != null && filled(row) > 1 && isOfTable(row)) {
            filling = new Table(Map.of(), new ArrayList<>(List.of(row)));
            of(block).tables().add(filling);
        } else if (block == null && writing != null && filled(row) > 1 && isOfOneLine(row)) {
            // A row of a small table in a text keeps its parts together, as in "Developing: 7".
            String joined = row.cells().stream()
                    .filter(cell -> !cell.isBlank())
                    .map(CellText::of)
                    .collect(Collectors.joining(filled(row) == 2 ? ": " : ", "));
            line(row, column(row, 0), new Cell.Text(joined), joined);
        } else
            for (int column = 0; column < row.cells().size(); column++)
                if (!row.cell(column).isBlank()) lines(row, column);
    }

    private static boolean isOfOneLine(Row row) {
        return row.cells().stream().noneMatch(cell -> cell instanceof Cell.Text text && isLong(text));
    }

    /// Among labels with their values beside them, one that is none of the form's.
    private boolean isUnknownLabel(Row row) {
        return (writing != null || block != null && filling == null)
                && beside
                && filled(row) == 2
                && CellText.of(row.cell(column(row, 0))).length() <= LETTERS_OF_A_HEADING;
    }

    private static boolean isOfTable(Row row) {
        return row.layout() == null || row.layout().table();
    }

    /// A heading that is none of the form's, on the level of the known ones or above: what follows belongs to no block.
    /// In a workbook, a short line alone after a blank row.
    private boolean isUnknownHeading(Row row, boolean gap) {
        if (!begun || filled(row) != 1) return false;
        RowLayout layout = row.layout();
        String text = CellText.of(row.cell(column(row, 0)));
        if (layout == null)
            return gap
                    && !row.cell(0).isBlank()
                    && text.length() <= LETTERS_OF_A_HEADING
                    && !text.matches("(?s).*[.!?;,)\\d]$")
                    && starts(text).isEmpty();
        if (layout.heading() == 0 || starts(text).isPresent()) return false;
        if (layout.heading() < RowLayout.BOLD) return level == 0 || layout.heading() <= level;
        boolean begins = block != null && filling == null;
        return level == RowLayout.BOLD && !begins || level == 0 && filling != null;
    }

    private Optional<FormBlock> starts(String text) {
        return type.blocks().stream()
                .filter(one -> one.starts().stream()
                        .anyMatch(pattern -> pattern.matcher(text).lookingAt()))
                .findFirst();
    }

    /// The lines of one cell: each may be a title in its turn.
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
        Optional<FormBlock> titled = type.blockTitled(plain(line));
        if (titled.isPresent()) {
            begin(titled.get(), row);
            return true;
        }
        Optional<Field> field = titled(line).filter(one -> !entries.containsKey(one));
        field.ifPresent(one -> begin(one, row, column));
        return field.isPresent();
    }

    private void line(Row row, int column, Cell cell, String text) {
        if (text.matches("[\\W_]*")) return;
        if (unknown != null) stray.add(new Stray(row.number(), address(row, column), unknown, text));
        else if (block != null) of(block).paragraphs().add(new Paragraph(row, text));
        else if (writing != null && takesMore()) {
            Optional<FormBlock> started = starts(text);
            if (started.isPresent()) {
                begin(started.get(), row);
                of(started.get()).paragraphs().add(new Paragraph(row, text));
            } else write(cell);
        } else if (text.split("\\s+").length <= WORDS_OF_A_TITLE) titles.add(row);
        else {
            if (firstRow == 0) firstRow = row.number();
            stray.add(new Stray(row.number(), address(row, column), null, text));
        }
    }

    /// A hub or a year is one value; only a text has several lines.
    private boolean takesMore() {
        return writing != null
                && (writing.lines().isEmpty()
                        || labelled != null && labelled.type().equals("text"));
    }

    private static boolean isItem(Row row) {
        return row.layout() != null && row.layout().listed();
    }

    private static int filled(Row row) {
        return (int) row.cells().stream().filter(cell -> !cell.isBlank()).count();
    }

    private static int column(Row row, int from) {
        int column = from;
        while (row.cell(column).isBlank()) column++;
        return column;
    }

    /// The address of a cell; in a text document the place of its row in words, since it has no addresses.
    public static String address(Row row, int column) {
        RowLayout layout = row.layout();
        if (layout == null) return CellReference.convertNumToColString(column) + row.number();
        return layout.table() ? layout.place() + ", cell " + (column + 1) : layout.place();
    }

    /// How many of its labels and blocks were found: a sheet with few of them is no such form.
    int known() {
        return entries.size() + blocks.size();
    }

    public Map<Field, List<Entry>> entries() {
        return entries;
    }

    public Map<FormBlock, Block> blocks() {
        return blocks;
    }

    /// What stands above the first label, and at the top of pages.
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
