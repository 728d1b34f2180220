package org.huboutcomes.batch.workers;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.huboutcomes.cluster.JobDatabase;
import org.huboutcomes.cluster.ManagerLock;
import org.huboutcomes.cluster.Partitions;
import org.huboutcomes.cluster.Shards;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.OpenWorkspace;
import org.huboutcomes.workspace.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.util.FileSystemUtils;

/// The process that runs a job: its lock and its work in the database of the job repository, if there is one.
public final class Manager implements AutoCloseable, StepExecutionListener {

    private final OpenWorkspace open;
    private final RepositoryPlace place;
    private final @Nullable ManagerLock lock;
    private final @Nullable Partitions partitions;

    private Manager(
            OpenWorkspace open, RepositoryPlace place, @Nullable ManagerLock lock, @Nullable Partitions partitions) {
        this.open = open;
        this.place = place;
        this.lock = lock;
        this.partitions = partitions;
    }

    /// Takes the database lock, and withdraws the partitions that earlier runs had given to workers.
    public static Manager of(OpenWorkspace open) throws IOException, SQLException {
        Optional<JobDatabase> database = JobDatabase.of(open.settings());
        Settings.Cluster cluster = open.settings().cluster();
        if (!cluster.isShared())
            FileSystemUtils.deleteRecursively(open.workspace().partitions());
        if (cluster.shards() > 0) Shards.forgetAll(open.workspace());
        if (database.isEmpty()) return new Manager(open, RepositoryPlace.in(open.store()), null, null);
        ManagerLock lock = ManagerLock.acquire(database.get());
        try {
            database.get().define();
            Partitions partitions =
                    new Partitions(database.get(), WorkerVersion.of(open.catalogue()), cluster.leaseSeconds());
            partitions.forgetAll(lock);
            return new Manager(open, RepositoryPlace.in(database.get()), lock, cluster.workers() ? partitions : null);
        } catch (SQLException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public RepositoryPlace place() {
        return place;
    }

    /// The processes that do the run's partitions; empty if this process does everything.
    public Optional<Workers> workers(JobRepository repository) {
        Settings.Cluster cluster = open.settings().cluster();
        if (partitions != null)
            return Optional.of(new QueuedWorkers(open.workspace(), repository, partitions, cluster.patience()));
        if (cluster.shards() == 0) return Optional.empty();
        String program = WorkerVersion.of(open.catalogue());
        return Optional.of(new ShardedWorkers(
                repository, new Shards(open.workspace(), program, cluster.shards(), cluster.patience())));
    }

    /// Ends the run if another manager has taken the lock while this process could not reach the database.
    @Override
    public void beforeStep(StepExecution step) {
        try {
            if (lock != null) lock.requireHeld();
        } catch (SQLException e) {
            throw Fault.of(e);
        }
    }

    @Override
    public void close() throws SQLException {
        if (lock != null) lock.close();
    }
}
