package org.huboutcomes.cli;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huboutcomes.HubOutcomes;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A workspace whose runs are shared: a real PostgreSQL, and a process of its own for each command.
final class Cluster implements AutoCloseable {

    private final Path folder;
    private final Rehearsal rehearsal;
    private final List<Process> processes = new ArrayList<>();
    private EmbeddedPostgres database;

    /// @param settings further lines of `workspace.yaml`
    Cluster(Path folder, String settings) throws IOException {
        this.folder = folder;
        this.database = database(folder, 0);
        this.rehearsal = Rehearsal.in(folder);
        Files.writeString(
                rehearsal.workspace().resolve("workspace.yaml"),
                "job_repository: {url: \"jdbc:postgresql://localhost:" + database.getPort()
                        + "/postgres\", user: postgres}\n" + settings);
    }

    /// @param port a free one if it is 0
    private static EmbeddedPostgres database(Path folder, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("database"))
                .setCleanDataDirectory(false)
                .start();
    }

    void stopDatabase() throws IOException {
        database.close();
    }

    /// Starts it again where it was, with what it held.
    void startDatabase() throws IOException {
        database = database(folder, database.getPort());
    }

    Rehearsal rehearsal() {
        return rehearsal;
    }

    JdbcClient sql() {
        return JdbcClient.create(database.getPostgresDatabase());
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

    /// Starts a command as a process of its own, with its output in a file.
    Process start(String name, String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Djava.awt.headless=true",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + Files.createTempDirectory(folder, "tmp"),
                HubOutcomes.class.getName(),
                "-w",
                rehearsal.workspace().toString(),
                "--as-of",
                "2026-11-23"));
        line.addAll(List.of(command));
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve(name).toFile()))
                .start();
        processes.add(process);
        return process;
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

    /// A condition that may be asked for while files come and go.
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
        database.close();
    }
}
