package org.huboutcomes.cli;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.huboutcomes.HubOutcomes;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A workspace whose runs are shared: a real PostgreSQL, and every process of its own.
final class Cluster implements AutoCloseable {

    private static final String DAY = "2026-11-23";

    private final Rehearsal rehearsal;
    private final EmbeddedPostgres database;
    private final List<Process> processes = new ArrayList<>();

    /// @param settings further lines of `workspace.yaml`
    Cluster(Path folder, String settings) throws IOException {
        this.database = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("database"))
                .setCleanDataDirectory(false)
                .start();
        this.rehearsal = Rehearsal.in(folder);
        Files.writeString(
                rehearsal.workspace().resolve("workspace.yaml"),
                "job_repository: {url: \"" + database.getJdbcUrl("postgres", "postgres") + "\", user: postgres}\n"
                        + settings);
    }

    Rehearsal rehearsal() {
        return rehearsal;
    }

    EmbeddedPostgres database() {
        return database;
    }

    JdbcClient sql() {
        return JdbcClient.create(database.getPostgresDatabase());
    }

    /// Starts a command as a process of its own, with its output in a file.
    Process start(String name, String... command) throws IOException {
        Path folder = rehearsal.workspace().getParent();
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
                DAY));
        line.addAll(List.of(command));
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output(name).toFile()))
                .start();
        processes.add(process);
        return process;
    }

    Path output(String name) {
        return rehearsal.workspace().getParent().resolve(name + ".txt");
    }

    /// Sends a signal of the operating system, such as `STOP`.
    static void signal(String signal, Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    /// A condition that may fail while files come and go.
    @FunctionalInterface
    interface Condition {
        boolean holds() throws Exception;
    }

    static void await(String what, Duration most, Condition condition) throws Exception {
        long begun = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - begun > most.toNanos())
                throw new AssertionError(what + " did not come within " + most);
            Thread.sleep(20);
        }
    }

    @Override
    public void close() throws IOException {
        processes.forEach(Process::destroyForcibly);
        database.close();
    }
}
