package org.huboutcomes.returns.recognition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.util.CellReference;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.FormBlock;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.values.CellText;
import org.huboutcomes.returns.values.NormalText;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;
import org.jspecify.annotations.Nullable;

/// A form as it lies on a sheet: what is written beside or below each label, and the rows of each block. It is made by
/// adding the rows of the sheet one after the other.
public final class FilledForm {

    /// What is written at one label; paragraphs below each other are its lines.
    public record Entry(int row, int column, List<Cell> lines) {

        public String address() {
            return CellReference.convertNumToColString(column) + row;
        }

        public Cell first() {
            return lines.isEmpty() ? Cell.BLANK : lines.get(0);
        }
    }

    /// The rows below the headings of one block.
    public record Table(Row heading, Map<Integer, Field> columns, List<Row> rows) {}

    private final ReturnType type;
    private final Map<String, Field> labels;
    private final Map<Field, Entry> entries = new LinkedHashMap<>();
    private final Map<FormBlock, Table> tables = new LinkedHashMap<>();
    private final List<String> titles = new ArrayList<>();
    private final List<FormBlock> titled = new ArrayList<>();
    private int firstRow;
    private int lastRow;
    private @Nullable Entry writing;
    private @Nullable Table filling;

    FilledForm(ReturnType type) {
        this.type = type;
        this.labels = type.byHeading();
    }

    void add(Row row) {
        if (row.isBlank()) return;
        boolean known = startsTable(row) || startsBlock(row) || isLabelled(row);
        if (known && firstRow == 0) firstRow = row.number();
        if (firstRow > 0) lastRow = row.number();
        if (known) return;
        if (filling != null) filling.rows().add(row);
        else if (writing != null) write(row, 0);
        else titles.add(CellText.of(filled(row, 0)));
    }

    private boolean startsTable(Row row) {
        for (FormBlock block : type.blocks()) {
            Map<Integer, Field> columns = tables.containsKey(block) ? Map.of() : block.columns(row);
            if (columns.isEmpty()) continue;
            filling = new Table(row, columns, new ArrayList<>());
            tables.put(block, filling);
            writing = null;
            return true;
        }
        return false;
    }

    private boolean startsBlock(Row row) {
        if (row.cells().stream().filter(cell -> !cell.isBlank()).count() != 1) return false;
        Optional<FormBlock> begun = type.blocks().stream()
                .filter(block -> block.isTitle(CellText.of(filled(row, 0))))
                .findFirst();
        begun.ifPresent(block -> {
            titled.add(block);
            filling = null;
            writing = null;
        });
        return begun.isPresent();
    }

    /// A row may hold several labels with their values; the first cell that is filled must be one.
    private boolean isLabelled(Row row) {
        int start = column(row, 0);
        String text = CellText.of(row.cell(start));
        int colon = text.indexOf(':');
        Field inOneCell = colon < 0 || colon == text.length() - 1 ? null : open(text.substring(0, colon));
        if (inOneCell != null) {
            begin(inOneCell, row.number(), start).lines().add(new Cell.Text(text.substring(colon + 1)));
            return true;
        }
        if (open(text) == null) return false;
        write(row, start);
        return true;
    }

    /// The field of a label that has not been met yet.
    private @Nullable Field open(String text) {
        Field field = labels.get(NormalText.key(text));
        return field == null || entries.containsKey(field) ? null : field;
    }

    private Entry begin(Field field, int row, int column) {
        Entry begun = new Entry(row, column, new ArrayList<>());
        entries.put(field, begun);
        writing = begun;
        filling = null;
        return begun;
    }

    private void write(Row row, int from) {
        for (int column = from; column < row.cells().size(); column++) {
            Cell cell = row.cell(column);
            if (cell.isBlank()) continue;
            Field field = open(CellText.of(cell));
            if (field != null) begin(field, row.number(), column + 1);
            else if (writing != null) writing.lines().add(cell);
        }
    }

    private static Cell filled(Row row, int from) {
        return row.cell(column(row, from));
    }

    private static int column(Row row, int from) {
        int column = from;
        while (row.cell(column).isBlank()) column++;
        return column;
    }

    /// How many of its labels and blocks were found: a sheet with few of them is no such form.
    int known() {
        return entries.size()
                + (int) type.blocks().stream()
                        .filter(block -> titled.contains(block) || tables.containsKey(block))
                        .count();
    }

    public Map<Field, Entry> entries() {
        return entries;
    }

    public Map<FormBlock, Table> tables() {
        return tables;
    }

    public List<String> titles() {
        return titles;
    }

    public int firstRow() {
        return firstRow;
    }

    public int lastRow() {
        return lastRow;
    }

    public Map<String, String> letters() {
        Map<String, String> letters = new HashMap<>();
        tables.values()
                .forEach(table -> table.columns()
                        .forEach((column, field) ->
                                letters.put(field.name(), CellReference.convertNumToColString(column))));
        return letters;
    }
}
