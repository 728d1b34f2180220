package org.huboutcomes.receipts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Compares two submissions of one return. Rows are paired by their key; unchanged rows do not count.
final class SubmissionDifferences {

    private static final String REPLACED =
            "select part from claim_part where replaced_by = ? union all select claim from claim where replaced_by = ?";
    private static final String OWN = "select ?::bigint union all select part from claim_part where claim = ?";

    private final JdbcClient sql;
    private final ReturnTypes types;

    SubmissionDifferences(Store store, ReturnTypes types) {
        this.sql = JdbcClient.create(store.dataSource());
        this.types = types;
    }

    /// The differences between the rows of a claim and those that it replaced.
    Receipt.Changes between(String returnName, long claim) {
        ReturnType type = types.named(returnName);
        String key = type.primaryKey().isEmpty() ? columns(type.columns()) : columns(type.primaryKey());
        // Several rows with the same key are paired in the order of their other values.
        String rows = """
                (
                    select said, place, occurrence
                    from (
                        select
                            concat_ws('|', %s) as place,
                            concat_ws('|', %s) as said,
                            row_number() over (partition by place order by said) as occurrence
                        from %s
                        where claim in (%%s)
                    )
                )""".formatted(key, columns(type.columns()), type.name());
        return sql.sql("""
                        select
                            count(*) filter (where earlier.place is null) as added,
                            count(*) filter (where later.place is null) as removed,
                            count(*) filter (where earlier.said <> later.said) as changed
                        from %s as earlier
                        full join %s as later using (place, occurrence)""".formatted(rows.formatted(REPLACED), rows.formatted(OWN)))
                .params(claim, claim, claim, claim)
                .query((row, n) ->
                        new Receipt.Changes(row.getInt("added"), row.getInt("removed"), row.getInt("changed")))
                .single();
    }

    /// The columns as texts. A null becomes an empty text, because `concat_ws` would skip it.
    private static String columns(List<String> names) {
        List<String> texts = new ArrayList<>();
        for (String name : names) texts.add("coalesce(" + name + "::varchar, '')");
        return texts.stream().collect(Collectors.joining(", "));
    }
}
