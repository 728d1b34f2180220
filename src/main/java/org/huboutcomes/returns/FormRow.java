package org.huboutcomes.returns;

import java.util.LinkedHashMap;
import java.util.Map;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.spreadsheets.model.Cell;

/// The values of one row by field.
///
/// @param number the number of the row in which it begins
record FormRow(int number, Map<Field, Cell> values, Map<Field, String> addresses) {

    static FormRow at(int number) {
        return new FormRow(number, new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    void add(Field field, Cell cell, String address) {
        addresses.putIfAbsent(field, address);
        values.merge(field, cell, (above, below) -> new Cell.Text(lines(above) + "\n" + lines(below)));
    }

    /// The lines of a cell.
    private static String lines(Cell cell) {
        return cell instanceof Cell.Text text ? text.text() : CellText.of(cell);
    }

    boolean has(Field field) {
        return values.containsKey(field);
    }
}
