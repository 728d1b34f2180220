package org.huboutcomes.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.files.ControlChars;
import org.huboutcomes.intake.Arrivals;
import org.huboutcomes.workspace.Editions;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.RunLog;
import org.huboutcomes.workspace.Settings;
import org.huboutcomes.workspace.Workspace;
import org.huboutcomes.workspace.WorkspaceStamp;
import org.huboutcomes.workspace.WorkspaceStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/// Reads only files that runs write next to the store, so it also works during a run.
@Command(
        name = "status",
        description =
                "Shows the last runs, pending files, findings, missing returns and hubs of unknown networks; also works during a run.",
        footer = "Example: hub-outcomes -w workspace status")
final class StatusCommand implements Callable<Integer> {

    private static final int RUNS = 5;

    private final GlobalOptions options;

    @Option(
            names = "--layouts",
            description =
                    "Lists the arrangements of headings that hubs have confirmed, which are read at once; withdraw FILE forgets those that FILE confirmed.")
    private boolean layouts;

    StatusCommand(GlobalOptions options) {
        this.options = options;
    }

    /// @param waiting the files in the import folder
    /// @param why the reason why each of them is still there
    /// @param editions one sentence for each file of an edition that has changed since it was frozen
    private record Status(
            boolean running,
            List<RunLog.RunRecord> runs,
            List<String> waiting,
            Map<String, String> why,
            List<String> editions,
            WorkspaceStatus submissions) {}

    @Override
    public Integer call() throws IOException {
        Workspace workspace = options.workspace().requireExists();
        List<RunLog.RunRecord> runs = RunLog.last(workspace, RUNS);
        SortedMap<String, String> left = Arrivals.left(workspace.importFolder());
        Status status = new Status(
                runs.stream().anyMatch(RunLog.RunRecord::stillRuns),
                runs,
                List.copyOf(left.keySet()),
                left,
                new Editions(workspace)
                        .verify().stream().map(problem -> problem + ".").toList(),
                WorkspaceStatus.read(workspace).orElse(WorkspaceStatus.NONE));
        RuntimeException wrong = wrongSetting(workspace);
        if (layouts && !options.json()) {
            print(status.submissions().layouts());
            return ExitCode.DONE.number();
        }
        if (options.json()) options.out().println(new JsonMapper().writeValueAsString(status));
        else print(status);
        new WorkspaceStamp(workspace).refuseMissingStore();
        if (wrong != null) throw wrong;
        return (status.editions().isEmpty() ? ExitCode.DONE : ExitCode.INVALID_SETUP).number();
    }

    /// The setting that a run would refuse. It is reported last, so that the rest is printed first.
    private static @Nullable RuntimeException wrongSetting(Workspace workspace) throws IOException {
        try {
            Settings.of(workspace);
            return null;
        } catch (Fault | CatalogueFault wrong) {
            return wrong;
        }
    }

    private void print(Status status) {
        if (status.runs().isEmpty()) line("No runs yet.");
        status.runs().forEach(this::print);
        if (status.waiting().isEmpty()) line("The import folder is empty.");
        else line(status.waiting().size() + " in the import folder:");
        status.why().forEach((file, reason) -> line("    " + file + ": " + reason));
        print(status.submissions());
        if (!status.editions().isEmpty()) line("Editions that are not as they were frozen:");
        status.editions().forEach(sentence -> line("    " + sentence));
    }

    private void print(List<WorkspaceStatus.Layout> layouts) {
        if (layouts.isEmpty()) line("No arrangement of headings has been confirmed.");
        for (WorkspaceStatus.Layout one : layouts)
            line(one.layout() + "  " + one.hub() + ", " + one.returnName() + ": " + String.join(", ", one.columns())
                    + " (by " + one.submission() + " " + one.file() + ", " + one.since() + ")");
    }

    private void print(RunLog.RunRecord run) {
        String end = run.status() + (run.wasCutShort() ? "; nothing was lost, run it again" : "");
        line(run.started() + "  " + run.job() + " as of " + run.asOf() + ": " + end);
        for (RunLog.StepRecord step : run.steps())
            line("    " + step.step() + ": "
                    + (step.summary() == null ? step.done() + " of " + step.total() : step.summary()));
        if (run.fault() != null) line("    " + run.fault());
    }

    /// Registers and lists that are missing, and what cannot be read or counted without them.
    static List<String> missingLists(WorkspaceStatus submissions) {
        List<String> lines = new ArrayList<>();
        if (!submissions.lists().isEmpty())
            lines.add("Registers and lists not received: " + String.join(", ", submissions.lists()) + ".");
        if (!submissions.waiting().isEmpty()) lines.add("Waiting for the school register or the list of hubs:");
        for (WorkspaceStatus.Waiting one : submissions.waiting())
            lines.add("    " + one.submission() + " " + one.file() + ", since " + one.since());
        return lines;
    }

    private void print(WorkspaceStatus submissions) {
        missingLists(submissions).forEach(this::line);
        if (!submissions.returned().isEmpty()) line("Returned, and not yet corrected or explained:");
        for (WorkspaceStatus.Returned one : submissions.returned())
            line("    " + one.submission() + " " + one.file() + ", " + (one.hub() == null ? "hub unknown" : one.hub())
                    + (one.year() == null ? "" : " " + label(one.year())) + ", " + one.status() + ": "
                    + number(one.errors(), "error", "errors") + ", " + number(one.queries(), "query", "queries"));
        if (!submissions.missing().isEmpty()) line("Returns not received:");
        for (WorkspaceStatus.Missing one : submissions.missing())
            line("    " + one.hub() + " " + label(one.year()) + ": " + String.join(", ", one.returns()) + due(one));
        if (!submissions.unknownNetworks().isEmpty())
            line("Unknown network; these hubs are in no figure and are not expected to send returns:");
        for (WorkspaceStatus.UnknownNetwork one : submissions.unknownNetworks())
            line("    " + one.hubs() + ": " + one.network() + " (nearest: " + one.nearest() + ")");
        if (!submissions.withdrawn().isEmpty()) line("Withdrawn:");
        for (WorkspaceStatus.Withdrawn one : submissions.withdrawn())
            line("    " + one.submission() + " " + one.file() + ", " + one.on() + ": " + one.why());
    }

    private static String due(WorkspaceStatus.Missing missing) {
        if (missing.due() == null) return "";
        return " (" + (missing.overdue() ? "was due " : "due ") + EnglishFormat.day(LocalDate.parse(missing.due()))
                + ")";
    }

    private static String number(int count, String one, String several) {
        return count + " " + (count == 1 ? one : several);
    }

    private static String label(int period) {
        return AcademicYear.ofPeriod(period).label();
    }

    /// Prints text on one line, because a file name may contain any character.
    private void line(String text) {
        options.out().println(ControlChars.inOneLine(text));
    }
}
