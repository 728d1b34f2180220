package org.huboutcomes.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.recognition.RecognisedTable;
import org.huboutcomes.returns.recognition.TableReader;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.returns.values.Pseudonyms;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.UnreadableException;

/// Finds the cells of a sheet in which its tables name one person.
final class PersonCells {

    private final FieldTypes fieldTypes;
    private final Pseudonyms pseudonyms;
    private final String hub;
    private final String reference;

    /// @param hub the hub that named the person
    /// @param reference the pseudonym stored for the person
    PersonCells(FieldTypes fieldTypes, Pseudonyms pseudonyms, String hub, String reference) {
        this.fieldTypes = fieldTypes;
        this.pseudonyms = pseudonyms;
        this.hub = hub;
        this.reference = reference;
    }

    List<PersonCell> of(String sheet, TableReader feed) throws UnreadableException {
        List<PersonCell> cells = new ArrayList<>();
        for (Optional<RecognisedTable> table = feed.nextTable(); table.isPresent(); table = feed.nextTable()) {
            NamedPeople named = new NamedPeople(table.get(), fieldTypes, pseudonyms);
            table.get().labels().forEach((field, label) -> {
                Row row = new Row(label.row(), false, List.of());
                if (field.type().equals("reference") && named.names(hub, reference, row, field, label.cell()))
                    cells.add(new PersonCell(sheet, label.address(), CellText.of(label.cell())));
            });
            for (Row row = feed.next(); row != null; row = feed.next())
                for (Map.Entry<Field, Integer> column : named.references().entrySet()) {
                    Cell cell = row.cell(column.getValue());
                    if (named.names(hub, reference, row, column.getKey(), cell))
                        cells.add(new PersonCell(
                                sheet, RecognisedTable.address(column.getValue(), row.number()), CellText.of(cell)));
                }
        }
        return cells;
    }
}
