package org.huboutcomes.returns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.FormBlock;
import org.huboutcomes.returns.recognition.FilledForm;
import org.huboutcomes.returns.values.CellText;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.MergedCells;
import org.huboutcomes.spreadsheets.model.Row;
import org.jspecify.annotations.Nullable;

/// The rows of one block of a form, whether they stand in a table with headings, in one without, or in paragraphs.
final class FormRows {

    /// What one row says, by field.
    ///
    /// @param number of the row in which it begins
    record FormRow(int number, Map<Field, Cell> values, Map<Field, String> addresses) {

        static FormRow at(int number) {
            return new FormRow(number, new LinkedHashMap<>(), new LinkedHashMap<>());
        }

        void add(Field field, Cell cell, String address) {
            addresses.putIfAbsent(field, address);
            values.merge(field, cell, (above, below) -> new Cell.Text(lines(above) + "\n" + lines(below)));
        }

        boolean has(Field field) {
            return values.containsKey(field);
        }
    }

    private static final int WORDS_OF_A_HEADING = 6;
    private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

    private final FormBlock block;
    private final FieldTypes fieldTypes;
    private final MergedCells merged;
    private final List<FormRow> rows = new ArrayList<>();
    private final List<FilledForm.Paragraph> beside = new ArrayList<>();

    FormRows(FormBlock block, FieldTypes fieldTypes, MergedCells merged) {
        this.block = block;
        this.fieldTypes = fieldTypes;
        this.merged = merged;
    }

    /// The lines of a cell.
    static String lines(Cell cell) {
        return cell instanceof Cell.Text text ? text.text() : CellText.of(cell);
    }

    List<FormRow> of(FilledForm.Block written) {
        for (FilledForm.Table table : written.tables()) add(table);
        if (rows.isEmpty()) paragraphs(written.paragraphs());
        else beside.addAll(written.paragraphs());
        return rows;
    }

    /// The paragraphs that stand in no row.
    List<FilledForm.Paragraph> beside() {
        return beside;
    }

    // -- tables

    private void add(FilledForm.Table table) {
        Map<Integer, Field> columns = table.columns();
        List<Row> below = table.rows();
        if (columns.isEmpty()) {
            if (isTransposed(below)) {
                transposed(below);
                return;
            }
            Map<Integer, Field> named = headed(below.get(0));
            boolean hasHeadings = !named.isEmpty() || looksLikeHeadings(below);
            if (hasHeadings) below = below.subList(1, below.size());
            columns = inferred(named, below);
        }
        @Nullable FormRow above = null;
        for (Row row : below) {
            if (above == null || begins(row, columns)) {
                FormRow begun = FormRow.at(row.number());
                if (above != null) takeMerged(begun, above, row, columns);
                fill(begun, row, columns);
                rows.add(begun);
                above = begun;
            } else fill(above, row, columns);
        }
    }

    private void fill(FormRow into, Row row, Map<Integer, Field> columns) {
        for (int column = 0; column < row.cells().size(); column++) {
            Cell cell = row.cell(column);
            if (cell.isBlank()) continue;
            Field field = field(columns, column);
            if (field != null) into.add(field, cell, FilledForm.address(row, column));
        }
    }

    /// A cell without a heading of its own lies below the one to its left, which is wider there.
    private static @Nullable Field field(Map<Integer, Field> columns, int column) {
        for (int at = column; at >= 0; at--) if (columns.containsKey(at)) return columns.get(at);
        return null;
    }

    /// A row whose first cell is empty belongs to the row above, which a page break split; but where that cell is
    /// merged with the one above and the row has what each must have, it is one of its own.
    private boolean begins(Row row, Map<Integer, Field> columns) {
        int first = columns.keySet().stream().mapToInt(Integer::intValue).min().orElse(0);
        if (!row.cell(first).isBlank()) return true;
        if (!isMerged(row, first)) return false;
        return columns.entrySet().stream()
                .filter(column -> column.getValue().required())
                .noneMatch(column -> row.cell(column.getKey()).isBlank());
    }

    private boolean isMerged(Row row, int column) {
        return row.layout() == null
                ? merged.shownFrom(row.number(), column).isPresent()
                : row.layout().merged().contains(column);
    }

    private void takeMerged(FormRow begun, FormRow above, Row row, Map<Integer, Field> columns) {
        columns.forEach((column, field) -> {
            Cell cell = above.values().get(field);
            if (row.cell(column).isBlank() && isMerged(row, column) && cell != null)
                begun.add(field, cell, FilledForm.address(row, column));
        });
    }

    // -- tables without headings

    private Map<Integer, Field> headed(Row row) {
        Map<Integer, Field> columns = new TreeMap<>();
        for (int column = 0; column < row.cells().size(); column++) {
            Optional<Field> field = block.headed(CellText.of(row.cell(column)));
            if (field.isPresent() && !columns.containsValue(field.get())) columns.put(column, field.get());
        }
        return columns;
    }

    /// A first row of a few words in each cell, above rows that are much longer.
    private boolean looksLikeHeadings(List<Row> below) {
        if (below.size() < 2) return false;
        for (Cell cell : below.get(0).cells())
            if (!cell.isBlank() && (words(cell) > WORDS_OF_A_HEADING || isDate(cell))) return false;
        double after = below.subList(1, below.size()).stream()
                .mapToInt(FormRows::letters)
                .average()
                .orElse(0);
        return after > 3.0 * letters(below.get(0));
    }

    private static int words(Cell cell) {
        return CellText.of(cell).split("\\s+").length;
    }

    private static int letters(Row row) {
        return row.cells().stream().mapToInt(cell -> CellText.of(cell).length()).sum();
    }

    private boolean isDate(Cell cell) {
        return dated().map(field -> fieldTypes.read(field, cell, null).value() != null)
                .orElse(false);
    }

    private Optional<Field> dated() {
        return block.fields().stream()
                .filter(field -> field.type().equals("date_or_month"))
                .findFirst();
    }

    /// The fields of the columns that are used: dates where most cells are dates, the others in the order that the
    /// catalogue gives for so many columns.
    private Map<Integer, Field> inferred(Map<Integer, Field> named, List<Row> below) {
        Map<Integer, Field> columns = new TreeMap<>(named);
        List<Integer> open = new ArrayList<>();
        int width = below.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        for (int column = 0; column < width; column++) {
            int at = column;
            if (!columns.containsKey(column)
                    && below.stream().anyMatch(row -> !row.cell(at).isBlank())) open.add(column);
        }
        int used = columns.size() + open.size();
        List<Field> fields = new ArrayList<>(block.withoutHeadings().stream()
                .filter(layout -> layout.size() == used)
                .findFirst()
                .map(layout -> layout.stream()
                        .flatMap(name -> block.find(name).stream())
                        .toList())
                .orElse(block.fields()));
        fields.removeAll(columns.values());
        Optional<Field> dated = dated().filter(fields::contains);
        for (int column : List.copyOf(open)) {
            if (dated.isEmpty() || columns.containsValue(dated.get())) break;
            List<Cell> cells = below.stream()
                    .map(row -> row.cell(column))
                    .filter(cell -> !cell.isBlank())
                    .toList();
            if (cells.stream().filter(this::isDate).count() * 2 < cells.size()) continue;
            columns.put(column, dated.get());
            open.remove(Integer.valueOf(column));
            fields.remove(dated.get());
        }
        // Where no column has dates, there is none for them.
        if (dated.isPresent() && open.size() < fields.size()) fields.remove(dated.get());
        for (int i = 0; i < open.size() && i < fields.size(); i++) columns.put(open.get(i), fields.get(i));
        return columns;
    }

    /// One column for each: the first row begins them all.
    private boolean isTransposed(List<Row> below) {
        List<Cell> first =
                below.get(0).cells().stream().filter(cell -> !cell.isBlank()).toList();
        return below.size() > 1
                && first.size() > 1
                && first.stream().allMatch(cell -> started(CellText.of(cell)).isPresent());
    }

    private void transposed(List<Row> below) {
        Row heading = below.get(0);
        for (int column = 0; column < heading.cells().size(); column++) {
            if (heading.cell(column).isBlank()) continue;
            FormRow row =
                    begin(heading, column, CellText.of(heading.cell(column))).orElseThrow();
            for (Row one : below.subList(1, below.size()))
                if (!one.cell(column).isBlank()) goOn(row, one.cell(column), FilledForm.address(one, column));
        }
    }

    // -- paragraphs

    /// Without the mark of an item of a list.
    private static String unmarked(String text) {
        return text.startsWith("\u2022 ") ? text.substring(2) : text;
    }

    private Optional<Matcher> started(String text) {
        String line = unmarked(text);
        return Stream.concat(block.starts().stream(), block.startsWithin().stream())
                .map(pattern -> pattern.matcher(line))
                .filter(Matcher::lookingAt)
                .findFirst();
    }

    private Optional<FormRow> begin(Row row, int column, String text) {
        Optional<Matcher> started = started(text);
        if (started.isEmpty()) return Optional.empty();
        FormRow begun = FormRow.at(row.number());
        Set<String> groups = new HashSet<>();
        GROUP.matcher(started.get().pattern().pattern()).results().forEach(group -> groups.add(group.group(1)));
        for (Field field : block.fields()) {
            if (!groups.contains(field.name())) continue;
            String value = started.get().group(field.name());
            if (value != null && !value.isBlank())
                begun.add(field, new Cell.Text(value.strip()), FilledForm.address(row, column));
        }
        rows.add(begun);
        return Optional.of(begun);
    }

    private void goOn(FormRow row, Cell cell, String address) {
        if (block.goesOn() != null) block.find(block.goesOn()).ifPresent(field -> row.add(field, cell, address));
    }

    /// Paragraphs of which some begin a row. A heading of one of the block's fields says to which the next belong; each
    /// item of a list, each bold line and, where nothing else parts them, each paragraph is a row of its own.
    private void paragraphs(List<FilledForm.Paragraph> all) {
        boolean parts =
                all.stream().anyMatch(paragraph -> started(paragraph.text()).isPresent());
        boolean bold = !parts
                && all.stream()
                        .anyMatch(paragraph ->
                                paragraph.isBold() && heading(paragraph.text()).isEmpty());
        boolean each = block.goesOn() == null || first().name().equals(block.goesOn());
        @Nullable FormRow row = null;
        @Nullable Field into = null;
        boolean closed = false;
        List<Field> labelled = new ArrayList<>();
        List<FormRow> others = new ArrayList<>();
        for (FilledForm.Paragraph paragraph : all) {
            String text = paragraph.text();
            String address = FilledForm.address(paragraph.row(), 0);
            Optional<Field> heading = started(text).isPresent() ? Optional.empty() : heading(text);
            if (heading.isPresent()) {
                into = heading.get();
                closed = false;
                text = rest(text);
                if (text.isEmpty()) {
                    if (!into.equals(first())) labelled.add(into);
                    continue;
                }
            }
            Optional<FormRow> begun = heading.isPresent() ? Optional.empty() : begin(paragraph.row(), 0, text);
            boolean other = !closed && !(bold && paragraph.isBold());
            if (begun.isPresent()) {
                row = begun.get();
                into = null;
            } else if (other && row != null && into != null && !into.equals(first())) {
                row.add(into, new Cell.Text(text), address);
                closed = heading.isPresent();
                others.add(itemOf(paragraph, into, unmarked(text), address));
            } else if (each) {
                if (row == null || closed || !parts && (!bold || paragraph.isBold())) {
                    row = FormRow.at(paragraph.row().number());
                    rows.add(row);
                    into = null;
                    closed = false;
                }
                row.add(first(), new Cell.Text(row.has(first()) ? text : unmarked(text)), address);
            } else if (row != null) goOn(row, new Cell.Text(text), address);
            else beside.add(paragraph);
        }
        pair(labelled, others);
    }

    private static FormRow itemOf(FilledForm.Paragraph paragraph, Field into, String text, String address) {
        FormRow item = FormRow.at(paragraph.row().number());
        item.add(into, new Cell.Text(text), address);
        return item;
    }

    /// A list of one field after the list of the other: as many of the second as of the first belong to each other in
    /// their order.
    private void pair(List<Field> labelled, List<FormRow> others) {
        if (labelled.size() != 1 || others.size() != rows.size() || rows.size() < 2) return;
        Field field = labelled.get(0);
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).values().remove(field);
            rows.get(i).addresses().remove(field);
            rows.get(i).values().putAll(others.get(i).values());
            rows.get(i).addresses().putAll(others.get(i).addresses());
        }
    }

    private Field first() {
        return block.fields().get(0);
    }

    private Optional<Field> heading(String text) {
        Optional<Field> whole = block.headed(text);
        int colon = text.indexOf(':');
        return whole.isPresent() || colon < 0 ? whole : block.headed(text.substring(0, colon));
    }

    private String rest(String text) {
        if (block.headed(text).isPresent()) return "";
        return text.substring(text.indexOf(':') + 1).strip();
    }
}
