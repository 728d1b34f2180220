package org.huboutcomes.cli;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.huboutcomes.HubOutcomes;
import org.huboutcomes.batch.workers.ShardWorker;
import org.huboutcomes.batch.workers.Worker;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.cluster.Shard;
import org.huboutcomes.workspace.Workspace;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A workspace whose runs are distributed: a real PostgreSQL, and a separate process for each command that is to be
/// killed or frozen.
final class Cluster implements AutoCloseable {

    private final Path folder;
    private final TestWorkspace workspace;
    private final List<Process> processes = new ArrayList<>();
    private final String name;
    private final boolean ownsDatabase;
    private EmbeddedPostgres database;

    private Cluster(
            Path folder, EmbeddedPostgres database, boolean ownsDatabase, TestWorkspace workspace, String settings)
            throws IOException {
        this.folder = folder;
        this.database = database;
        this.ownsDatabase = ownsDatabase;
        this.workspace = workspace;
        this.name = "run_" + UUID.randomUUID().toString().replace('-', '_');
        JdbcClient.create(database.getPostgresDatabase())
                .sql("create database " + name)
                .update();
        Files.writeString(
                workspace.root().resolve("workspace.yaml"),
                "job_repository: {url: \"jdbc:postgresql://localhost:" + database.getPort() + "/" + name
                        + "\", user: postgres}\n" + settings);
    }

    /// With its own database on a server that others use too.
    ///
    /// @param settings further lines of `workspace.yaml`
    static Cluster on(EmbeddedPostgres server, Path folder, String settings) throws IOException {
        return on(server, TestWorkspace.in(folder), settings);
    }

    static Cluster on(EmbeddedPostgres server, TestWorkspace workspace, String settings) throws IOException {
        return new Cluster(workspace.root().getParent(), server, false, workspace, settings);
    }

    /// With its own server, which can be stopped.
    static Cluster withServer(Path folder, String settings) throws IOException {
        return new Cluster(folder, server(folder, 0), true, TestWorkspace.in(folder), settings);
    }

    /// @param port a free one if it is 0
    private static EmbeddedPostgres server(Path folder, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("database"))
                .setCleanDataDirectory(false)
                .start();
    }

    void stopDatabase() throws IOException {
        database.close();
    }

    /// Starts it again in the same place with the same data.
    void startDatabase() throws IOException {
        database = server(folder, database.getPort());
    }

    TestWorkspace workspace() {
        return workspace;
    }

    JdbcClient sql() {
        return JdbcClient.create(database.getDatabase("postgres", name));
    }

    /// A worker on threads of this process, until it is closed.
    AutoCloseable worker() throws IOException, SQLException {
        Worker worker = new Worker(new Workspace(workspace.root()), Catalogue.packaged());
        return new Running(worker, worker::run);
    }

    /// A shard on threads of this process, until it is closed.
    static AutoCloseable shard(TestWorkspace workspace, Shard shard) throws IOException {
        ShardWorker worker = new ShardWorker(new Workspace(workspace.root()), Catalogue.packaged(), shard);
        return new Running(worker, worker::run);
    }

    /// Something that works until it is stopped.
    @FunctionalInterface
    private interface Work {
        void until(BooleanSupplier isStopped) throws Exception;
    }

    private static final class Running implements AutoCloseable {

        private final AutoCloseable worker;
        private final AtomicBoolean isStopped = new AtomicBoolean();
        private final CompletableFuture<Void> end;

        Running(AutoCloseable worker, Work work) {
            this.worker = worker;
            this.end = CompletableFuture.runAsync(
                    () -> {
                        try {
                            work.until(isStopped::get);
                        } catch (Exception e) {
                            throw new CompletionException(e);
                        }
                    },
                    task -> new Thread(task, "worker").start());
        }

        /// Fails if the worker has ended before it was stopped.
        @Override
        public void close() throws Exception {
            isStopped.set(true);
            end.join();
            worker.close();
        }
    }

    /// The number of the partition that a worker has; empty if it has none.
    Optional<Long> partitionOf(Process worker, String step) {
        // The first run creates the table.
        if (!sql().sql("select to_regclass('partition_lease') is not null")
                .query(Boolean.class)
                .single()) return Optional.empty();
        return sql().sql("select step_execution from partition_lease where worker like ? and step = ?")
                .params("%:" + worker.pid(), step)
                .query(Long.class)
                .optional();
    }

    /// Whether a partition is with another worker, or done.
    boolean hasLeft(Process worker, long partition) {
        return sql().sql("select count(*) from partition_lease where step_execution = ? and worker like ?")
                        .params(partition, "%:" + worker.pid())
                        .query(Long.class)
                        .single()
                == 0;
    }

    /// Whether a run is in a step.
    boolean isIn(String step) {
        return sql().sql("select to_regclass('batch_step_execution') is not null")
                        .query(Boolean.class)
                        .single()
                && sql().sql("select count(*) from batch_step_execution where step_name = ? and status = 'STARTED'")
                                .param(step)
                                .query(Long.class)
                                .single()
                        > 0;
    }

    /// The results of all jobs, in order.
    List<String> statusOfJobs() {
        return sql().sql("select status from batch_job_execution order by job_execution_id")
                .query(String.class)
                .list();
    }

    /// The results of the partitions of a step.
    List<String> statusOfPartitions(String step) {
        return sql().sql("select status from batch_step_execution where step_name like ?")
                .param(step + ":%")
                .query(String.class)
                .list();
    }

    /// Starts a command as a separate process, with its output in a file.
    Process start(String output, String... command) throws IOException {
        Process process = start(folder, workspace, output, command);
        processes.add(process);
        return process;
    }

    static Process start(Path folder, TestWorkspace workspace, String output, String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Djava.awt.headless=true",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + Files.createTempDirectory(folder, "tmp"),
                HubOutcomes.class.getName(),
                "-w",
                workspace.root().toString(),
                "--as-of",
                "2026-11-23"));
        line.addAll(List.of(command));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve(output).toFile()))
                .start();
    }

    /// All that a command has printed.
    String said(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Sends a signal of the operating system, such as `STOP`.
    static void signal(String signal, Process process) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
        if (code != 0) throw new IllegalStateException("kill -" + signal + " ended with " + code);
    }

    /// A condition that is checked while files come and go.
    @FunctionalInterface
    interface Condition {
        boolean holds() throws Exception;
    }

    /// @return how long it took
    static Duration await(String what, Condition condition) throws Exception {
        Duration most = Duration.ofMinutes(5);
        long begun = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - begun > most.toNanos())
                throw new AssertionError(what + " did not come within " + most);
            Thread.sleep(20);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Override
    public void close() throws IOException {
        processes.forEach(Process::destroyForcibly);
        if (ownsDatabase) database.close();
    }
}
