package org.huboutcomes.returns;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huboutcomes.returns.conversion.ValuesInText;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.recognition.RecognisedTable;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;

/// Finds the hub and academic year of a table without rows. The rows cannot give them, so the text above the
/// headings is read in any form: a label with its value in one cell or two, or a value without a label.
final class NilReturn {

    private final RecognisedTable sheet;
    private final FieldTypes fieldTypes;

    NilReturn(RecognisedTable sheet, FieldTypes fieldTypes) {
        this.sheet = sheet;
        this.fieldTypes = fieldTypes;
    }

    /// The only value of a field above the headings.
    ///
    /// @return empty if there is none, or more than one
    Optional<Object> value(Field field) {
        List<Object> labelled = distinct(sheet.above().stream().flatMap(row -> labelled(field, row)));
        List<Object> found = labelled.isEmpty()
                ? distinct(sheet.above().stream()
                        .flatMap(row -> row.cells().stream())
                        .flatMap(cell -> ValuesInText.of(fieldTypes, field, CellText.of(cell))))
                : labelled;
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static List<Object> distinct(Stream<Object> values) {
        return values.distinct().toList();
    }

    /// The values to the right of a label. Spellings that need a query are accepted here too, such as a year
    /// alone.
    private Stream<Object> labelled(Field field, Row row) {
        return IntStream.range(1, row.cells().size())
                .filter(column -> isLabel(field, row.cell(column - 1)))
                .mapToObj(
                        column -> fieldTypes.read(field, row.cell(column), null).value())
                .flatMap(Stream::ofNullable);
    }

    private boolean isLabel(Field field, Cell cell) {
        return field.equals(sheet.type().byHeading().get(NormalText.key(CellText.of(cell))));
    }
}
