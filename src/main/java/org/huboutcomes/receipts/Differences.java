package org.huboutcomes.receipts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.huboutcomes.returns.ReturnType;
import org.huboutcomes.returns.ReturnTypes;
import org.huboutcomes.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What differs between two submissions of one return: rows are paired by what identifies them, and those that stand in
/// both as they were do not count.
final class Differences {

    private final JdbcClient sql;
    private final ReturnTypes types;

    Differences(Store store, ReturnTypes types) {
        this.sql = JdbcClient.create(store.dataSource());
        this.types = types;
    }

    /// Whether a later submission of this return takes the place of an earlier one.
    boolean supersede(String returnName) {
        return types.named(returnName).supersedes();
    }

    Receipt.Changes between(String returnName, long before, long after) {
        ReturnType type = types.named(returnName);
        String key = type.primaryKey().isEmpty() ? columns(type.columns()) : columns(type.primaryKey());
        // Rows of one key that stand several times are paired in the order of their other values.
        String rows = """
                (
                    select said, place, occurrence
                    from (
                        select
                            concat_ws('|', %s) as place,
                            concat_ws('|', %s) as said,
                            row_number() over (partition by place order by said) as occurrence
                        from %s
                        where claim = ?
                    )
                )""".formatted(key, columns(type.columns()), type.name());
        return sql.sql("""
                        select
                            count(*) filter (where earlier.place is null) as added,
                            count(*) filter (where later.place is null) as removed,
                            count(*) filter (where earlier.said <> later.said) as changed
                        from %s as earlier
                        full join %s as later using (place, occurrence)""".formatted(rows, rows))
                .params(before, after)
                .query((row, n) ->
                        new Receipt.Changes(row.getInt("added"), row.getInt("removed"), row.getInt("changed")))
                .single();
    }

    /// A blank value is told from a blank beside it.
    private static String columns(List<String> names) {
        List<String> texts = new ArrayList<>();
        for (String name : names) texts.add("coalesce(" + name + "::varchar, '')");
        return texts.stream().collect(Collectors.joining(", "));
    }
}
