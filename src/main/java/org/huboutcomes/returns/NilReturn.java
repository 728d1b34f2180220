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

/// Finds for which hub and academic year a table without rows was sent. It has no rows that say so; what stands above
/// its headings is read however it is written: a label with its value in one cell or two, or no label at all.
final class NilReturn {

    private final RecognisedTable sheet;
    private final FieldTypes fieldTypes;

    NilReturn(RecognisedTable sheet, FieldTypes fieldTypes) {
        this.sheet = sheet;
        this.fieldTypes = fieldTypes;
    }

    /// The one value of a field that stands above the headings.
    ///
    /// @return empty where there is none, or more than one
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

    /// The values in the cells right of a label. Here a spelling that is asked about is taken too, such as a year
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
