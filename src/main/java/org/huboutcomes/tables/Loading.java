package org.huboutcomes.tables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.huboutcomes.returns.Claim;
import org.huboutcomes.returns.Finding;
import org.huboutcomes.returns.ReturnType;
import org.huboutcomes.returns.ScreenedFile;
import org.huboutcomes.returns.ScreenedSheet;
import org.huboutcomes.store.Appending;
import org.huboutcomes.store.Store;
import org.huboutcomes.store.StoreFault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/// Puts one submission into the tables, with its ledger: all of it in the transaction that is open, or nothing.
public final class Loading {

    private final Store store;
    private final JdbcClient sql;
    private final Ledger ledger;
    private final Notes notes;

    public Loading(Store store) {
        this.store = store;
        this.sql = JdbcClient.create(store.dataSource());
        this.ledger = new Ledger(store);
        this.notes = new Notes(store);
    }

    /// @param catalogue the fingerprint of the catalogue by which the file was read
    public void load(Submission submission, ScreenedFile file, String catalogue) {
        if (submission.status() == Submission.Status.RECEIVED
                && ledger.standing(submission).isPresent()) {
            ledger.close(submission, Submission.Status.DUPLICATE, catalogue);
            return;
        }
        forget(submission);
        Connection connection = DataSourceUtils.getConnection(store.dataSource());
        try {
            addFindings(connection, submission, null, Map.of(), null, file.findings());
            boolean loads =
                    file.status() == ScreenedFile.Status.ACCEPTED || file.status() == ScreenedFile.Status.PARTIAL;
            for (ScreenedSheet sheet : file.sheets()) addSheet(connection, submission, sheet, loads);
            if (loads) for (ScreenedSheet sheet : file.sheets()) notes.keep(submission, sheet.notes());
        } catch (SQLException e) {
            throw StoreFault.of(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, store.dataSource());
        }
        ledger.close(submission, Submission.Status.valueOf(file.status().name()), catalogue);
    }

    /// A file that is tried again starts anew. It had loaded no rows, or it would not be tried.
    private void forget(Submission submission) {
        sql.sql("delete from sheet_column where sheet in (select sheet from submitted_sheet where submission = ?)")
                .param(submission.number())
                .update();
        for (String table : List.of("finding", "claim", "submitted_sheet", "note"))
            sql.sql("delete from " + table + " where submission = ?")
                    .param(submission.number())
                    .update();
    }

    private void addSheet(Connection connection, Submission submission, ScreenedSheet sheet, boolean loads)
            throws SQLException {
        long number = next("select coalesce(max(sheet), 0) + 1 from submitted_sheet");
        ReturnType type = sheet.type();
        sql.sql("insert into submitted_sheet values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        number,
                        submission.number(),
                        sheet.name(),
                        type == null ? null : type.name(),
                        status(sheet),
                        sheet.tally().read(),
                        sheet.tally().accepted(),
                        sheet.tally().leftOut(),
                        sheet.tally().duplicate(),
                        sheet.tally().aside()))
                .update();
        try (Appending columns = Appending.to("sheet_column", connection)) {
            for (var column : sheet.columns().entrySet()) columns.row(number, column.getKey(), column.getValue());
        }
        boolean inForce = loads && sheet.status() == ScreenedSheet.Status.ACCEPTED;
        Set<Integer> rows = sheet.findings().stream().map(Finding::row).collect(Collectors.toSet());
        Map<Integer, Long> claimOfRow = new HashMap<>();
        long last = 0;
        for (Claim claim : sheet.claims()) {
            last = addClaim(connection, submission, number, Objects.requireNonNull(type), claim, inForce);
            for (int row : claim.rowNumbers()) if (rows.contains(row)) claimOfRow.put(row, last);
        }
        // What is about no row is about the hub and year of the sheet, where that serves only one.
        Long only = sheet.claims().size() == 1 ? last : null;
        addFindings(connection, submission, number, claimOfRow, only, sheet.findings());
    }

    /// To an analyst, a sheet that we added is one that is not read.
    private static String status(ScreenedSheet sheet) {
        ScreenedSheet.Status status =
                sheet.status() == ScreenedSheet.Status.OURS ? ScreenedSheet.Status.IGNORED : sheet.status();
        return status.word();
    }

    private long addClaim(
            Connection connection, Submission submission, long sheet, ReturnType type, Claim claim, boolean loads)
            throws SQLException {
        long number = next("select coalesce(max(claim), 0) + 1 from claim");
        boolean newest = !type.supersedes() || supersede(submission, type, claim, loads);
        sql.sql("insert into claim values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        number,
                        sheet,
                        submission.number(),
                        type.name(),
                        claim.hub(),
                        claim.timePeriod(),
                        loads ? claim.size() : 0,
                        loads && newest))
                .update();
        if (!loads) return number;
        addRows(connection, type.name(), number, claim.rows());
        for (var block : claim.blocks().entrySet()) addRows(connection, block.getKey(), number, block.getValue());
        return number;
    }

    /// Takes earlier claims to the same hub and year out of force, and tells whether this one is the newest: a file
    /// that waited may come to be read after its own successor.
    private boolean supersede(Submission submission, ReturnType type, Claim claim, boolean loads) {
        if (!loads) return false;
        String slot =
                " from claim where return_name = ? and hub is not distinct from ? and time_period is not distinct from ? and in_force ";
        List<@Nullable Object> named = Arrays.asList(type.name(), claim.hub(), claim.timePeriod(), submission.number());
        boolean newest = sql.sql("select count(*)" + slot + "and submission > ?")
                        .params(named)
                        .query(Long.class)
                        .single()
                == 0;
        if (newest)
            sql.sql("update claim set in_force = false where claim in (select claim" + slot + "and submission < ?)")
                    .params(named)
                    .update();
        return newest;
    }

    private static void addRows(Connection connection, String table, long claim, List<Claim.AcceptedRow> rows)
            throws SQLException {
        if (rows.isEmpty()) return;
        int fields = rows.get(0).values().length;
        try (Appending appending = Appending.to(table, connection)) {
            Object[] stored = new Object[fields + 2];
            for (Claim.AcceptedRow row : rows) {
                stored[0] = claim;
                stored[1] = row.number();
                System.arraycopy(row.values(), 0, stored, 2, fields);
                appending.row(stored);
            }
        }
    }

    private static void addFindings(
            Connection connection,
            Submission submission,
            @Nullable Long sheet,
            Map<Integer, Long> claimOfRow,
            @Nullable Long otherwise,
            List<Finding> findings)
            throws SQLException {
        if (findings.isEmpty()) return;
        try (Appending table = Appending.to("finding", connection)) {
            for (Finding finding : findings)
                table.row(
                        submission.number(),
                        sheet,
                        claimOfRow.getOrDefault(finding.row(), otherwise),
                        finding.row() == 0 ? null : finding.row(),
                        finding.cell(),
                        finding.rule(),
                        finding.severity().word(),
                        finding.field(),
                        finding.found(),
                        finding.message(),
                        null);
        }
    }

    private long next(String query) {
        return Objects.requireNonNull(sql.sql(query).query(Long.class).single());
    }
}
