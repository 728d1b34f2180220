package org.huboutcomes.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.FormBlock;
import org.huboutcomes.returns.recognition.FilledForm;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.MergedCells;
import org.huboutcomes.spreadsheets.model.Row;
import org.jspecify.annotations.Nullable;

/// Reads one table of a block as rows: with headings, without headings, or with labels at its left.
final class FormTable {

    private static final int WORDS_OF_A_HEADING = 6;
    // As in "Theme 1".
    private static final int WORDS_OF_A_NUMBER = 2;

    private final FormBlock block;
    private final FieldTypes fieldTypes;
    private final MergedCells merged;
    private final FormRows rows;

    FormTable(FormBlock block, FieldTypes fieldTypes, MergedCells merged, FormRows rows) {
        this.block = block;
        this.fieldTypes = fieldTypes;
        this.merged = merged;
        this.rows = rows;
    }

    void add(FilledForm.Table table) {
        Map<Integer, Field> columns = table.columns();
        List<Row> below = table.rows();
        if (columns.isEmpty()) {
            if (isTransposed(below)) {
                transposed(below);
                return;
            }
            if (isLabelledAtLeft(below)) {
                labelledAtLeft(below);
                return;
            }
            Map<Integer, Field> named = headed(below.get(0));
            boolean hasHeadings = isHeadingRow(below.get(0), named) || looksLikeHeadings(below);
            if (hasHeadings) below = below.subList(1, below.size());
            columns = inferred(hasHeadings ? named : Map.of(), below);
        }
        @Nullable FormRow above = null;
        for (Row row : below) {
            if (above == null || begins(row, above, columns)) {
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
            // Cells to the left of the first heading are read with it, except a row number.
            if (field == null && words(cell) > WORDS_OF_A_NUMBER)
                field = columns.values().stream().findFirst().orElse(null);
            if (field != null) into.add(field, cell, FilledForm.address(row, column));
        }
    }

    /// A cell without a heading belongs to the heading to its left, which is wider in that case.
    private static @Nullable Field field(Map<Integer, Field> columns, int column) {
        for (int at = column; at >= 0; at--) if (columns.containsKey(at)) return columns.get(at);
        return null;
    }

    /// A row whose first cell is empty continues the row above, which a page break split. If that cell is merged
    /// with the one above and the row has every required value, it is a separate row.
    private boolean begins(Row row, FormRow above, Map<Integer, Field> columns) {
        int first = columns.keySet().stream().mapToInt(Integer::intValue).min().orElse(0);
        if (!row.cell(first).isBlank()) return !isRestOfSentence(row, above, first);
        if (!isMerged(row, first)) return false;
        return columns.entrySet().stream()
                .filter(column -> column.getValue().required())
                .noneMatch(column -> row.cell(column.getKey()).isBlank());
    }

    /// If a page break split the row, each cell continues in lower case. If the row above is in lower case too, or
    /// the row has a date, it is a separate row.
    private boolean isRestOfSentence(Row row, FormRow above, int first) {
        String before =
                above.values().values().stream().findFirst().map(CellText::of).orElse("");
        if (before.isEmpty() || Character.isLowerCase(before.charAt(0))) return false;
        if (isDate(row.cell(first)) || block.isStart(CellText.of(row.cell(first)))) return false;
        return row.cells().stream()
                .filter(cell -> !cell.isBlank())
                .map(CellText::of)
                .allMatch(text -> Character.isLowerCase(text.charAt(0)));
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

    private Map<Integer, Field> headed(Row row) {
        Map<Integer, Field> columns = new TreeMap<>();
        for (int column = 0; column < row.cells().size(); column++) {
            Optional<Field> field = block.headed(CellText.of(row.cell(column)));
            if (field.isPresent() && !columns.containsValue(field.get())) columns.put(column, field.get());
        }
        return columns;
    }

    /// Whether at least half of the cells of a row are headings and no cell gives a date or begins a row. A single
    /// heading must match exactly.
    private boolean isHeadingRow(Row row, Map<Integer, Field> named) {
        if (named.isEmpty() || !isOfShortCells(row)) return false;
        long filled = row.cells().stream().filter(cell -> !cell.isBlank()).count();
        boolean exactly = named.size() > 1
                || row.cells().stream()
                        .anyMatch(cell -> block.headedExactly(CellText.of(cell)).isPresent());
        return exactly && named.size() * 2L >= filled;
    }

    private boolean isOfShortCells(Row row) {
        for (Cell cell : row.cells()) {
            if (cell.isBlank()) continue;
            String text = CellText.of(cell);
            if (words(cell) > WORDS_OF_A_HEADING || text.endsWith(".") || isDate(cell) || block.isStart(text))
                return false;
        }
        return true;
    }

    /// A first row with a few words in each cell, above much longer rows.
    private boolean looksLikeHeadings(List<Row> below) {
        if (below.size() < 2 || !isOfShortCells(below.get(0))) return false;
        double after = below.subList(1, below.size()).stream()
                .mapToInt(FormTable::letters)
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

    /// The fields of the columns in use: dates if most cells are dates, and the others in the order that the
    /// catalogue gives for this number of columns.
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
        List<Field> fields = new ArrayList<>(laidOut(used));
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
        // If no column has dates, the date field is not assigned.
        if (dated.isPresent() && open.size() < fields.size()) fields.remove(dated.get());
        for (int i = 0; i < open.size() && i < fields.size(); i++) columns.put(open.get(i), fields.get(i));
        return columns;
    }

    /// Labels in the first column, as in "Theme 1" and "Possible implications" below each other.
    private boolean isLabelledAtLeft(List<Row> below) {
        boolean all = below.stream().allMatch(row -> {
            String label = CellText.of(row.cell(left(row)));
            return filled(row) > 1 && (isBareStart(label) || block.headed(label).isPresent());
        });
        long starts = below.stream()
                .filter(row -> isBareStart(CellText.of(row.cell(left(row)))))
                .count();
        if (!all || below.size() < 2 && starts == 0) return false;
        // The row above the labelled rows may contain headings, the first of them of a field.
        boolean isBelowHeadings = starts > 0
                && starts == below.size() - 1
                && !isBareStart(CellText.of(below.get(0).cell(left(below.get(0)))));
        if (isBelowHeadings) return false;
        return starts == 0
                ? below.stream()
                                .map(row -> block.headed(CellText.of(row.cell(left(row)))))
                                .distinct()
                                .count()
                        > 1
                : rows.first().name().equals(block.goesOn()) || starts < below.size();
    }

    /// Whether the cell has only a label, such as "Theme 1".
    private boolean isBareStart(String text) {
        return rows.started(text)
                .filter(begun -> words(new Cell.Text(text)) <= WORDS_OF_A_NUMBER)
                .isPresent();
    }

    private void labelledAtLeft(List<Row> below) {
        @Nullable FormRow row = null;
        for (Row one : below) {
            int left = left(one);
            String label = CellText.of(one.cell(left));
            List<Integer> beside = new ArrayList<>();
            for (int column = left + 1; column < one.cells().size(); column++)
                if (!one.cell(column).isBlank()) beside.add(column);
            List<Field> fields;
            if (isBareStart(label)) {
                row = rows.begin(one, left, label).orElseThrow();
                fields = beside.size() == 1 && block.goesOn() != null
                        ? block.find(block.goesOn()).stream().toList()
                        : laidOut(beside.size());
            } else {
                Field field = block.headed(label).orElseThrow();
                if (row == null || field.equals(rows.first()) && !row.values().isEmpty() || row.has(field)) {
                    row = FormRow.at(one.number());
                    rows.add(row);
                }
                fields = List.of(field);
            }
            for (int i = 0; i < beside.size(); i++)
                row.add(
                        fields.get(Math.min(i, fields.size() - 1)),
                        one.cell(beside.get(i)),
                        FilledForm.address(one, beside.get(i)));
        }
    }

    private static int left(Row row) {
        int column = 0;
        while (row.cell(column).isBlank()) column++;
        return column;
    }

    private static long filled(Row row) {
        return row.cells().stream().filter(cell -> !cell.isBlank()).count();
    }

    /// The fields that the catalogue gives for this number of columns.
    private List<Field> laidOut(int columns) {
        return block.withoutHeadings().stream()
                .filter(layout -> layout.size() == columns)
                .findFirst()
                .map(layout -> layout.stream()
                        .flatMap(name -> block.find(name).stream())
                        .toList())
                .orElse(block.fields());
    }

    /// One column for each row of the return: the first line begins all of them.
    private boolean isTransposed(List<Row> below) {
        List<Cell> first =
                below.get(0).cells().stream().filter(cell -> !cell.isBlank()).toList();
        return below.size() > 1
                && first.size() > 1
                && first.stream()
                        .allMatch(cell -> rows.started(CellText.of(cell)).isPresent());
    }

    private void transposed(List<Row> below) {
        Row heading = below.get(0);
        for (int column = 0; column < heading.cells().size(); column++) {
            if (heading.cell(column).isBlank()) continue;
            FormRow row = rows.begin(heading, column, CellText.of(heading.cell(column)))
                    .orElseThrow();
            for (Row one : below.subList(1, below.size()))
                if (!one.cell(column).isBlank()) rows.goOn(row, one.cell(column), FilledForm.address(one, column));
        }
    }
}
