package org.huboutcomes.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.files.AtomicFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Records the progress and the end of a run in its own JSON file under `logs/runs`, so that `status` can read it while
/// the run has the store open. It passes progress on to another listener.
public final class RunLog implements Progress {

    private static final Logger LOG = LoggerFactory.getLogger(RunLog.class);
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String DONE = "done";
    private static final long WRITE_INTERVAL = TimeUnit.SECONDS.toNanos(1);

    /// One step of a run.
    ///
    /// @param total the number of items; 0 if unknown
    /// @param summary what was done; null until the step is finished
    public record StepRecord(
            String step, int total, int done, @Nullable String summary) {}

    /// The record of a run.
    ///
    /// @param operator who ran it; null in a record of an earlier release
    /// @param status `running`, `done`, `failed`, or `cut short` for a killed run, which is determined when the
    /// record is read
    public record RunRecord(
            String job,
            long process,
            @Nullable Operator operator,
            String asOf,
            String started,
            @Nullable String ended,
            String status,
            @Nullable String fault,
            List<StepRecord> steps) {

        public RunRecord {
            for (Object needed : Arrays.asList(job, asOf, started, status, steps)) Objects.requireNonNull(needed);
        }

        public boolean stillRuns() {
            return status.equals("running");
        }

        public boolean wasCutShort() {
            return status.equals("cut short");
        }

        /// The same record once its process has ended.
        private RunRecord afterItsProcess() {
            return stillRuns()
                    ? new RunRecord(job, process, operator, asOf, started, ended, "cut short", fault, steps)
                    : this;
        }
    }

    private final Progress shown;
    private final Path file;
    private final List<StepRecord> steps = new ArrayList<>();
    private RunRecord run;
    private long written;

    /// @param shown also receives all progress
    public RunLog(Workspace workspace, String job, LocalDate asOf, Progress shown) {
        this.shown = shown;
        LocalDateTime now = now(ChronoUnit.MILLIS);
        this.file = folder(workspace)
                .resolve(now.format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS")) + "-" + job + ".json");
        this.run = new RunRecord(
                job,
                ProcessHandle.current().pid(),
                Operator.current(),
                asOf.toString(),
                now.truncatedTo(ChronoUnit.SECONDS).toString(),
                null,
                "running",
                null,
                steps);
        write();
    }

    private static Path folder(Workspace workspace) {
        return workspace.logs().resolve("runs");
    }

    /// The last runs, newest first. If a run is recorded as running but does not hold the workspace lock, it was
    /// killed, because the lock ends with its process. A record that cannot be read is left out.
    public static List<RunRecord> last(Workspace workspace, int count) throws IOException {
        Path folder = folder(workspace);
        if (!Files.isDirectory(folder)) return List.of();
        boolean held = WorkspaceLock.isHeld(workspace);
        List<RunRecord> runs;
        try (Stream<Path> files = Files.list(folder)) {
            runs = files.filter(file -> file.toString().endsWith(".json")
                            && !file.getFileName().toString().startsWith("."))
                    .sorted(Comparator.reverseOrder())
                    .flatMap(file -> read(file).stream())
                    .limit(count)
                    .collect(Collectors.toCollection(ArrayList::new));
        }
        for (int i = held ? 1 : 0; i < runs.size(); i++) runs.set(i, runs.get(i).afterItsProcess());
        return runs;
    }

    /// The end of the last run of a job that succeeded.
    static Optional<LocalDateTime> lastEnd(Workspace workspace, String job) throws IOException {
        Path folder = folder(workspace);
        if (!Files.isDirectory(folder)) return Optional.empty();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith("-" + job + ".json"))
                    .sorted(Comparator.reverseOrder())
                    .flatMap(file -> read(file).stream())
                    .filter(run -> run.status().equals(DONE) && run.ended() != null)
                    .map(run -> LocalDateTime.parse(Objects.requireNonNull(run.ended())))
                    .findFirst();
        }
    }

    private static Optional<RunRecord> read(Path file) {
        try {
            return Optional.ofNullable(JSON.readValue(file.toFile(), RunRecord.class));
        } catch (JacksonException damaged) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized void stepStarted(String step) {
        shown.stepStarted(step);
        steps.add(new StepRecord(step, 0, 0, null));
        write();
    }

    @Override
    public synchronized void itemsExpected(int total) {
        shown.itemsExpected(total);
        StepRecord now = steps.remove(steps.size() - 1);
        steps.add(new StepRecord(now.step(), total, now.done(), null));
        write();
    }

    @Override
    public synchronized void itemDone(String item) {
        shown.itemDone(item);
        StepRecord now = steps.remove(steps.size() - 1);
        steps.add(new StepRecord(now.step(), now.total(), now.done() + 1, null));
        if (System.nanoTime() - written > WRITE_INTERVAL) write();
    }

    @Override
    public synchronized void stepFinished(String step, String summary) {
        shown.stepFinished(step, summary);
        StepRecord now = steps.remove(steps.size() - 1);
        steps.add(new StepRecord(step, now.total(), now.done(), summary));
        write();
    }

    /// Records the end of the run.
    ///
    /// @param fault the failure; null if the run succeeded
    public synchronized void close(@Nullable Fault fault) {
        run = new RunRecord(
                run.job(),
                run.process(),
                run.operator(),
                run.asOf(),
                run.started(),
                now(ChronoUnit.SECONDS).toString(),
                fault == null ? DONE : "failed",
                fault == null ? null : fault.getMessage(),
                steps);
        write();
    }

    /// The record as `--json` prints it.
    public synchronized String json() {
        return JSON.writeValueAsString(run);
    }

    /// Writes the record. If it cannot be written, the run continues.
    private void write() {
        try {
            Files.createDirectories(file.getParent());
            AtomicFile.write(file, JSON.writeValueAsString(run));
            written = System.nanoTime();
        } catch (IOException e) {
            LOG.warn("workspace: the log of the {} run cannot be written: {}", run.job(), e.toString());
        }
    }

    private static LocalDateTime now(ChronoUnit unit) {
        return LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(unit);
    }
}
