package org.huboutcomes.tables;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huboutcomes.intake.Arrival;
import org.huboutcomes.returns.findings.HubNote;
import org.huboutcomes.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which files were received, and the result of each. This is the only record of what is loaded. It is written in
/// the same transaction as the rows, so that a run can be killed and repeated at any point.
public final class Ledger {

    private static final String COLUMNS =
            "select submission, sha256, file_name, modified, taken_on, status from submission ";

    private final JdbcClient sql;

    public Ledger(Store store) {
        this.sql = JdbcClient.create(store.dataSource());
    }

    /// Records an arrival once: if a killed run has recorded it already, it keeps its number.
    public Submission receive(Arrival arrival, LocalDate takenOn) {
        LocalDateTime modified =
                LocalDateTime.ofInstant(arrival.modified(), ZoneOffset.UTC).withNano(0);
        return unread(arrival, modified)
                .orElseGet(
                        () -> receive(arrival.name(), arrival.sha256(), modified, takenOn, Submission.Status.RECEIVED));
    }

    /// Records a file under the next number.
    public Submission receive(
            String name, String sha256, LocalDateTime modified, LocalDate takenOn, Submission.Status status) {
        long number = sql.sql("select coalesce(max(submission), 0) + 1 from submission")
                .query(Long.class)
                .single();
        sql.sql("""
                        insert into submission (submission, sha256, file_name, modified, taken_on, status, told)
                        values (?, ?, ?, ?, ?, ?, null)""")
                .params(number, sha256, name, modified, takenOn, status.word())
                .update();
        return new Submission(number, sha256, name, modified, takenOn, status);
    }

    private Optional<Submission> unread(Arrival arrival, LocalDateTime modified) {
        return sql.sql(COLUMNS + "where sha256 = ? and file_name = ? and modified = ? and status = 'received'")
                .params(arrival.sha256(), arrival.name(), modified)
                .query(Ledger::submission)
                .optional();
    }

    /// The submissions to read: new ones, waiting ones and, if the catalogue has changed, held and refused ones
    /// whose files are still archived.
    public List<Submission> pending(String catalogue) {
        return sql.sql(COLUMNS + """
                        where status in ('received', 'waiting')
                        or status in ('held', 'refused') and catalogue <> ?
                            and submission not in (select submission from removed_file)
                        order by submission""").param(catalogue).query(Ledger::submission).list();
    }

    /// An earlier submission of the same bytes that is still in force and of which nothing has been replaced. A
    /// held sheet was never in force, so it cannot have been replaced. A submission whose file is no longer
    /// archived does not count, nor does one held for confirmation: the hub is asked again, because what is in
    /// force may have changed.
    public Optional<Submission> standing(Submission again) {
        return sql.sql(COLUMNS + """
                        earlier
                        where sha256 = ? and submission < ?
                        and submission not in (select submission from removed_file)
                        and not exists (
                            from submitted_sheet
                            where submitted_sheet.submission = earlier.submission
                            and submitted_sheet.held_for = 'confirmation')
                        and (status in ('waiting', 'held', 'refused') or status in ('accepted', 'partial')
                            and not exists (
                                from claim
                                join submitted_sheet on submitted_sheet.sheet = claim.sheet
                                left join claim_part on claim_part.claim = claim.claim
                                left join claim as later
                                    on later.claim = coalesce(claim_part.replaced_by, claim.replaced_by)
                                where submitted_sheet.submission = earlier.submission
                                and submitted_sheet.status = 'accepted'
                                and (not claim.in_force or claim_part.part is not null)
                                and later.submission is distinct from earlier.submission))
                        order by submission desc limit 1""")
                .params(again.sha256(), again.number())
                .query(Ledger::submission)
                .optional();
    }

    /// The submission with the same bytes as a duplicate.
    public Submission original(Submission duplicate) {
        return sql.sql(COLUMNS + """
                        where sha256 = ? and submission < ? and status <> 'duplicate'
                        order by submission desc limit 1""")
                .params(duplicate.sha256(), duplicate.number())
                .query(Ledger::submission)
                .single();
    }

    /// A submission in its current state.
    public Submission find(long number) {
        return sql.sql(COLUMNS + "where submission = ?")
                .param(number)
                .query(Ledger::submission)
                .single();
    }

    public void close(Submission submission, Submission.Status status, String catalogue) {
        sql.sql("update submission set status = ?, catalogue = ? where submission = ?")
                .params(status.word(), catalogue, submission.number())
                .update();
    }

    /// Closes a submission whose archived file was deleted before it could be read again.
    public void expire(Submission submission, Submission.Status status, LocalDate day) {
        sql.sql("update submission set status = ?, catalogue = '' where submission = ?")
                .params(status.word(), submission.number())
                .update();
        sql.sql("insert into removed_file (submission, removed_on) values (?, ?)")
                .params(submission.number(), day)
                .update();
    }

    /// Records which submission a returned workbook corrects: the newest with the content that it names.
    void corrects(Submission submission, List<HubNote> written) {
        for (HubNote note : written)
            if (note.rule().equals(HubNote.CORRECTS))
                sql.sql("""
                                update submission
                                set corrects = (
                                    select coalesce(max_by(earlier.corrects, earlier.submission), max(earlier.submission))
                                    from submission as earlier
                                    where earlier.sha256 = coalesce(
                                        (select replacement from forgotten_file where forgotten_file.sha256 = ?), ?)
                                    and earlier.submission < ? and earlier.status <> 'duplicate'
                                )
                                where submission = ?""")
                        .params(note.rowKey(), note.rowKey(), submission.number(), submission.number())
                        .update();
    }

    /// Fails if a load lost a row: every accepted row must be in force, or replaced by a known claim.
    void refuseLostRows(Submission submission) {
        List<Object> wrong =
                sql.sql("""
                        with given as (
                            select claim.claim, submitted_sheet.accepted as of_sheet, claim.accepted, claim.sheet, in_force, replaced_by
                            from claim
                            join submitted_sheet using (sheet)
                            where claim.submission = ?
                        ),
                        parts as (
                            select claim, sum(accepted) as accepted
                            from claim_part
                            group by claim
                        )
                        select sheet
                        from given
                        left join parts using (claim)
                        group by sheet
                        having sum(given.accepted + coalesce(parts.accepted, 0)) <> max(of_sheet)
                        or bool_or(not in_force and replaced_by is null and given.accepted > 0)""").param(submission.number()).query(Object.class).list();
        if (!wrong.isEmpty())
            throw new IllegalStateException(
                    "rows of submission " + submission.number() + " are neither in force nor replaced");
    }

    /// The submissions whose receipt would now differ from the last one written.
    public List<Submission> unreported() {
        return sql.sql(COLUMNS + """
                        join receipt_state using (submission)
                        where told is distinct from digest
                        order by submission""").query(Ledger::submission).list();
    }

    /// The numbers of submissions of the same bytes and name as another.
    public Set<Long> receivedAgain() {
        return new HashSet<>(
                sql.sql("select submission from submission qualify count(*) over (partition by sha256, file_name) > 1")
                        .query(Long.class)
                        .list());
    }

    /// Submissions in groups whose findings fit in memory; a submission with more findings is a group by itself.
    ///
    /// @param most the maximum number of submissions in a group
    /// @param findings the maximum number of findings in a group
    public List<List<Submission>> inParts(List<Submission> submissions, int most, int findings) {
        Map<Long, Integer> found = new HashMap<>();
        sql.sql("select submission, count(*) as findings from finding where submission is not null group by submission")
                .query(row -> {
                    found.put(row.getLong("submission"), row.getInt("findings"));
                });
        List<List<Submission>> parts = new ArrayList<>();
        List<Submission> part = new ArrayList<>();
        int together = 0;
        for (Submission submission : submissions) {
            int own = found.getOrDefault(submission.number(), 0);
            if (!part.isEmpty() && (part.size() == most || together + own > findings)) {
                parts.add(part);
                part = new ArrayList<>();
                together = 0;
            }
            part.add(submission);
            together += own;
        }
        if (!part.isEmpty()) parts.add(part);
        return parts;
    }

    /// Records that the current state of these submissions has been reported.
    public void markReported(List<Submission> submissions) {
        if (submissions.isEmpty()) return;
        sql.sql(
                        "update submission set told = digest from receipt_state"
                                + " where receipt_state.submission = submission.submission and submission.submission in (:told)")
                .param("told", submissions.stream().map(Submission::number).toList())
                .update();
    }

    static Submission submission(ResultSet row, int number) throws SQLException {
        return new Submission(
                row.getLong("submission"),
                row.getString("sha256"),
                row.getString("file_name"),
                row.getObject("modified", LocalDateTime.class),
                row.getObject("taken_on", LocalDate.class),
                Submission.Status.of(row.getString("status")));
    }
}
