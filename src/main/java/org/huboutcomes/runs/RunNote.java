package org.huboutcomes.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.huboutcomes.intake.WholeFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A run as it goes, in a file beside the log: `status` reads it while the run holds the store.
final class RunNote implements Progress {

    private static final Logger LOG = LoggerFactory.getLogger(RunNote.class);
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /// One step of a run.
    record StepNote(
            String step, int total, int done, @Nullable String summary) {

        private boolean isOpen(String name) {
            return step.equals(name) && summary == null;
        }
    }

    /// All that is known of a run.
    ///
    /// @param status `running`, `done`, `failed`, or `cut short`, which nobody can write of a run that is killed
    record Note(
            String job,
            long process,
            String asOf,
            String started,
            @Nullable String ended,
            String status,
            @Nullable String fault,
            List<StepNote> steps) {

        boolean runs() {
            return status.equals("running");
        }

        boolean wasCutShort() {
            return status.equals("cut short");
        }

        /// As it is known once nobody holds the workspace, or a later run does.
        Note over() {
            return runs() ? new Note(job, process, asOf, started, ended, "cut short", fault, steps) : this;
        }
    }

    private final Progress shown;
    private final Path file;
    private final List<StepNote> steps = new ArrayList<>();
    private Note note;
    private long written;

    RunNote(Workspace workspace, Run run, Progress shown) {
        this.shown = shown;
        LocalDateTime now = LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MILLIS);
        this.file = workspace
                .logs()
                .resolve("runs")
                .resolve(now.format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS")) + "-" + run.job() + ".json");
        this.note = new Note(
                run.job(),
                ProcessHandle.current().pid(),
                run.asOf().toString(),
                now.truncatedTo(ChronoUnit.SECONDS).toString(),
                null,
                "running",
                null,
                steps);
        write();
    }

    static Note read(Path file) {
        return JSON.readValue(file.toFile(), Note.class);
    }

    @Override
    public synchronized void begin(String step, int total) {
        shown.begin(step, total);
        // A step begins before it knows how much there is to do, and again when it does.
        if (!steps.isEmpty() && steps.get(steps.size() - 1).isOpen(step)) steps.remove(steps.size() - 1);
        steps.add(new StepNote(step, total, 0, null));
        write();
    }

    @Override
    public synchronized void advance(String what) {
        shown.advance(what);
        StepNote now = steps.remove(steps.size() - 1);
        steps.add(new StepNote(now.step(), now.total(), now.done() + 1, null));
        if (System.nanoTime() - written > 1_000_000_000L) write();
    }

    @Override
    public synchronized void end(String step, String summary) {
        shown.end(step, summary);
        StepNote now = steps.isEmpty() ? null : steps.get(steps.size() - 1);
        if (now != null && now.isOpen(step)) steps.remove(steps.size() - 1);
        steps.add(new StepNote(step, now == null ? 0 : now.total(), now == null ? 0 : now.done(), summary));
        write();
    }

    synchronized void close(@Nullable Fault fault) {
        String ended = LocalDateTime.now(ZoneId.systemDefault())
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        note = new Note(
                note.job(),
                note.process(),
                note.asOf(),
                note.started(),
                ended,
                fault == null ? "done" : "failed",
                fault == null ? null : fault.getMessage(),
                steps);
        write();
    }

    /// All that is known of the run, for a machine.
    synchronized String json() {
        return JSON.writeValueAsString(note);
    }

    /// The note is for who looks; no work hangs on it, and none is ended because it cannot be written.
    private void write() {
        try {
            Files.createDirectories(file.getParent());
            WholeFile.write(file, JSON.writeValueAsString(note));
            written = System.nanoTime();
        } catch (IOException e) {
            LOG.warn("{}: its note cannot be written: {}", note.job(), e.toString());
        }
    }
}
