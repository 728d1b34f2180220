package org.huboutcomes.returns.recognition;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellReference;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;

/// A table whose heading row was found.
///
/// @param heading the heading row itself
/// @param columns the fields by column (A is 0)
/// @param above the rows above the heading row that are not blank
/// @param labels fields above the table, as `Label | value`
/// @param missing fields without their required column; if there are any, the sheet cannot be read
/// @param others columns with a heading that is unknown to the return
/// @param twice columns that repeat the heading of another
public record RecognisedTable(
        ReturnType type,
        Row heading,
        Map<Integer, Field> columns,
        List<Row> above,
        Map<Field, Label> labels,
        List<Field> missing,
        List<Integer> others,
        List<Integer> twice) {

    /// A value above the table, with its position.
    public record Label(int row, int column, Cell cell) {

        public String address() {
            return CellReference.convertNumToColString(column) + row;
        }
    }

    /// Whether only the hub or the year is missing, which may be above the headings or elsewhere.
    public boolean lacksOnlyItsClaim() {
        return missing.stream().allMatch(field -> type.claim().contains(field.name()));
    }

    public Map<Field, Integer> byField() {
        return columns.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    /// The columns that must not be sent back. If a return can name people, an unread column may also do so,
    /// unless its heading is similar to a known one. Of a downloaded register, we may pass on only the columns
    /// that are read.
    public Set<Integer> withheld() {
        boolean all = type.otherHeadingsLeft();
        Set<Integer> withheld = new TreeSet<>();
        if (isGuarded())
            for (int column = 0; column < heading.cells().size(); column++) {
                String text = CellText.of(heading.cell(column));
                Field field = columns.get(column);
                boolean read = field != null && !field.personal();
                boolean harmless = !all && (type.leftHeadings().contains(NormalText.key(text)) || isNearlyRead(text));
                if (!read && !harmless) withheld.add(column);
            }
        return withheld;
    }

    /// Other columns for a field that already has one, such as a DfE number beside a URN.
    public List<Integer> again(Field field) {
        return others.stream()
                .filter(column -> field.equals(type.byHeading().get(NormalText.key(CellText.of(heading.cell(column))))))
                .toList();
    }

    /// Whether its return can name people.
    public boolean isGuarded() {
        return type.otherHeadingsLeft() || type.fields().stream().anyMatch(Field::personal);
    }

    private boolean isNearlyRead(String text) {
        Field exact = type.byHeading().get(NormalText.key(text));
        if (exact != null) return !exact.personal();
        List<String> known = type.fields().stream().flatMap(Field::headings).toList();
        return NormalText.nearest(text, known)
                .map(near -> type.byHeading().get(NormalText.key(near)))
                .filter(field -> !field.personal())
                .isPresent();
    }

    public static String address(int column, int row) {
        return CellReference.convertNumToColString(column) + row;
    }
}
