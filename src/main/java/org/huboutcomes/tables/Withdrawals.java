package org.huboutcomes.tables;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Takes a submission out of force that should not have been sent, and puts what it replaced back in force. Nothing
/// is deleted: the day and the reason are recorded with it.
public final class Withdrawals {

    private final JdbcClient sql;
    private final Replacements replacements;

    public Withdrawals(Store store, ReturnTypes types) {
        this.replacements = new Replacements(store, types);
        this.sql = JdbcClient.create(store.dataSource());
    }

    /// The submission with this number, or the last one in force with this name.
    public Optional<Submission> find(String numberOrName) {
        return sql.sql("select submission, sha256, file_name, modified, taken_on, status from submission" + """
                         where status not in ('withdrawn', 'duplicate')
                        and (submission::varchar = ? or file_name = ? or ends_with(file_name, '/' || ?) or sha256 = ?)
                        order by submission desc limit 1""")
                .params(numberOrName, numberOrName, numberOrName, numberOrName)
                .query(Ledger::submission)
                .optional();
    }

    /// The names of all files that can be withdrawn.
    public List<String> names() {
        return sql.sql("select distinct file_name from submission where status not in ('withdrawn', 'duplicate')"
                        + " order by file_name")
                .query(String.class)
                .list();
    }

    /// The last submission with this number or name that was withdrawn for this reason, if its receipt has not been
    /// written yet because the run was killed.
    public Optional<Submission> unfinished(String numberOrName, String why) {
        return sql.sql("""
                        select submission.submission, sha256, file_name, modified, taken_on, status
                        from submission
                        join withdrawal using (submission)
                        join receipt_state using (submission)
                        where why = ? and told is distinct from digest
                        and (submission.submission::varchar = ? or file_name = ? or ends_with(file_name, '/' || ?)
                            or sha256 = ?)
                        order by submission.submission desc limit 1""")
                .params(why, numberOrName, numberOrName, numberOrName, numberOrName)
                .query(Ledger::submission)
                .optional();
    }

    /// The names of the files that are in force in place of a withdrawn submission.
    public List<String> inForceInstead(Submission withdrawn) {
        return sql.sql("""
                        select distinct file_name
                        from claim
                        join submission using (submission)
                        join (select return_name, hub, time_period from claim where submission = ?) as former
                            on former.return_name = claim.return_name
                            and former.hub is not distinct from claim.hub
                            and former.time_period is not distinct from claim.time_period
                        where in_force
                        order by file_name""").param(withdrawn.number()).query(String.class).list();
    }

    /// Withdraws a submission in the open transaction.
    ///
    /// @return the names of the files that are in force again
    public List<String> withdraw(Submission submission, LocalDate on, String why) {
        sql.sql("insert into withdrawal (submission, withdrawn_on, why) values (?, ?, ?)")
                .params(submission.number(), on, why)
                .update();
        sql.sql("update submission set status = 'withdrawn' where submission = ?")
                .param(submission.number())
                .update();
        Map<String, Long> before = inForce();
        sql.sql("update claim set in_force = false where submission = ?")
                .param(submission.number())
                .update();
        for (ClaimSlot slot : replacements.slotsOf(submission)) replacements.replay(slot, 0);
        return inForce().entrySet().stream()
                .filter(file -> file.getValue() > before.getOrDefault(file.getKey(), 0L))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// How many claims and rows of each file are in force.
    private Map<String, Long> inForce() {
        Map<String, Long> files = new TreeMap<>();
        sql.sql("""
                        select file_name, sum(claim.accepted + 1) as rows
                        from claim
                        join submission using (submission)
                        where in_force
                        group by file_name""").query(row -> {
            files.put(row.getString("file_name"), row.getLong("rows"));
        });
        return files;
    }
}
