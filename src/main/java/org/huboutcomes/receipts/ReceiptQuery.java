package org.huboutcomes.receipts;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.receipts.Receipt.Note;
import org.huboutcomes.receipts.Receipt.Part;
import org.huboutcomes.receipts.Receipt.Slot;
import org.huboutcomes.receipts.Receipt.Standing;
import org.huboutcomes.receipts.Receipt.Stated;
import org.huboutcomes.receipts.Receipt.Withdrawn;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.store.Store;
import org.huboutcomes.tables.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the content of a receipt from the ledger.
public final class ReceiptQuery {

    /// A query that names the derived tables that a receipt reads.
    public static final String DERIVED = "from noted_finding, claim_total, in_force_total, stated_quantity";

    private static final long WHOLE_FILE = 0;

    private final JdbcClient sql;
    private final ClaimQuery slots;
    private final StandingQuery standing;

    public ReceiptQuery(Store store, ReturnTypes types) {
        this.sql = JdbcClient.create(store.dataSource());
        this.slots = new ClaimQuery(store, types);
        this.standing = new StandingQuery(store, types);
    }

    /// The receipt of one submission, from the current state of the ledger.
    public Receipt of(Submission submission) {
        return of(List.of(submission)).get(0);
    }

    /// The receipts of several submissions, with as few queries as for one.
    List<Receipt> of(List<Submission> submissions) {
        List<Long> numbers = submissions.stream().map(Submission::number).toList();
        Map<Long, Map<Long, List<Note>>> notes = notes(numbers);
        Map<Long, List<Part>> parts = parts(numbers, notes);
        Map<Long, List<Stated>> stated = stated(numbers);
        return submissions.stream()
                .map(submission -> new Receipt(
                        submission.fileName(),
                        submission.sha256(),
                        submission.status().word(),
                        submission.takenOn().toString(),
                        submission.status() == Submission.Status.DUPLICATE ? original(submission) : null,
                        withdrawn(submission),
                        notes.getOrDefault(submission.number(), Map.of()).getOrDefault(WHOLE_FILE, List.of()),
                        parts.getOrDefault(submission.number(), List.of()),
                        stated.getOrDefault(submission.number(), List.of())))
                .toList();
    }

    private @Nullable String original(Submission submission) {
        return sql.sql("""
                        select max_by(file_name, submission)
                        from submission
                        where sha256 = ? and submission < ? and status <> 'duplicate'""")
                .params(submission.sha256(), submission.number())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private @Nullable Withdrawn withdrawn(Submission submission) {
        if (submission.status() != Submission.Status.WITHDRAWN) return null;
        return sql.sql("select withdrawn_on, why from withdrawal where submission = ?")
                .param(submission.number())
                .query((row, n) -> new Withdrawn(row.getString("withdrawn_on"), row.getString("why")))
                .optional()
                .orElse(null);
    }

    /// By submission.
    private Map<Long, List<Part>> parts(List<Long> submissions, Map<Long, Map<Long, List<Note>>> notes) {
        Map<Long, List<Slot>> claims = slots.of(submissions);
        Map<Long, Map<String, Integer>> totals = totals(submissions);
        Map<Long, Standing> standings = standing.of(submissions, claims, totals);
        return sql
                .sql("select * from submitted_sheet where submission in (:submissions) order by sheet")
                .param("submissions", submissions)
                .query((row, n) -> {
                    long submission = row.getLong("submission");
                    long sheet = row.getLong("sheet");
                    return Map.entry(
                            submission,
                            part(
                                    row,
                                    claims.getOrDefault(sheet, List.of()),
                                    totals.getOrDefault(sheet, Map.of()),
                                    notes.getOrDefault(submission, Map.of()).getOrDefault(sheet, List.of()),
                                    standings.getOrDefault(sheet, Standing.NONE)));
                })
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static Part part(
            ResultSet row, List<Slot> claims, Map<String, Integer> totals, List<Note> notes, Standing standing)
            throws SQLException {
        Slot only = claims.size() == 1 ? claims.get(0) : new Slot(null, null, 0, false, null, null, null);
        return new Part(
                row.getString("name"),
                row.getString("return_name"),
                only.hub(),
                only.academicYear(),
                row.getString("status"),
                counts(row, "rows_read", "accepted", "left_out", "duplicate", "aside"),
                totals,
                claims,
                notes,
                standing);
    }

    private static Map<String, Integer> counts(ResultSet row, String... columns) throws SQLException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String column : columns) counts.put(column.equals("rows_read") ? "read" : column, row.getInt(column));
        return counts;
    }

    /// By sheet.
    private Map<Long, Map<String, Integer>> totals(List<Long> submissions) {
        Map<Long, Map<String, Integer>> totals = new HashMap<>();
        sql.sql("""
                        select claim.sheet, schools, memberships, places
                        from claim_total
                        join claim using (claim)
                        where claim.submission in (:submissions)
                        order by claim.claim""").param("submissions", submissions).query(row -> {
            Map<String, Integer> sheet = totals.computeIfAbsent(row.getLong("sheet"), none -> new LinkedHashMap<>());
            counts(row, "schools", "memberships", "places").forEach((what, n) -> sheet.merge(what, n, Integer::sum));
        });
        return totals;
    }

    /// By submission.
    private Map<Long, List<Stated>> stated(List<Long> submissions) {
        return sql
                .sql("""
                        with of_hub as (
                            select distinct submission, hub, time_period
                            from claim
                            where in_force and submission in (:submissions)
                        )
                        select of_hub.submission, hub, time_period, quantity, stated, computed
                        from stated_quantity
                        join of_hub using (hub, time_period)
                        where stated is not null
                        order by hub, time_period, quantity""")
                .param("submissions", submissions)
                .query((row, n) -> Map.entry(
                        row.getLong("submission"),
                        new Stated(
                                row.getString("hub"),
                                AcademicYear.ofPeriod(row.getInt("time_period")).label(),
                                row.getString("quantity"),
                                row.getInt("stated"),
                                row.getObject("computed") == null ? null : row.getInt("computed"))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /// By submission, and then by sheet; those about the whole file under [#WHOLE_FILE].
    private Map<Long, Map<Long, List<Note>>> notes(List<Long> submissions) {
        Map<Long, Map<Long, List<Note>>> notes = new HashMap<>();
        sql.sql("""
                        from noted_finding
                        where submission in (:submissions)
                        order by severity, row_number nulls first, length(cell), cell, rule, message""").param("submissions", submissions).query(row -> {
            notes.computeIfAbsent(row.getLong("submission"), none -> new HashMap<>())
                    .computeIfAbsent(row.getLong("sheet"), none -> new ArrayList<>())
                    .add(note(row));
        });
        return notes;
    }

    private static Note note(ResultSet row) throws SQLException {
        String rowKey = row.getString("row_key");
        return new Note(
                row.getString("rule"),
                row.getString("severity"),
                row.getString("cell"),
                row.getString("value"),
                row.getString("message"),
                new Receipt.Parts(row.getString("found"), row.getString("accepted"), row.getString("action")),
                row.getString("note"),
                row.getInt("row_number"),
                rowKey,
                rowKey == null || row.getString("return_name") == null
                        ? null
                        : new org.huboutcomes.returns.findings.HubNote(
                                        row.getString("return_name"),
                                        row.getString("hub"),
                                        row.getObject("time_period", Integer.class),
                                        row.getString("rule"),
                                        row.getString("field"),
                                        rowKey,
                                        "")
                                .key());
    }
}
