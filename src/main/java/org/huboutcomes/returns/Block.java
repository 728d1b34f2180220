package org.huboutcomes.returns;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.intake.Row;

/// A small table inside a form, below its own title and headings.
///
/// @param name the name of the table that its rows are stored in
record Block(String name, String title, List<String> synonyms, List<Field> fields) {

    Block {
        synonyms = List.copyOf(synonyms);
        fields = List.copyOf(fields);
        if (fields.isEmpty()) throw new CatalogueFault("The block " + name + " has no fields.");
    }

    boolean isTitle(String text) {
        String key = Words.key(text);
        return Stream.concat(Stream.of(title), synonyms.stream())
                .anyMatch(known -> Words.key(known).equals(key));
    }

    List<Field> stored() {
        return fields.stream().filter(field -> !field.personal()).toList();
    }

    /// Which field stands in which column, if this row is the block's heading row; else empty. It is when it has every
    /// field that a row must fill, and more than one heading of the block.
    Map<Integer, Field> columns(Row row) {
        Map<String, Field> known = new HashMap<>();
        for (Field field : fields) field.headings().forEach(heading -> known.putIfAbsent(Words.key(heading), field));
        Map<Integer, Field> columns = new TreeMap<>();
        for (int column = 0; column < row.cells().size(); column++) {
            Field field = known.get(Words.key(CellText.of(row.cell(column))));
            if (field != null && !columns.containsValue(field)) columns.put(column, field);
        }
        boolean complete = fields.stream().filter(Field::required).allMatch(field -> columns.containsValue(field));
        return complete && columns.size() > 1 ? columns : Map.of();
    }
}
