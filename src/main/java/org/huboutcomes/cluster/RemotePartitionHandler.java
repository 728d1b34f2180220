package org.huboutcomes.cluster;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.Progress;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.partition.support.AbstractPartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.dao.DataAccessResourceFailureException;

/// Gives the partitions of a step to workers and polls the job repository for their results. Spring Batch's own
/// handler for a queue does that too; this one also shows progress, waits while the database is unavailable, and
/// ends a run if no worker is running.
public final class RemotePartitionHandler extends AbstractPartitionHandler {

    private static final long POLL_MILLISECONDS = 250;

    /// The files exchanged with workers.
    public interface Exchange {

        /// Called before the first partition is in the queue.
        void give(long jobExecution) throws IOException, SQLException;

        /// Called for each partition once all are finished.
        void take(StepExecution partition) throws IOException;

        /// Called after the last partition has been taken.
        void end(long jobExecution) throws IOException;
    }

    private final String step;
    private final String item;
    private final JobRepository repository;
    private final Partitions partitions;
    private final Duration patience;
    private final Progress progress;
    private final Exchange exchange;

    /// @param step the step that a worker runs for each partition
    /// @param item the key of a partition's name in its context
    public RemotePartitionHandler(
            String step,
            String item,
            JobRepository repository,
            Partitions partitions,
            Duration patience,
            Progress progress,
            Exchange exchange) {
        this.step = step;
        this.item = item;
        this.repository = repository;
        this.partitions = partitions;
        this.patience = patience;
        this.progress = progress;
        this.exchange = exchange;
    }

    @Override
    protected Set<StepExecution> doHandle(StepExecution manager, Set<StepExecution> parts)
            throws IOException, SQLException, InterruptedException {
        exchange.give(manager.getJobExecutionId());
        partitions.add(parts.stream()
                .map(part -> new StepExecutionRequest(step, part.getId()))
                .toList());
        await(manager.getJobExecutionId(), parts);
        JobExecution job = Objects.requireNonNull(repository.getJobExecution(manager.getJobExecutionId()));
        Set<StepExecution> ended =
                job.getStepExecutions().stream().filter(parts::contains).collect(Collectors.toSet());
        for (StepExecution part : ended) if (part.getStatus() != BatchStatus.COMPLETED) throw WorkerFault.of(part);
        for (StepExecution part : ended) exchange.take(part);
        exchange.end(manager.getJobExecutionId());
        return ended;
    }

    private void await(long jobExecution, Set<StepExecution> parts) throws InterruptedException {
        Map<Long, StepExecution> open = new HashMap<>();
        parts.forEach(part -> open.put(part.getId(), part));
        long sign = System.nanoTime();
        long answered = sign;
        while (true) {
            try {
                Set<Long> ended = new HashSet<>(partitions.ended(jobExecution));
                ended.retainAll(open.keySet());
                for (Long one : ended)
                    progress.itemDone(Objects.requireNonNull(open.remove(one))
                            .getExecutionContext()
                            .getString(item));
                if (open.isEmpty()) return;
                if (!ended.isEmpty() || partitions.held() > 0) sign = System.nanoTime();
                answered = System.nanoTime();
            } catch (DataAccessResourceFailureException unavailable) {
                // The connection broke within a query; the next one waits until the database is back.
                if (System.nanoTime() - answered > patience.toNanos()) throw unavailable;
                sign = System.nanoTime();
            }
            if (System.nanoTime() - sign > patience.toNanos()) throw nobodyWorks();
            Thread.sleep(POLL_MILLISECONDS);
        }
    }

    private Fault nobodyWorks() {
        return new Fault(
                ExitCode.MACHINE_FAILURE,
                "No worker has taken anything for " + patience.toSeconds()
                        + " seconds; start `hub-outcomes worker` with the same program and catalogue, and run again;"
                        + " nothing was lost.");
    }
}
