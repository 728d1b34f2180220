package org.huboutcomes.returns.conversion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huboutcomes.returns.conversion.rows.ColumnValues;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.TickColumns;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;

/// Columns for each value of a field, with ticks: one for each work group or stage. A row with two ticks becomes
/// two rows of the return.
///
/// @param values by column (A is 0)
record TickedColumns(Field field, Map<Integer, String> values, WideColumns.Sessions marks) {

    private static final int FEWEST = 2;
    private static final double NEARLY_ALL = 0.8;
    private static final String CROSS = "x";

    /// @param taken columns already used for a field
    static Optional<TickedColumns> of(
            ReturnType type,
            List<TickColumns> ticks,
            FieldTypes fieldTypes,
            Row heading,
            List<Row> below,
            List<Integer> taken) {
        if (ticks.isEmpty()) return Optional.empty();
        for (Field field : type.fields()) {
            Map<Integer, String> values = new LinkedHashMap<>();
            for (int column = 0; column < heading.cells().size(); column++)
                if (!taken.contains(column) && heading.cell(column) instanceof Cell.Text) {
                    int at = column;
                    value(fieldTypes, field, CellText.of(heading.cell(column)))
                            .ifPresent(value -> values.put(at, value));
                }
            if (values.size() < FEWEST) continue;
            Optional<WideColumns.Sessions> marks = marks(ticks.get(0), List.copyOf(values.keySet()), below);
            if (marks.isPresent()) return Optional.of(new TickedColumns(field, values, marks.get()));
        }
        return Optional.empty();
    }

    /// The value in a heading: a code, possibly with its title, or a choice.
    private static Optional<String> value(FieldTypes fieldTypes, Field field, String heading) {
        Pattern codes = field.inTitles();
        if (codes != null) {
            Matcher code = codes.matcher(heading.strip());
            return code.lookingAt() ? Optional.of(code.group()) : Optional.empty();
        }
        if (!field.type().equals("choice") || field.choices().size() < FEWEST) return Optional.empty();
        Object read = fieldTypes.value(field, new Cell.Text(heading));
        return Optional.ofNullable(read).map(Object::toString);
    }

    /// Empty if many cells are not marks, such as numbers of people.
    private static Optional<WideColumns.Sessions> marks(TickColumns ticks, List<Integer> columns, List<Row> below) {
        List<Cell> filled = new ArrayList<>();
        for (int column : columns) filled.addAll(ColumnValues.of(below, column).filled());
        long marked = filled.stream().filter(cell -> isMark(ticks, cell)).count();
        boolean nearlyAll = !filled.isEmpty() && marked >= NEARLY_ALL * filled.size();
        boolean ticked = filled.stream()
                .anyMatch(
                        cell -> ticks.yes().contains(NormalText.key(CellText.of(cell))) || cell instanceof Cell.Truth);
        return nearlyAll ? Optional.of(new WideColumns.Sessions(columns, ticks, !ticked)) : Optional.empty();
    }

    private static boolean isMark(TickColumns ticks, Cell cell) {
        String key = NormalText.key(CellText.of(cell));
        return cell instanceof Cell.Truth
                || ticks.yes().contains(key)
                || ticks.no().contains(key)
                || key.equals(CROSS);
    }

    /// The columns in which the row has a value that is not a mark.
    List<Integer> unknown(Row row) {
        return values.keySet().stream()
                .filter(column -> !row.cell(column).isBlank() && !isMark(marks.ticks(), row.cell(column)))
                .toList();
    }

    /// The values that are ticked in a row.
    List<String> of(Row row) {
        return values.entrySet().stream()
                .filter(one -> marks.isTick(row.cell(one.getKey())))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }
}
