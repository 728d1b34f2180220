package org.huboutcomes.tables;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.huboutcomes.intake.ArchiveJournal;
import org.huboutcomes.intake.ArchiveJournal.Event;
import org.huboutcomes.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Updates the archive's journal from the ledger. Entries of the ledger that the journal lacks are appended after
/// each change, and at the start of a run for what a killed run had committed but not yet appended.
public final class LedgerJournal {

    private final JdbcClient sql;
    private final ArchiveJournal journal;
    private final TransactionTemplate own;

    public LedgerJournal(Store store, ArchiveJournal journal) {
        this.sql = JdbcClient.create(store.dataSource());
        this.journal = journal;
        // A transaction that began before does not see what others have committed since.
        this.own = new TransactionTemplate(store.transactions());
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// Appends what is missing: replaced files, then arrivals, then what was read, then withdrawals of submissions
    /// and layouts, then expired files. A run calls this after each of these steps, so that events are in order.
    ///
    /// @param asOf the day of the run
    public void update(LocalDate asOf) throws IOException {
        List<Event> known = journal.events();
        journal.append(Objects.requireNonNull(own.execute(status -> missing(known, asOf))));
    }

    private List<Event> missing(List<Event> events, LocalDate asOf) {
        Set<Long> arrived = new HashSet<>();
        Set<Long> read = new HashSet<>();
        Set<Long> withdrawn = new HashSet<>();
        Map<Arrangement, Integer> layouts = new HashMap<>();
        Set<Long> expired = new HashSet<>();
        for (Event event : events) {
            if (event instanceof Event.Arrived one) arrived.add(one.submission());
            if (event instanceof Event.Read one) read.addAll(one.submissions());
            if (event instanceof Event.Withdrawn one) withdrawn.add(one.submission());
            if (event instanceof Event.LayoutWithdrawn one) layouts.merge(Arrangement.of(one), 1, Integer::sum);
            if (event instanceof Event.Expired one) expired.add(one.submission());
        }
        List<Event> missing = new ArrayList<>(forgotten(events));
        missing.addAll(missing(arrived, arrivals()));
        List<Long> readSince =
                readSubmissions().stream().filter(one -> !read.contains(one)).toList();
        if (!readSince.isEmpty()) missing.add(new Event.Read(asOf, readSince));
        missing.addAll(missing(withdrawn, withdrawals()));
        // Withdrawn headings may be confirmed and withdrawn again on the same day.
        for (Event.LayoutWithdrawn one : layoutWithdrawals())
            if (layouts.merge(Arrangement.of(one), -1, Integer::sum) < 0) missing.add(one);
        missing.addAll(missing(expired, expiries()));
        return missing;
    }

    /// Which file replaced which. This comes first, because content received again afterwards is not replaced.
    private List<Event> forgotten(List<Event> events) {
        Set<String> known = new HashSet<>();
        for (Event event : events) if (event instanceof Event.Forgotten one) known.add(one.sha256());
        return sql
                .sql("select forgotten_on, sha256, replacement from forgotten_file order by forgotten_on, sha256")
                .query((row, number) ->
                        new Event.Forgotten(row.getObject(1, LocalDate.class), row.getString(2), row.getString(3)))
                .list()
                .stream()
                .filter(one -> !known.contains(one.sha256()))
                .map(Event.class::cast)
                .toList();
    }

    /// An event with the submission that it is about.
    private record OfSubmission(long submission, Event event) {}

    private static List<Event> missing(Set<Long> known, List<OfSubmission> events) {
        return events.stream()
                .filter(one -> !known.contains(one.submission()))
                .map(OfSubmission::event)
                .toList();
    }

    private List<OfSubmission> arrivals() {
        return sql.sql("select submission, sha256, file_name, modified, taken_on, status from submission"
                        + " order by submission")
                .query((row, number) -> {
                    Submission one = Ledger.submission(row, number);
                    return new OfSubmission(
                            one.number(),
                            new Event.Arrived(
                                    one.takenOn(), one.number(), one.sha256(), one.fileName(), one.modified()));
                })
                .list();
    }

    /// Submissions that are read for good; one that waits for a register is read again in each run.
    private List<Long> readSubmissions() {
        return sql.sql("select submission from submission where status not in ('received', 'waiting')"
                        + " order by submission")
                .query(Long.class)
                .list();
    }

    private List<OfSubmission> withdrawals() {
        return sql.sql("select submission, withdrawn_on, why from withdrawal order by withdrawn_on, submission")
                .query((row, number) -> new OfSubmission(
                        row.getLong(1),
                        new Event.Withdrawn(row.getObject(2, LocalDate.class), row.getLong(1), row.getString(3))))
                .list();
    }

    /// A withdrawal by day. It has no layout number, because that differs after a rebuild from an archive with
    /// expired files.
    private record Arrangement(LocalDate day, String hub, String returnName, String headings) {

        private static Arrangement of(Event.LayoutWithdrawn one) {
            return new Arrangement(one.day(), one.hub(), one.returnName(), one.headings());
        }
    }

    /// One event for each confirmation of the headings.
    private List<Event.LayoutWithdrawn> layoutWithdrawals() {
        return sql.sql("""
                        select sheet, hub, return_name, headings, withdrawn_on, why
                        from layout_withdrawal
                        join layout using (sheet)
                        order by withdrawn_on, sheet""")
                .query((row, number) -> new Event.LayoutWithdrawn(
                        row.getObject(5, LocalDate.class),
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(6)))
                .list();
    }

    private List<OfSubmission> expiries() {
        return sql.sql("""
                        select submission, removed_on, status
                        from removed_file
                        join submission using (submission)
                        order by removed_on, submission""")
                .query((row, number) -> new OfSubmission(
                        row.getLong(1),
                        new Event.Expired(row.getObject(2, LocalDate.class), row.getLong(1), row.getString(3))))
                .list();
    }
}
