package org.huboutcomes.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.intake.Arrivals;
import org.huboutcomes.intake.Visible;
import org.huboutcomes.returns.AcademicYear;
import picocli.CommandLine.Command;
import tools.jackson.databind.json.JsonMapper;

/// Reads only files that a run leaves beside the store, so that it answers while a night holds the store.
@Command(
        name = "status",
        description =
                "The last runs, what waits, what was returned to whom, which returns are missing; answers during a night too.")
final class StatusCommand implements Callable<Integer> {

    private static final int RUNS = 5;

    private final Commands door;

    StatusCommand(Commands door) {
        this.door = door;
    }

    /// @param why for each file in the import folder, why it is still there
    private record Status(
            boolean running,
            List<RunNote.Note> runs,
            List<String> waiting,
            Map<String, String> why,
            Standing standing) {}

    @Override
    public Integer call() throws Exception {
        Workspace workspace = door.workspace().orRefuse();
        List<RunNote.Note> runs = lastRuns(workspace);
        SortedMap<String, String> left = Arrivals.left(workspace.importFolder());
        Status status = new Status(
                runs.stream().anyMatch(RunNote.Note::runs),
                runs,
                List.copyOf(left.keySet()),
                left,
                Standing.read(workspace).orElse(Standing.NONE));
        if (door.json()) door.out().println(new JsonMapper().writeValueAsString(status));
        else tell(status);
        return ExitCode.DONE.number();
    }

    private static List<RunNote.Note> lastRuns(Workspace workspace) throws IOException {
        Path folder = workspace.logs().resolve("runs");
        if (!Files.isDirectory(folder)) return List.of();
        boolean held = Held.isHeld(workspace);
        List<RunNote.Note> runs;
        try (Stream<Path> notes = Files.list(folder)) {
            runs = notes.filter(note -> note.toString().endsWith(".json")
                            && !note.getFileName().toString().startsWith("."))
                    .sorted(Comparator.reverseOrder())
                    .limit(RUNS)
                    .map(RunNote::read)
                    .collect(Collectors.toCollection(ArrayList::new));
        }
        // Only one has the workspace at a time, and the lock goes with its process, wherever and however that ends.
        for (int run = held ? 1 : 0; run < runs.size(); run++)
            runs.set(run, runs.get(run).over());
        return runs;
    }

    private void tell(Status status) {
        if (status.runs().isEmpty()) say("No run yet.");
        for (RunNote.Note run : status.runs()) {
            String became = run.status() + (run.wasCutShort() ? "; run it again, nothing was lost" : "");
            say(run.started() + "  " + run.job() + " as of " + run.asOf() + ": " + became);
            for (RunNote.StepNote step : run.steps())
                say("    " + step.step() + ": "
                        + (step.summary() == null ? step.done() + " of " + step.total() : step.summary()));
            if (run.fault() != null) say("    " + run.fault());
        }
        if (status.waiting().isEmpty()) say("Nothing waits in the import folder.");
        else say(status.waiting().size() + " in the import folder:");
        status.why().forEach((file, why) -> say("    " + file + ": " + why));
        tell(status.standing());
    }

    private void tell(Standing standing) {
        if (!standing.waiting().isEmpty()) say("Waiting for the school register or the list of hubs:");
        standing.waiting().forEach(one -> say("    " + one.submission() + " " + one.file() + ", since " + one.since()));
        if (!standing.returned().isEmpty()) say("Returned, and not yet corrected or explained:");
        standing.returned()
                .forEach(one -> say("    " + one.submission() + " " + one.file() + ", "
                        + (one.hub() == null ? "hub not known" : one.hub())
                        + (one.year() == null ? "" : " " + label(one.year()))
                        + ", " + one.status() + ": " + one.errors() + " errors, " + one.queries() + " queries"));
        if (!standing.missing().isEmpty()) say("Returns that have not come:");
        standing.missing()
                .forEach(one ->
                        say("    " + one.hub() + " " + label(one.year()) + ": " + String.join(", ", one.returns())));
        if (!standing.withdrawn().isEmpty()) say("Withdrawn:");
        standing.withdrawn()
                .forEach(one -> say("    " + one.submission() + " " + one.file() + ", " + one.on() + ": " + one.why()));
    }

    private static String label(int period) {
        return AcademicYear.ofPeriod(period).label();
    }

    /// A file may be called whatever its disk allows; it still has one line.
    private void say(String line) {
        door.out().println(Visible.inOneLine(line));
    }
}
