package org.huboutcomes.returns;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.recognition.RecognisedTable;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.returns.text.PersonalData;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.returns.values.Pseudonyms;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;
import org.jspecify.annotations.Nullable;

/// The people that a table names instead of giving references, and the pseudonyms that replace them.
final class NamedPeople {

    private final RecognisedTable sheet;
    private final FieldTypes fieldTypes;
    private final Pseudonyms pseudonyms;
    private final Set<String> choices;
    private final Map<Field, Integer> references = new HashMap<>();
    private final @Nullable Field hub;
    private final int hubColumn;

    NamedPeople(RecognisedTable sheet, FieldTypes fieldTypes, Pseudonyms pseudonyms) {
        this.sheet = sheet;
        this.fieldTypes = fieldTypes;
        this.pseudonyms = pseudonyms;
        this.choices = choices(sheet);
        Map<Field, Integer> columns = sheet.byField();
        columns.forEach((field, column) -> {
            if (field.type().equals("reference")) references.put(field, column);
        });
        this.hub = sheet.type().fields().stream()
                .filter(field -> field.type().equals("hub"))
                .findFirst()
                .orElse(null);
        this.hubColumn = hub == null ? -1 : columns.getOrDefault(hub, -1);
    }

    /// The choices that a row may contain, as keys of [NormalText].
    private static Set<String> choices(RecognisedTable sheet) {
        return sheet.type().fields().stream()
                .flatMap(field -> Stream.concat(
                        field.choices().stream(),
                        field.labels().values().stream().flatMap(List::stream)))
                .map(NormalText::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The columns of references, by field.
    Map<Field, Integer> references() {
        return references;
    }

    /// The pseudonym stored instead of a name.
    ///
    /// @return empty if the cell names no person
    Optional<String> pseudonym(Row row, Field reference, Cell cell) {
        if (!(cell instanceof Cell.Text)) return Optional.empty();
        String text = CellText.of(cell);
        if (!Pseudonyms.isName(text) || PersonalData.isIn(text)) return Optional.empty();
        if (FieldTypes.leftOpen(reference, cell).isPresent()) return Optional.empty();
        String key = NormalText.key(text);
        boolean heading =
                reference.headings().anyMatch(known -> NormalText.key(known).equals(key));
        return heading || choices.contains(key) || reference.notNames().contains(key)
                ? Optional.empty()
                : Optional.of(pseudonyms.of(hub(row), text));
    }

    /// As above, for a reference above the table.
    Optional<String> pseudonym(Field reference, RecognisedTable.Label label) {
        return pseudonym(new Row(label.row(), false, List.of()), reference, label.cell());
    }

    /// Whether a cell names one person of a hub. A row without a hub may belong to any hub.
    ///
    /// @param stored the pseudonym stored for the person
    boolean names(String ofHub, String stored, Row row, Field reference, Cell cell) {
        String text = CellText.of(cell);
        String own = hub(row);
        if (text.isEmpty() || !own.isEmpty() && !own.equals(ofHub)) return false;
        if (Pseudonyms.isName(text)) return pseudonyms.of(ofHub, text).equals(stored);
        Object value = fieldTypes.read(reference, cell, null).value();
        return value != null && value.toString().equalsIgnoreCase(stored);
    }

    private String hub(Row row) {
        if (hub == null) return "";
        RecognisedTable.Label label = sheet.labels().get(hub);
        Cell cell = hubColumn >= 0 ? row.cell(hubColumn) : label == null ? Cell.BLANK : label.cell();
        Object value = fieldTypes.read(hub, cell, null).value();
        return value == null ? "" : value.toString();
    }
}
