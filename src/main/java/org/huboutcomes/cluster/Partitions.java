package org.huboutcomes.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.integration.jdbc.store.JdbcChannelMessageStore;
import org.springframework.integration.jdbc.store.channel.PostgresChannelMessageStoreQueryProvider;
import org.springframework.integration.support.MessageBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.support.GenericMessage;
import org.springframework.transaction.support.TransactionTemplate;

/// The partitions that wait for a worker or are with one. Those that wait are messages of Spring Integration's queue; a
/// claim takes the message and makes a lease of it in one short transaction. No transaction is open while a worker
/// works: an open one would hold back the database's vacuum.
public final class Partitions {

    /// What a message is made of. Nothing else that somebody has put into the database is made an object.
    private static final String[] ALLOWED = {
        StepExecutionRequest.class.getName(),
        GenericMessage.class.getName(),
        MessageHeaders.class.getName(),
        "java.util.*",
        "java.lang.*"
    };

    private final JdbcChannelMessageStore queue;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final String program;
    private final String lease;

    /// @param program what program and catalogue both sides must have: the name of the queue, so that a worker of
    /// another version is given nothing
    /// @param leaseSeconds how long a worker keeps a partition without renewing its lease
    public Partitions(JobDatabase database, String program, int leaseSeconds) {
        this.queue = new JdbcChannelMessageStore(database.dataSource());
        queue.setChannelMessageStoreQueryProvider(new PostgresChannelMessageStoreQueryProvider());
        queue.addAllowedPatterns(ALLOWED);
        queue.afterPropertiesSet();
        this.sql = JdbcClient.create(database.dataSource());
        this.transaction = new TransactionTemplate(database.transactions());
        this.program = program;
        this.lease = leaseSeconds + " seconds";
    }

    /// Puts partitions into the queue, all or none.
    public void add(List<StepExecutionRequest> requests) {
        transaction.executeWithoutResult(status -> requests.forEach(request -> queue.addMessageToGroup(
                program, MessageBuilder.withPayload(request).build())));
    }

    /// Claims a partition: one whose lease has ended before one that nobody had.
    public Optional<Lease> claim(String worker) {
        Optional<Lease> claimed = transaction.execute(status -> {
            Optional<Lease> ended = ended(worker);
            return ended.isPresent() ? ended : next(worker);
        });
        return Objects.requireNonNull(claimed);
    }

    private Optional<Lease> ended(String worker) {
        return sql.sql("""
                        update partition_lease
                        set token = nextval('partition_lease_token'), worker = ?, until = clock_timestamp() + ?::interval
                        where step_execution = (
                            select step_execution
                            from partition_lease
                            where program = ? and until < clock_timestamp()
                            order by until
                            limit 1
                            for update skip locked
                        )
                        returning step_execution, step, token""").params(worker, lease, program).query(Lease.class).optional();
    }

    private Optional<Lease> next(String worker) {
        Message<?> message = queue.pollMessageFromGroup(program);
        if (message == null) return Optional.empty();
        StepExecutionRequest request = (StepExecutionRequest) message.getPayload();
        return sql.sql("""
                        insert into partition_lease (step_execution, step, program, token, worker, until)
                        values (?, ?, ?, nextval('partition_lease_token'), ?, clock_timestamp() + ?::interval)
                        returning step_execution, step, token""")
                .params(request.getStepExecutionId(), request.getStepName(), program, worker, lease)
                .query(Lease.class)
                .optional();
    }

    /// Renews a lease, also one whose time is over and that nobody has taken.
    ///
    /// @throws LostLease if another worker has the partition
    public void renew(Lease held) {
        int renewed =
                sql.sql("""
                        update partition_lease
                        set until = clock_timestamp() + ?::interval
                        where step_execution = ? and token = ?""").params(lease, held.stepExecution(), held.token()).update();
        if (renewed == 0) throw new LostLease(held);
    }

    /// What a worker may do with the files of a partition while it has the lease.
    public Hold hold(Lease held) {
        return new Hold() {
            @Override
            public String token() {
                return String.valueOf(held.token());
            }

            @Override
            public void whileHeld(FileAction action) throws IOException {
                Partitions.this.whileHeld(held, action);
            }
        };
    }

    /// Runs an action while nobody else can claim the partition.
    ///
    /// @throws LostLease if another worker has the partition
    void whileHeld(Lease held, Hold.FileAction action) throws IOException {
        try {
            transaction.executeWithoutResult(status -> {
                requireHeld(held);
                try {
                    action.run();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// Holds the lease until the end of the transaction of the caller.
    ///
    /// @throws LostLease if another worker has the partition
    public void requireHeld(Lease held) {
        Optional<Long> token = sql.sql(
                        "select token from partition_lease where step_execution = ? and token = ? for update")
                .params(held.stepExecution(), held.token())
                .query(Long.class)
                .optional();
        if (token.isEmpty()) throw new LostLease(held);
    }

    /// The partitions of a run that are done or have failed, by their step executions in the job repository.
    public List<Long> ended(long jobExecution) {
        return sql.sql("""
                        select step_execution_id
                        from batch_step_execution
                        where job_execution_id = ? and status not in ('STARTING', 'STARTED', 'STOPPING')""").param(jobExecution).query(Long.class).list();
    }

    /// Ends a lease whose partition is done.
    public void done(Lease held) {
        sql.sql("delete from partition_lease where step_execution = ? and token = ?")
                .params(held.stepExecution(), held.token())
                .update();
    }

    /// Ends a lease whose partition is not done, so that another worker takes it at once.
    public void giveBack(Lease held) {
        sql.sql("update partition_lease set until = clock_timestamp() where step_execution = ? and token = ?")
                .params(held.stepExecution(), held.token())
                .update();
    }

    /// The number of partitions that are with a worker which renews its lease.
    public int held() {
        return sql.sql("select count(*) from partition_lease where until > clock_timestamp()")
                .query(Integer.class)
                .single();
    }

    /// Forgets every partition of earlier runs, those that wait and those that a worker still has: it can no longer put
    /// anything in its place.
    ///
    /// @param lock that proves that no other manager runs
    public void forgetAll(ManagerLock lock) throws SQLException {
        lock.requireHeld();
        transaction.executeWithoutResult(status -> {
            // Waits for a worker that is just claiming a partition, so that its lease is forgotten too.
            sql.sql("lock table partition_lease in exclusive mode").update();
            sql.sql("delete from int_channel_message").update();
            sql.sql("delete from partition_lease").update();
        });
    }
}
