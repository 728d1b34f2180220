package org.huboutcomes.returns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.recognition.NameColumns;
import org.huboutcomes.returns.recognition.NamedAbove;
import org.huboutcomes.returns.recognition.RecognisedTable;
import org.huboutcomes.returns.recognition.SheetLayout;
import org.huboutcomes.returns.recognition.TableReader;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.TitledNames;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.returns.values.Pseudonyms;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.UnreadableException;

/// Finds the tables of a sheet and the cells that name people.
final class LayoutReading {

    private final FieldTypes fieldTypes;
    private final Pseudonyms pseudonyms;
    private final Map<String, String> people = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    LayoutReading(FieldTypes fieldTypes, Pseudonyms pseudonyms) {
        this.fieldTypes = fieldTypes;
        this.pseudonyms = pseudonyms;
    }

    SheetLayout of(String sheet, String returnName, TableReader feed) throws UnreadableException {
        List<SheetLayout.Table> tables = new ArrayList<>();
        Optional<RecognisedTable> next = feed.nextTable();
        next.ifPresent(table ->
                NamedAbove.names(table.above()).forEach((address, name) -> names.put(name, TitledNames.LEFT_OUT)));
        while (next.isPresent()) {
            RecognisedTable table = next.get();
            NameColumns columns = new NameColumns(table);
            NamedPeople named = new NamedPeople(table, fieldTypes, pseudonyms);
            int before = people.size();
            table.labels().forEach((field, label) -> {
                if (field.type().equals("reference"))
                    named.pseudonym(field, label).ifPresent(pseudonym -> put(label.address(), label.cell(), pseudonym));
            });
            int last = table.heading().number();
            try {
                for (Row row = feed.next(); row != null; row = feed.next()) {
                    last = row.number();
                    columns.look(row);
                    look(named, row);
                }
                next = feed.nextTable();
            } catch (UnreadableException alreadyTold) {
                next = Optional.empty();
            }
            Set<Integer> withheld = new TreeSet<>(table.withheld());
            withheld.addAll(columns.found());
            tables.add(new SheetLayout.Table(
                    table.heading().number(),
                    next.isPresent() ? last : Integer.MAX_VALUE,
                    table.heading().cells().size(),
                    table.isGuarded()
                            || people.size() > before
                            || !columns.found().isEmpty(),
                    withheld));
        }
        return new SheetLayout(sheet, returnName, tables, false, people, names);
    }

    private void look(NamedPeople named, Row row) {
        for (Map.Entry<Field, Integer> reference : named.references().entrySet()) {
            Cell cell = row.cell(reference.getValue());
            named.pseudonym(row, reference.getKey(), cell)
                    .ifPresent(pseudonym ->
                            put(RecognisedTable.address(reference.getValue(), row.number()), cell, pseudonym));
        }
    }

    private void put(String address, Cell cell, String pseudonym) {
        people.put(address, pseudonym);
        names.put(CellText.of(cell), pseudonym);
    }
}
