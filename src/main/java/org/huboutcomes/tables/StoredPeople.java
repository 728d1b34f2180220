package org.huboutcomes.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The references of people in the rows of returns and in findings.
public final class StoredPeople {

    private static final String HUB = "hub";

    private final JdbcClient sql;
    /// The columns with references, by return.
    private final Map<String, List<String>> columns = new LinkedHashMap<>();

    public StoredPeople(Store store, ReturnTypes types) {
        this.sql = JdbcClient.create(store.dataSource());
        for (ReturnType type : types.all()) {
            List<String> references = type.fields().stream()
                    .filter(field -> field.type().equals("reference"))
                    .map(Field::name)
                    .toList();
            boolean hasHub =
                    type.fields().stream().anyMatch(field -> field.name().equals(HUB));
            if (!references.isEmpty() && hasHub) columns.put(type.name(), references);
        }
    }

    /// A reference as written in a hub's rows, whatever its case.
    public Optional<String> find(String hub, String reference) {
        for (Map.Entry<String, List<String>> table : columns.entrySet())
            for (String column : table.getValue()) {
                Optional<String> found = sql.sql("select " + column + " from " + table.getKey() + " where hub = ?"
                                + " and upper(" + column + ") in (upper(?), upper(ltrim(?, '0'))) limit 1")
                        .params(hub, reference, reference)
                        .query(String.class)
                        .optional();
                if (found.isPresent()) return found;
            }
        return Optional.empty();
    }

    /// The number of rows of a hub with a reference.
    public int rows(String hub, String reference) {
        int rows = 0;
        for (Map.Entry<String, List<String>> table : columns.entrySet())
            for (String column : table.getValue())
                rows += sql.sql("select count(*) from " + table.getKey() + " where hub = ? and " + column + " = ?")
                        .params(hub, reference)
                        .query(Integer.class)
                        .single();
        return rows;
    }

    /// Replaces a reference by another, in the open transaction.
    public void replace(String hub, String reference, String replacement) {
        for (Map.Entry<String, List<String>> table : columns.entrySet()) {
            for (String column : table.getValue())
                sql.sql("update " + table.getKey() + " set " + column + " = ? where hub = ? and " + column + " = ?")
                        .params(replacement, hub, reference)
                        .update();
            replaceInFindings(table.getKey(), hub, reference, replacement);
        }
    }

    /// Words and keys are lists in which the reference is a whole element.
    private void replaceInFindings(String returnName, String hub, String reference, String replacement) {
        sql.sql("""
                        update finding
                        set
                            value = case when value = :old then :new else value end,
                            words = map_from_entries(
                                list_transform(
                                    map_entries(words),
                                    lambda word: {
                                        'key': word.key,
                                        'value': array_to_string(
                                            list_transform(
                                                string_split(word.value, ', '),
                                                lambda part: case when part = :old then :new else part end
                                            ),
                                            ', '
                                        )
                                    }
                                )
                            ),
                            row_key = array_to_string(
                                list_transform(
                                    string_split(row_key, ', '),
                                    lambda part: case when part = :old then :new else part end
                                ),
                                ', '
                            )
                        where claim in (select claim from claim where return_name = :return and hub = :hub)""")
                .param("old", reference)
                .param("new", replacement)
                .param("return", returnName)
                .param("hub", hub)
                .update();
        sql.sql("""
                        update note
                        set row_key = array_to_string(
                            list_transform(
                                string_split(row_key, ', '),
                                lambda part: case when part = :old then :new else part end
                            ),
                            ', '
                        )
                        where return_name = :return and hub = :hub""")
                .param("old", reference)
                .param("new", replacement)
                .param("return", returnName)
                .param("hub", hub)
                .update();
    }
}
