package org.huboutcomes.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import tools.jackson.databind.json.JsonMapper;

/// Reads only files that a run leaves beside the store, so that it answers while a night holds the store.
@Command(
        name = "status",
        description = "The last runs, and what waits in the import folder; answers during a night too.")
final class StatusCommand implements Callable<Integer> {

    private static final int RUNS = 5;

    private final Commands door;

    StatusCommand(Commands door) {
        this.door = door;
    }

    private record Status(boolean running, List<RunNote.Note> runs, List<String> waiting) {}

    @Override
    public Integer call() throws Exception {
        Workspace workspace = door.workspace().orRefuse();
        List<RunNote.Note> runs = lastRuns(workspace);
        Status status = new Status(runs.stream().anyMatch(RunNote.Note::runs), runs, waiting(workspace));
        if (door.json()) door.out().println(new JsonMapper().writeValueAsString(status));
        else tell(status);
        return ExitCode.DONE.number();
    }

    private static List<RunNote.Note> lastRuns(Workspace workspace) throws IOException {
        Path folder = workspace.logs().resolve("runs");
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> notes = Files.list(folder)) {
            return notes.filter(note -> note.toString().endsWith(".json")
                            && !note.getFileName().toString().startsWith("."))
                    .sorted(Comparator.reverseOrder())
                    .limit(RUNS)
                    .map(RunNote::read)
                    .toList();
        }
    }

    private static List<String> waiting(Workspace workspace) throws IOException {
        try (Stream<Path> files = Files.walk(workspace.importFolder())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> workspace.importFolder().relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private void tell(Status status) {
        if (status.runs().isEmpty()) door.out().println("No run yet.");
        for (RunNote.Note run : status.runs()) {
            String became = run.wasKilled() ? "cut short; run it again, nothing was lost" : run.status();
            door.out().println(run.started() + "  " + run.job() + " as of " + run.asOf() + ": " + became);
            for (RunNote.StepNote step : run.steps())
                door.out()
                        .println("    " + step.step() + ": "
                                + (step.summary() == null ? step.done() + " of " + step.total() : step.summary()));
            if (run.fault() != null) door.out().println("    " + run.fault());
        }
        door.out()
                .println(
                        status.waiting().isEmpty()
                                ? "Nothing waits in the import folder."
                                : status.waiting().size() + " in the import folder: "
                                        + String.join(", ", status.waiting()));
    }
}
