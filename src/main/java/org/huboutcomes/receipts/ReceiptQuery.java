package org.huboutcomes.receipts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huboutcomes.receipts.Receipt.Note;
import org.huboutcomes.receipts.Receipt.Part;
import org.huboutcomes.receipts.Receipt.Slot;
import org.huboutcomes.returns.AcademicYear;
import org.huboutcomes.store.Store;
import org.huboutcomes.tables.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Gathers from the ledger what a receipt says.
public final class ReceiptQuery {

    private final JdbcClient sql;

    public ReceiptQuery(Store store) {
        this.sql = JdbcClient.create(store.dataSource());
    }

    /// The receipt of one submission, as the ledger now stands.
    public Receipt of(Submission submission) {
        return new Receipt(
                submission.fileName(),
                submission.sha256(),
                submission.status().word(),
                submission.takenOn().toString(),
                notes("where submission = ? and sheet is null", submission.number()),
                parts(submission));
    }

    private List<Part> parts(Submission submission) {
        return sql.sql("select * from submitted_sheet where submission = ? order by sheet")
                .param(submission.number())
                .query((row, n) -> part(row))
                .list();
    }

    private Part part(ResultSet row) throws SQLException {
        long sheet = row.getLong("sheet");
        List<Slot> claims = slots(sheet);
        Slot only = claims.size() == 1 ? claims.get(0) : new Slot(null, null, 0, false, null);
        return new Part(
                row.getString("name"),
                row.getString("return_name"),
                only.hub(),
                only.academicYear(),
                row.getString("status"),
                counts(row, "rows_read", "accepted", "left_out", "duplicate", "aside"),
                totals(sheet),
                claims,
                notes("where sheet = ?", sheet));
    }

    private static Map<String, Integer> counts(ResultSet row, String... columns) throws SQLException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String column : columns) counts.put(column.equals("rows_read") ? "read" : column, row.getInt(column));
        return counts;
    }

    private Map<String, Integer> totals(long sheet) {
        return sql.sql(
                        "select schools, memberships, places from claim_total join claim using (claim) where sheet = ? order by claim limit 1")
                .param(sheet)
                .query((row, n) -> counts(row, "schools", "memberships", "places"))
                .optional()
                .orElse(Map.of());
    }

    private List<Slot> slots(long sheet) {
        return sql.sql("""
                        select
                            claim.hub,
                            claim.time_period,
                            claim.accepted,
                            claim.in_force,
                            (
                                select max_by(submission.file_name, earlier.claim)
                                from claim as earlier
                                join submission using (submission)
                                where earlier.return_name = claim.return_name
                                and earlier.hub is not distinct from claim.hub
                                and earlier.time_period is not distinct from claim.time_period
                                and earlier.submission < claim.submission
                                and not earlier.in_force
                                and claim.in_force
                            ) as supersedes
                        from claim
                        where claim.sheet = ?
                        order by claim.claim""")
                .param(sheet)
                .query((row, n) -> new Slot(
                        row.getString("hub"),
                        year(row.getObject("time_period", Integer.class)),
                        row.getInt("accepted"),
                        row.getBoolean("in_force"),
                        row.getString("supersedes")))
                .list();
    }

    private static @Nullable String year(@Nullable Integer period) {
        return period == null ? null : AcademicYear.ofPeriod(period).label();
    }

    private List<Note> notes(String where, long number) {
        return sql.sql("select rule, severity, cell, found, message from finding " + where
                        + " order by severity, row_number nulls first, cell, rule")
                .param(number)
                .query((row, n) -> new Note(
                        row.getString("rule"),
                        row.getString("severity"),
                        row.getString("cell"),
                        row.getString("found"),
                        row.getString("message")))
                .list();
    }
}
