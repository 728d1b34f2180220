package org.huboutcomes.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.files.ControlChars;
import org.huboutcomes.intake.JournalFault;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.OpenWorkspace;
import org.huboutcomes.workspace.Workspace;
import org.huboutcomes.workspace.WorkspaceVerification;
import org.huboutcomes.workspace.WorkspaceVerification.Problem;
import picocli.CommandLine.Command;

@Command(
        name = "doctor",
        description =
                "Verifies the store, the settings, and each file of the archive, the editions, the kept nights and the published folder; says how to repair.",
        footer = "Example: hub-outcomes -w workspace doctor")
final class DoctorCommand implements Callable<Integer> {

    private final GlobalOptions options;

    DoctorCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws IOException {
        Workspace workspace = options.workspace().requireExists();
        // A problem found in several parts is reported once.
        Set<String> wrong = new LinkedHashSet<>(store(workspace));
        WorkspaceVerification verification = new WorkspaceVerification(workspace);
        wrong.addAll(report("archive", verification::archive));
        wrong.addAll(report("editions", verification::editions));
        wrong.addAll(report("nights", verification::nights));
        wrong.addAll(report("published", verification::published));
        long free = Files.getFileStore(workspace.root()).getUsableSpace() >> 20;
        options.out().println("disk: " + free + " MB free");
        options.out()
                .println("program: " + Commands.VERSION + ", Java "
                        + Runtime.version().feature());
        wrong.forEach(sentence -> options.out().println(ControlChars.inOneLine(sentence)));
        return (wrong.isEmpty() ? ExitCode.DONE : ExitCode.INVALID_SETUP).number();
    }

    /// Reads the store and the settings as a run does.
    ///
    /// @throws Fault with exit code 4 if a run is in progress, because its files are not complete
    private List<String> store(Workspace workspace) throws IOException {
        try (OpenWorkspace open = OpenWorkspace.open(workspace, options.catalogue())) {
            options.out().println("store and settings: in order");
            return List.of();
        } catch (RuntimeException e) {
            Fault fault = Fault.of(e);
            if (fault.exitCode() == ExitCode.WORKSPACE_LOCKED) throw fault;
            options.out().println("store and settings: not in order");
            return List.of(String.valueOf(fault.getMessage()));
        }
    }

    /// Looks for problems in one part of the workspace.
    @FunctionalInterface
    private interface Search {
        List<Problem> problems() throws IOException;
    }

    private List<String> report(String what, Search search) throws IOException {
        try {
            List<Problem> problems = search.problems();
            options.out()
                    .println(what + ": "
                            + (problems.isEmpty()
                                    ? "in order"
                                    : EnglishFormat.counted(problems.size(), "file is", "files are")
                                            + " not in order"));
            return problems.stream().map(problem -> problem + ".").toList();
        } catch (JournalFault damaged) {
            options.out().println(what + ": not verified");
            return List.of(String.valueOf(damaged.getMessage()));
        }
    }
}
