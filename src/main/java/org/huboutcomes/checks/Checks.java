package org.huboutcomes.checks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.returns.ReturnTypes;
import org.huboutcomes.returns.Severity;
import org.huboutcomes.store.Appending;
import org.huboutcomes.store.Store;
import org.huboutcomes.store.StoreFault;
import org.huboutcomes.tables.RowKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/// The checks of the catalogue that need more than one row to see. Each is a query whose file name is the rule's code;
/// it gives `claim, row_number, field, found, message`, and every row that it gives is kept and asked about.
public final class Checks {

    private final Store store;
    private final List<Catalogue.Entry> checks;
    private final RowKeys keys;

    public Checks(Store store, Catalogue catalogue) {
        this.store = store;
        this.checks = catalogue.list("checks", "sql");
        this.keys = new RowKeys(store, ReturnTypes.of(catalogue));
    }

    /// Finds anew, over everything that is in force, in the transaction that is open.
    public void run() {
        JdbcClient sql = JdbcClient.create(store.dataSource());
        Map<Long, Map<String, String>> letters = letters(sql);
        Connection connection = DataSourceUtils.getConnection(store.dataSource());
        try {
            for (Catalogue.Entry check : checks)
                sql.sql("delete from finding where rule = ?")
                        .param(check.name())
                        .update();
            try (Appending findings = Appending.to("finding", connection)) {
                for (Catalogue.Entry check : checks)
                    for (Map<String, Object> row : offending(sql, check)) add(findings, check.name(), row, letters);
            }
            keys.fill();
        } catch (SQLException e) {
            throw StoreFault.of(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, store.dataSource());
        }
    }

    private static List<Map<String, Object>> offending(JdbcClient sql, Catalogue.Entry check) {
        Map<Long, Map<String, Object>> claims = new HashMap<>();
        sql.sql("select claim, sheet, submission from claim")
                .query()
                .listOfRows()
                .forEach(claim -> claims.put((Long) claim.get("claim"), claim));
        List<Map<String, Object>> rows = sql.sql(check.text()).query().listOfRows();
        rows.forEach(row -> row.putAll(claims.getOrDefault(row.get("claim"), Map.of())));
        return rows;
    }

    private static void add(
            Appending findings, String rule, Map<String, Object> row, Map<Long, Map<String, String>> letters)
            throws SQLException {
        String letter = letters.getOrDefault(row.get("sheet"), Map.of()).get(row.get("field"));
        Object number = row.get("row_number");
        findings.row(
                row.get("submission"),
                row.get("sheet"),
                row.get("claim"),
                number,
                letter == null || number == null ? null : letter + number,
                rule,
                Severity.QUERY.word(),
                row.get("field"),
                row.get("found"),
                row.get("message"),
                null);
    }

    private static Map<Long, Map<String, String>> letters(JdbcClient sql) {
        Map<Long, Map<String, String>> letters = new HashMap<>();
        sql.sql("select sheet, field, letter from sheet_column").query(row -> {
            letters.computeIfAbsent(row.getLong("sheet"), none -> new HashMap<>())
                    .put(row.getString("field"), row.getString("letter"));
        });
        return letters;
    }
}
