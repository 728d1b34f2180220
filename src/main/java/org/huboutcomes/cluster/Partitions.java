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

/// The partitions that wait for a worker or are assigned to one. Waiting partitions are messages in Spring
/// Integration's queue. A claim replaces the message by a lease in one short transaction. No transaction is open
/// while a worker works, because it would block the database's vacuum.
public final class Partitions {

    /// The classes that a message may contain. Nothing else in the database is deserialised.
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

    /// @param program identifies the program and catalogue of both sides; it names the queue, so that a worker of
    /// another version gets nothing
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

    /// Puts partitions into the queue, all of them or none.
    public void add(List<StepExecutionRequest> requests) {
        transaction.executeWithoutResult(status -> requests.forEach(request -> queue.addMessageToGroup(
                program, MessageBuilder.withPayload(request).build())));
    }

    /// Claims a partition. Partitions with an expired lease come before unclaimed ones.
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

    /// Renews a lease, even an expired one that nobody has taken.
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

    /// The right of a worker to the files of a partition while it has the lease.
    public PartitionOwnership ownership(Lease held) {
        return new PartitionOwnership() {
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
    void whileHeld(Lease held, PartitionOwnership.FileAction action) throws IOException {
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

    /// Keeps the lease until the end of the caller's transaction.
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

    /// The partitions of a run that are finished or have failed, by their step executions in the job repository.
    public List<Long> ended(long jobExecution) {
        return sql.sql("""
                        select step_execution_id
                        from batch_step_execution
                        where job_execution_id = ? and status not in ('STARTING', 'STARTED', 'STOPPING')""").param(jobExecution).query(Long.class).list();
    }

    /// Ends the lease of a finished partition.
    public void done(Lease held) {
        sql.sql("delete from partition_lease where step_execution = ? and token = ?")
                .params(held.stepExecution(), held.token())
                .update();
    }

    /// Ends the lease of an unfinished partition, so that another worker can take it at once.
    public void giveBack(Lease held) {
        sql.sql("update partition_lease set until = clock_timestamp() where step_execution = ? and token = ?")
                .params(held.stepExecution(), held.token())
                .update();
    }

    /// The number of partitions whose workers renew their leases.
    public int held() {
        return sql.sql("select count(*) from partition_lease where until > clock_timestamp()")
                .query(Integer.class)
                .single();
    }

    /// Deletes all partitions of earlier runs, both waiting and leased. A worker that still has one can then no
    /// longer put its files in place.
    ///
    /// @param lock proves that no other manager is running
    public void forgetAll(ManagerLock lock) throws SQLException {
        lock.requireHeld();
        transaction.executeWithoutResult(status -> {
            // Waits for a worker that is claiming a partition, so that its lease is deleted too.
            sql.sql("lock table partition_lease in exclusive mode").update();
            sql.sql("delete from int_channel_message").update();
            sql.sql("delete from partition_lease").update();
        });
    }
}
