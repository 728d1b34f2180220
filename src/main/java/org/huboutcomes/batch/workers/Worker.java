package org.huboutcomes.batch.workers;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.cluster.FencedRepository;
import org.huboutcomes.cluster.JobDatabase;
import org.huboutcomes.cluster.Lease;
import org.huboutcomes.cluster.LostLease;
import org.huboutcomes.cluster.Partitions;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.Operator;
import org.huboutcomes.workspace.Settings;
import org.huboutcomes.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.batch.integration.partition.StepExecutionRequestHandler;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Works on the partitions of runs on other machines. It needs the database of the job repository and the workspace
/// folder, and does not open the store.
public final class Worker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final long POLL_MILLISECONDS = 500;

    private final String name =
            Operator.current().host() + ":" + ProcessHandle.current().pid();
    private final int threads;
    private final long renewMilliseconds;
    private final Duration patience;
    private final JobDatabase database;
    private final Partitions partitions;
    private final JobRepository repository;
    private final PartitionWork work;
    private final WorkerSteps steps;
    private final ThreadLocal<Lease> held = new ThreadLocal<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    /// @throws Fault if the settings name no database for the job repository
    public Worker(Workspace workspace, Catalogue catalogue) throws IOException, SQLException {
        Settings settings = Settings.of(workspace);
        this.database = JobDatabase.of(settings)
                .orElseThrow(() -> new Fault(
                        ExitCode.INVALID_SETUP,
                        "A worker needs job_repository in workspace.yaml, and runs need cluster.workers: true."));
        this.threads = settings.reportThreads();
        this.patience = settings.cluster().patience();
        this.renewMilliseconds = settings.cluster().lease().toMillis() / 4;
        this.partitions = new Partitions(
                database, WorkerVersion.of(catalogue), settings.cluster().leaseSeconds());
        this.repository = FencedRepository.of(database, () -> partitions.requireHeld(held.get()));
        this.work = new PartitionWork(workspace, catalogue, settings);
        this.steps = new WorkerSteps(workspace, repository, partitions, work, held::get);
    }

    /// Works until it is stopped. The partition in progress is then finished.
    public void run(BooleanSupplier isStopped) throws InterruptedException {
        // The first run of a new database creates its tables.
        while (!database.isDefined() && !isStopped.getAsBoolean()) Thread.sleep(POLL_MILLISECONDS);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) all.add(executor.submit(() -> loop(isStopped)));
            for (Future<?> one : all) one.get();
        } catch (ExecutionException e) {
            throw Fault.of(e);
        } finally {
            executor.shutdownNow();
        }
    }

    private @Nullable Void loop(BooleanSupplier isStopped) throws InterruptedException {
        long answered = System.nanoTime();
        while (!isStopped.getAsBoolean()) {
            try {
                Optional<Lease> lease = partitions.claim(name);
                if (lease.isPresent()) work(lease.get());
                else Thread.sleep(POLL_MILLISECONDS);
                answered = System.nanoTime();
            } catch (DataAccessException | TransactionException unavailable) {
                // The connection broke within a transaction; the next one waits until the database is back.
                if (System.nanoTime() - answered > patience.toNanos()) throw unavailable;
                Thread.sleep(POLL_MILLISECONDS);
            }
        }
        return null;
    }

    private void work(Lease lease) {
        held.set(lease);
        ScheduledFuture<?> renewal = clock.scheduleAtFixedRate(
                () -> renew(lease), renewMilliseconds, renewMilliseconds, TimeUnit.MILLISECONDS);
        try {
            if (isOpen(lease)) {
                StepExecutionRequestHandler handler = new StepExecutionRequestHandler();
                handler.setJobRepository(repository);
                handler.setStepLocator(steps);
                handler.handle(new StepExecutionRequest(lease.step(), lease.stepExecution()));
            }
            if (isOpen(lease)) partitions.giveBack(lease);
            else partitions.done(lease);
        } catch (DataAccessException | TransactionException unavailable) {
            // The lease expires, and another worker takes the partition.
            LOG.warn("batch: {} was left: {}", lease.stepExecution(), String.valueOf(unavailable.getMessage()));
        } finally {
            renewal.cancel(true);
            held.remove();
        }
    }

    /// Whether the partition is not yet done, as far as the job repository knows.
    private boolean isOpen(Lease lease) {
        StepExecution partition = repository.getStepExecution(lease.stepExecution());
        return partition != null && partition.getStatus().isRunning();
    }

    private void renew(Lease lease) {
        try {
            partitions.renew(lease);
        } catch (LostLease lost) {
            LOG.warn("batch: {}", lost.getMessage());
            throw lost;
        } catch (DataAccessException unavailable) {
            // Tried again at the next renewal.
            LOG.warn("batch: a lease could not be renewed: {}", String.valueOf(unavailable.getMessage()));
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        work.close();
    }
}
