package org.huboutcomes.tables;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huboutcomes.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Takes a submission that should never have come out of force, and brings back what stood before it. Nothing is
/// deleted: the day and the reason are kept with it.
public final class Withdrawals {

    private final JdbcClient sql;

    public Withdrawals(Store store) {
        this.sql = JdbcClient.create(store.dataSource());
    }

    /// The submission of this number, or the last that stands under this name.
    public Optional<Submission> find(String numberOrName) {
        return sql.sql("select submission, sha256, file_name, modified, taken_on, status from submission" + """
                         where status not in ('withdrawn', 'duplicate')
                        and (submission::varchar = ? or file_name = ? or ends_with(file_name, '/' || ?) or sha256 = ?)
                        order by submission desc limit 1""")
                .params(numberOrName, numberOrName, numberOrName, numberOrName)
                .query(Ledger::submission)
                .optional();
    }

    /// In the transaction that is open.
    ///
    /// @return the names of the files that are in force again
    public List<String> withdraw(Submission submission, LocalDate on, String why) {
        sql.sql("insert into withdrawal values (?, ?, ?)")
                .params(submission.number(), on, why)
                .update();
        sql.sql("update submission set status = 'withdrawn' where submission = ?")
                .param(submission.number())
                .update();
        List<Long> back = before(submission);
        sql.sql("update claim set in_force = false where submission = ?")
                .param(submission.number())
                .update();
        if (back.isEmpty()) return List.of();
        sql.sql("update claim set in_force = true where claim in (:back)")
                .param("back", back)
                .update();
        return sql.sql("select distinct file_name from claim join submission using (submission)"
                        + " where claim in (:back) order by file_name")
                .param("back", back)
                .query(String.class)
                .list();
    }

    /// For each slot in which it stands, the last claim that it took the place of. Responses that add up never left.
    private List<Long> before(Submission submission) {
        return sql.sql("""
                        with standing as (
                            select claim.*
                            from claim
                            join submission using (submission)
                            join submitted_sheet using (sheet)
                            where submission.status in ('accepted', 'partial') and submitted_sheet.status = 'accepted'
                        )
                        select max_by(standing.claim, (standing.submission, standing.claim))
                        from claim
                        join standing
                            on standing.return_name = claim.return_name
                            and standing.hub is not distinct from claim.hub
                            and standing.time_period is not distinct from claim.time_period
                            and standing.submission < claim.submission
                            and not standing.in_force
                        where claim.submission = ? and claim.in_force
                        group by claim.claim""").param(submission.number()).query(Long.class).list();
    }
}
