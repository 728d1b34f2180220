package org.huboutcomes.tables;

import java.io.IOException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import org.huboutcomes.intake.Archive;
import org.huboutcomes.store.Store;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Deletes files from the archive whose retention has expired. A file is kept whatever its age if anything of it is
/// in force, if it is waiting, or if it has not been read. The rows loaded from a file stay in the store, with its
/// name and hash. If the file is received again, it is read as a new one.
public final class Retention {

    private final JdbcClient sql;
    private final Archive archive;
    private final TransactionTemplate own;

    public Retention(Store store, Archive archive) {
        this.sql = JdbcClient.create(store.dataSource());
        this.archive = archive;
        this.own = new TransactionTemplate(store.transactions());
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// Deletes files that were last received before the start of the retention period.
    ///
    /// @param kept the retention period; null for ever
    /// @return the names of the deleted files
    public List<String> end(@Nullable Period kept, LocalDate asOf) throws IOException {
        if (kept == null) return List.of();
        List<Submission> over = over(asOf.minus(kept));
        // Deleted before it is recorded: if a run is killed in between, the next one finds the file again and
        // continues.
        for (Submission submission : over) archive.remove(submission.sha256());
        own.executeWithoutResult(status ->
                over.forEach(submission -> sql.sql("insert into removed_file (submission, removed_on) values (?, ?)")
                        .params(submission.number(), asOf)
                        .update()));
        return over.stream().map(Submission::fileName).toList();
    }

    /// The last day on which nothing in the archive has expired, if no file is received until then and nothing in
    /// force changes.
    ///
    /// @return null if nothing expires
    public @Nullable LocalDate expires(@Nullable Period kept) {
        if (kept == null) return null;
        return over(LocalDate.of(9999, 12, 31)).stream()
                .map(submission -> submission.takenOn().plus(kept))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /// Submissions of the same bytes share one file, which is kept as long as one of them needs it.
    private List<Submission> over(LocalDate day) {
        return sql.sql("""
                        with spent as (
                            select sha256
                            from submission
                            left join (select distinct submission from claim where in_force) as standing
                                using (submission)
                            group by sha256
                            having max(taken_on) < ?
                            and bool_and(status not in ('received', 'waiting') and standing.submission is null)
                        )
                        select submission, sha256, file_name, modified, taken_on, status
                        from submission
                        semi join spent using (sha256)
                        anti join removed_file using (submission)
                        order by submission""").param(day).query(Ledger::submission).list();
    }
}
