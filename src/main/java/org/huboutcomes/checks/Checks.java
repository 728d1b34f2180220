package org.huboutcomes.checks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.returns.findings.Severity;
import org.huboutcomes.store.Store;
import org.huboutcomes.store.StoreFault;
import org.huboutcomes.tables.FindingRows;
import org.huboutcomes.tables.QueryDependencies;
import org.huboutcomes.tables.QueryInputs;
import org.huboutcomes.tables.QueryRuns;
import org.huboutcomes.tables.RowKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/// Runs the checks, which look at more than one row at a time. Each row that a check returns becomes a finding.
public final class Checks {

    /// The sheet and submission of a claim.
    private record ClaimOrigin(long sheet, long submission) {}

    private static final String FINDING = "finding";
    private static final String RULE = "rule";

    private final Store store;
    private final Catalogue catalogue;
    private final List<Check> checks;
    private final RowKeys keys;

    public Checks(Store store, Catalogue catalogue) {
        this.store = store;
        this.catalogue = catalogue;
        this.checks = Check.of(catalogue);
        this.keys = new RowKeys(store, ReturnTypes.of(catalogue));
    }

    /// The query of each check.
    public Map<String, String> queries() {
        return checks.stream().collect(Collectors.toMap(Check::rule, Check::query));
    }

    /// Updates the findings of all checks over everything in force, in the current transaction. A check runs again
    /// only if the rows it reads have changed.
    public void run() {
        JdbcClient sql = JdbcClient.create(store.dataSource());
        Connection connection = DataSourceUtils.getConnection(store.dataSource());
        try {
            QueryRuns runs = new QueryRuns(catalogue, connection);
            Map<String, QueryInputs> reads = new QueryDependencies(catalogue, "tables").inputsOf(queries());
            Map<String, String> before = runs.rowsBy(FINDING, RULE);
            List<Check> changed = checks.stream()
                    .filter(check -> !runs.isCurrent(path(check), reads(check, reads), rowsOf(check, before)))
                    .toList();
            deleteFindings(outdated(before.keySet(), changed, runs), sql);
            if (!changed.isEmpty()) find(changed, sql, connection);
            keys.fill();
            runs.changed(FINDING);
            Map<String, String> after = runs.rowsBy(FINDING, RULE);
            for (Check check : changed) runs.remember(path(check), reads(check, reads), rowsOf(check, after));
            runs.save();
        } catch (SQLException e) {
            throw StoreFault.of(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, store.dataSource());
        }
    }

    /// The rules of the checks that run again, and of those that ran once and are no longer in the catalogue.
    private Set<String> outdated(Set<String> found, List<Check> changed, QueryRuns runs) {
        Set<String> outdated = new TreeSet<>(found);
        outdated.removeIf(rule -> !runs.remembers(Check.path(rule)));
        checks.forEach(check -> outdated.remove(check.rule()));
        changed.forEach(check -> outdated.add(check.rule()));
        return outdated;
    }

    private static void deleteFindings(Set<String> rules, JdbcClient sql) {
        if (rules.isEmpty()) return;
        sql.sql("delete from finding where rule in (:rules)")
                .param("rules", rules)
                .update();
    }

    private static String path(Check check) {
        return Check.path(check.rule());
    }

    private static QueryInputs reads(Check check, Map<String, QueryInputs> reads) {
        return Objects.requireNonNull(reads.get(check.rule()), check.rule());
    }

    private static String rowsOf(Check check, Map<String, String> findings) {
        return findings.getOrDefault(check.rule(), "");
    }

    private static void find(List<Check> checks, JdbcClient sql, Connection connection) throws SQLException {
        Map<Long, ClaimOrigin> origins = origins(sql);
        Map<Long, Map<String, String>> letters = letters(sql);
        try (FindingRows findings = new FindingRows(connection)) {
            for (Check check : checks)
                for (Map<String, Object> row : sql.sql(check.query()).query().listOfRows()) {
                    Long claim = (Long) row.get("claim");
                    ClaimOrigin origin = claim == null ? null : origins.get(claim);
                    findings.add(
                            origin == null ? null : origin.submission(),
                            origin == null ? null : origin.sheet(),
                            claim,
                            finding(
                                    check,
                                    row,
                                    origin == null ? Map.of() : letters.getOrDefault(origin.sheet(), Map.of())));
                }
        }
    }

    /// @param letters the column letters of the sheet, by field
    private static Finding finding(Check check, Map<String, Object> row, Map<String, String> letters) {
        @Nullable Object number = row.get("row_number");
        @Nullable Object field = row.get("field");
        @Nullable Object value = row.get("value");
        int at = number == null ? 0 : ((Number) number).intValue();
        String letter = field == null ? null : letters.get(field.toString());
        return new Finding(
                check.rule(),
                Severity.QUERY,
                at,
                letter == null || at == 0 ? null : letter + at,
                field == null ? null : field.toString(),
                value == null ? null : value.toString(),
                check.wording().with(row));
    }

    private static Map<Long, ClaimOrigin> origins(JdbcClient sql) {
        Map<Long, ClaimOrigin> origins = new HashMap<>();
        sql.sql("select claim, sheet, submission from claim").query(row -> {
            origins.put(row.getLong("claim"), new ClaimOrigin(row.getLong("sheet"), row.getLong("submission")));
        });
        return origins;
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
