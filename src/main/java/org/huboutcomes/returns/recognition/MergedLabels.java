package org.huboutcomes.returns.recognition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.MergedCells;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.Sheet;
import org.huboutcomes.spreadsheets.model.UnreadableException;
import org.jspecify.annotations.Nullable;

/// Repeats a hub, year, school or other label that is merged over several rows in each of them. A merged count is
/// not repeated, because it would be counted once for each row.
public final class MergedLabels {

    private static final Set<String> COUNTED = Set.of("integer", "decimal", "scale");

    private record Above(int row, Cell cell) {}

    private final Sheet sheet;
    private final Map<Integer, Field> labels = new TreeMap<>();
    private final Map<Integer, Above> above = new HashMap<>();
    private @Nullable MergedCells merged;

    public MergedLabels(Sheet sheet, Map<Integer, Field> columns) {
        this.sheet = sheet;
        columns.forEach((column, field) -> {
            if (!COUNTED.contains(field.type())) labels.put(column, field);
        });
    }

    /// The row as a reader sees it.
    public Row shown(Row row) throws UnreadableException {
        Row shown = row;
        for (Map.Entry<Integer, Field> label : labels.entrySet()) {
            int column = label.getKey();
            Cell cell = row.cell(column);
            if (!cell.isBlank()) above.put(column, new Above(row.number(), cell));
            else if (merged != null || label.getValue().required()) shown = filled(shown, column);
        }
        return shown;
    }

    /// Merged cells are looked up only if a required cell is blank, because this reads the sheet again.
    private Row filled(Row row, int column) throws UnreadableException {
        if (merged == null) merged = sheet.merged();
        OptionalInt top = merged.shownFrom(row.number(), column);
        Above value = above.get(column);
        if (top.isEmpty() || value == null || value.row() != top.getAsInt()) return row;
        List<Cell> cells = new ArrayList<>(row.cells());
        while (cells.size() <= column) cells.add(Cell.BLANK);
        cells.set(column, value.cell());
        return new Row(row.number(), row.hidden(), cells);
    }
}
