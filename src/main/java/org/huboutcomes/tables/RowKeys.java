package org.huboutcomes.tables;

import java.util.stream.Collectors;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Adds a key to each query that identifies its row in this submission and the next. The row number cannot, because
/// it changes when a row above is removed. A note that explains the query is stored under this key.
public final class RowKeys {

    private final JdbcClient sql;
    private final ReturnTypes types;

    public RowKeys(Store store, ReturnTypes types) {
        this.sql = JdbcClient.create(store.dataSource());
        this.types = types;
    }

    /// Fills in missing keys, in the open transaction.
    public void fill() {
        for (ReturnType type : types.all()) if (!type.primaryKey().isEmpty()) fill(type);
        // A finding about a whole column or sheet is identified by what was found.
        sql.sql("update finding set row_key = coalesce(found, '')"
                        + " where severity = 'query' and claim is not null and row_key is null")
                .update();
    }

    private void fill(ReturnType type) {
        String columns =
                type.primaryKey().stream().map(column -> "named." + column).collect(Collectors.joining(", "));
        sql.sql("update finding set row_key = concat_ws(', ', " + columns + ") from " + type.name() + " as named"
                        + " where finding.severity = 'query' and finding.row_key is null"
                        + " and finding.claim = named.claim and finding.row_number = named.row_number")
                .update();
    }
}
