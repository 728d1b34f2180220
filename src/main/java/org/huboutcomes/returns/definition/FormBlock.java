package org.huboutcomes.returns.definition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.returns.values.CellText;
import org.huboutcomes.returns.values.NormalText;
import org.huboutcomes.spreadsheets.model.Row;

/// A small table inside a form, below its own title and headings.
///
/// @param name the name of the table that its rows are stored in
public record FormBlock(String name, String title, List<String> synonyms, List<Field> fields) {

    public FormBlock {
        synonyms = List.copyOf(synonyms);
        fields = List.copyOf(fields);
        if (fields.isEmpty()) throw new CatalogueFault("The block " + name + " has no fields.");
    }

    public boolean isTitle(String text) {
        String key = NormalText.key(text);
        return Stream.concat(Stream.of(title), synonyms.stream())
                .anyMatch(known -> NormalText.key(known).equals(key));
    }

    public List<Field> stored() {
        return fields.stream().filter(field -> !field.personal()).toList();
    }

    /// Which field stands in which column, if this row is the block's heading row; else empty. It is when it has every
    /// field that a row must fill, and more than one heading of the block.
    public Map<Integer, Field> columns(Row row) {
        Map<String, Field> known = new HashMap<>();
        for (Field field : fields)
            field.headings().forEach(heading -> known.putIfAbsent(NormalText.key(heading), field));
        Map<Integer, Field> columns = new TreeMap<>();
        for (int column = 0; column < row.cells().size(); column++) {
            Field field = known.get(NormalText.key(CellText.of(row.cell(column))));
            if (field != null && !columns.containsValue(field)) columns.put(column, field);
        }
        boolean complete = fields.stream().filter(Field::required).allMatch(field -> columns.containsValue(field));
        return complete && columns.size() > 1 ? columns : Map.of();
    }
}
