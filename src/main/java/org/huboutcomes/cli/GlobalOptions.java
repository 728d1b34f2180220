package org.huboutcomes.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.files.SafeFileName;
import org.huboutcomes.workspace.LogFormat;
import org.huboutcomes.workspace.Operator;
import org.huboutcomes.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The options of every command, and the output streams.
final class GlobalOptions {

    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "the workspace (default: ${DEFAULT-VALUE})")
    private Path workspace = Path.of("workspace");

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            scope = ScopeType.INHERIT,
            description = "the day of the run, such as 2026-11-22, used for all dates in outputs (default: today)")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--catalogue",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "use the catalogue in this folder instead of the built-in one")
    private @Nullable Path catalogue;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "print results as JSON")
    private boolean json;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "show the stack trace of a fault")
    private boolean debug;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    /// Sets the folder and the format of the log file. The logging system reads them once, at the first message of
    /// any library, so this is called before the command.
    ///
    /// @param isWorker whether the log is a worker's: several machines cannot write to one file
    void nameLogs(boolean isWorker) {
        Path logs = workspace().logs();
        Path own = isWorker
                ? logs.resolve("worker-" + SafeFileName.of(Operator.current().host()))
                : logs;
        System.setProperty("hub-outcomes.logs", own.toString());
        System.setProperty("hub-outcomes.log-format", LogFormat.of(workspace()).code());
    }

    Workspace workspace() {
        return new Workspace(workspace);
    }

    Catalogue catalogue() {
        return catalogue == null ? Catalogue.packaged() : Catalogue.in(catalogue);
    }

    LocalDate asOf() {
        return asOf == null ? LocalDate.now(ZoneId.of("Europe/London")) : asOf;
    }

    boolean json() {
        return json;
    }

    boolean debug() {
        return debug;
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }
}
