package org.huboutcomes.tables;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huboutcomes.intake.ArchiveJournal.Event;
import org.huboutcomes.intake.Arrival;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.findings.Rules;
import org.huboutcomes.store.Store;
import org.huboutcomes.store.StoreFault;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The files that named a forgotten person. If one is received again, it is refused and not archived.
public final class ForgottenFiles {

    private final Store store;
    private final Rules rules;
    private final Ledger ledger;
    private final JdbcClient sql;

    public ForgottenFiles(Store store, Rules rules) {
        this.store = store;
        this.rules = rules;
        this.ledger = new Ledger(store);
        this.sql = JdbcClient.create(store.dataSource());
    }

    public boolean has(String sha256) {
        return sql.sql("select exists (from forgotten_file where sha256 = ?)")
                .param(sha256)
                .query(Boolean.class)
                .single();
    }

    /// Records such a file as refused, once, in the open transaction.
    public Submission refuse(Arrival arrival, LocalDate day) {
        LocalDateTime modified =
                LocalDateTime.ofInstant(arrival.modified(), ZoneOffset.UTC).withNano(0);
        return refused(arrival, modified).orElseGet(() -> {
            Submission received =
                    ledger.receive(arrival.name(), arrival.sha256(), modified, day, Submission.Status.RECEIVED);
            expire(received, Submission.Status.REFUSED, day);
            return received.as(Submission.Status.REFUSED);
        });
    }

    /// A refusal that a killed run has recorded but not reported.
    private Optional<Submission> refused(Arrival arrival, LocalDateTime modified) {
        return sql.sql("""
                        select submission, sha256, file_name, modified, taken_on, status
                        from submission
                        where sha256 = ? and file_name = ? and modified = ? and status = 'refused' and told is null""")
                .params(arrival.sha256(), arrival.name(), modified)
                .query(Ledger::submission)
                .optional();
    }

    /// Closes a submission whose file is not kept, in the open transaction. If it was refused without having been
    /// read, it gets the reason.
    public void expire(Submission submission, Submission.Status status, LocalDate day) {
        ledger.expire(submission, status, day);
        if (status != Submission.Status.REFUSED || !has(submission.sha256())) return;
        store.inTransaction(connection -> {
            try (FindingRows findings = new FindingRows(connection)) {
                findings.add(submission.number(), null, null, rules.whole(Rule.PERSON_FORGOTTEN));
                return true;
            } catch (SQLException e) {
                throw StoreFault.of(e);
            }
        });
    }

    /// Records the events of the archive's journal in the open transaction: which files replaced which, and that
    /// submissions have the new ones.
    public void record(List<Event> events) {
        for (Event event : events)
            if (event instanceof Event.Forgotten one) {
                sql.sql("update forgotten_file set replacement = ? where replacement = ?")
                        .params(one.replacement(), one.sha256())
                        .update();
                sql.sql("delete from forgotten_file where sha256 = ?")
                        .param(one.sha256())
                        .update();
                sql.sql("insert into forgotten_file (sha256, replacement, forgotten_on) values (?, ?, ?)")
                        .params(one.sha256(), one.replacement(), one.day())
                        .update();
                sql.sql("update submission set sha256 = ?, told = null where sha256 = ?"
                                + " and submission not in (select submission from removed_file)")
                        .params(one.replacement(), one.sha256())
                        .update();
            }
    }
}
