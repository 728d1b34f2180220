package org.huboutcomes.returns;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellReference;
import org.huboutcomes.intake.Cell;
import org.huboutcomes.intake.Row;

/// A sheet whose heading row was found.
///
/// @param heading the heading row itself
/// @param columns which field stands in which column (A is 0)
/// @param labels fields that stand above the table, as `Label | value`
/// @param missing fields that must have a column and have none; when there are any, the sheet cannot be read
/// @param others columns with a heading that the return does not know
/// @param twice columns that repeat the heading of another
record Recognised(
        ReturnType type,
        Row heading,
        Map<Integer, Field> columns,
        Map<Field, Label> labels,
        List<Field> missing,
        List<Integer> others,
        List<Integer> twice) {

    /// A value above the table, with its place.
    record Label(int row, int column, Cell cell) {

        String address() {
            return CellReference.convertNumToColString(column) + row;
        }
    }

    Map<Field, Integer> byField() {
        return columns.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    static String address(int column, int row) {
        return CellReference.convertNumToColString(column) + row;
    }
}
