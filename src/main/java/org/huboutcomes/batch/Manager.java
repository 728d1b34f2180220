package org.huboutcomes.batch;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.huboutcomes.cluster.JobDatabase;
import org.huboutcomes.cluster.ManagerLock;
import org.huboutcomes.cluster.Partitions;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.OpenWorkspace;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.util.FileSystemUtils;

/// The process that runs a job: what it has of the database of the job repository, if there is one, until it ends.
final class Manager implements AutoCloseable, StepExecutionListener {

    private final RepositoryPlace place;
    private final @Nullable ManagerLock lock;
    private final @Nullable Partitions partitions;

    private Manager(RepositoryPlace place, @Nullable ManagerLock lock, @Nullable Partitions partitions) {
        this.place = place;
        this.lock = lock;
        this.partitions = partitions;
    }

    /// Takes the lock of the database, and everything that earlier runs have left with workers.
    static Manager of(OpenWorkspace open) throws IOException, SQLException {
        Optional<JobDatabase> database = JobDatabase.of(open.settings());
        if (!open.settings().cluster().workers())
            FileSystemUtils.deleteRecursively(open.workspace().partitions());
        if (database.isEmpty()) return new Manager(RepositoryPlace.in(open.store()), null, null);
        ManagerLock lock = ManagerLock.acquire(database.get());
        try {
            database.get().define();
            Partitions partitions = new Partitions(
                    database.get(),
                    WorkerVersion.of(open.catalogue()),
                    open.settings().cluster().leaseSeconds());
            partitions.forgetAll(lock);
            return new Manager(
                    RepositoryPlace.in(database.get()),
                    lock,
                    open.settings().cluster().workers() ? partitions : null);
        } catch (SQLException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    RepositoryPlace place() {
        return place;
    }

    /// The partitions that are left to workers; empty where this process does everything.
    Optional<Partitions> partitions() {
        return Optional.ofNullable(partitions);
    }

    /// Ends the run if another manager took the database while this one could not reach it.
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
