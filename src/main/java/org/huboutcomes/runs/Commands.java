package org.huboutcomes.runs;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import javax.xml.transform.TransformerFactory;
import org.huboutcomes.catalogue.Catalogue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The command line: its options for all commands, and what is said when one cannot be carried out.
@Command(
        name = "hub-outcomes",
        description = "Implementation outcomes of school hub networks, from returned spreadsheets to reports.",
        mixinStandardHelpOptions = true,
        version = "hub-outcomes 1.0.0",
        subcommands = {
            InitCommand.class,
            DemoCommand.class,
            ImportCommand.class,
            NightlyCommand.class,
            AnnualCommand.class,
            CheckCommand.class,
            StatusCommand.class,
            PreviewCommand.class,
            ExplainCommand.class,
            ScheduleCommand.class,
            CompareCommand.class,
            TemplateCommand.class,
            WithdrawCommand.class
        })
public final class Commands {

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
            description =
                    "the day of the run, such as 2026-11-22 (default: today); every date in an output comes from it")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--catalogue",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "read the catalogue from this folder, not from the program")
    private @Nullable Path catalogue;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "print results as JSON")
    private boolean json;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "show the stack trace of a fault")
    private boolean debug;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    private Commands() {}

    /// Carries out one command.
    ///
    /// @return its exit code
    public static int run(String... arguments) {
        // Messages and numbers are British wherever the program runs.
        Locale.setDefault(Locale.UK);
        // Asked for once for every part of every workbook, and searched for in all jars each time unless it is named.
        System.setProperty(
                TransformerFactory.class.getName(),
                TransformerFactory.newDefaultInstance().getClass().getName());
        // The log is set up by its own file, which says nothing on the terminal; Spring would, about a disk that is
        // full.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        Commands commands = new Commands();
        CommandLine line = new CommandLine(commands, new Factory(commands));
        line.registerConverter(LocalDate.class, Commands::day);
        line.setExecutionExceptionHandler((thrown, command, parsed) -> commands.tell(thrown));
        line.setParameterExceptionHandler((wrong, unparsed) -> {
            commands.err.println(wrong.getMessage());
            commands.err.println("Try: hub-outcomes --help");
            return ExitCode.WRONG_USE.number();
        });
        try {
            return line.execute(arguments);
        } catch (StackOverflowError | OutOfMemoryError | LinkageError e) {
            // picocli passes errors on, and Java would end with 1: that is, errors in returns.
            return commands.tell(e);
        }
    }

    private static LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException e) {
            throw new CommandLine.TypeConversionException("\"" + written + "\" is no day; write it as 2026-11-22.");
        }
    }

    private int tell(Throwable thrown) {
        Fault fault = Fault.of(thrown);
        err.println(fault.getMessage());
        if (debug) thrown.printStackTrace(err);
        return fault.exitCode().number();
    }

    Workspace workspace() {
        Workspace asked = new Workspace(workspace);
        // Before the first line is logged: the log's place is read once.
        System.setProperty("hub-outcomes.logs", asked.logs().toString());
        return asked;
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

    PrintStream out() {
        return out;
    }

    /// Holds the workspace and runs one job to its end, telling how far it is.
    void runJob(Workspace workspace, Run run) throws Exception {
        runJob(workspace, run, json);
    }

    /// @param tells whether the run's note is printed: not where a command prints a result of its own
    void runJob(Workspace workspace, Run run, boolean tells) throws Exception {
        try (OpenWorkspace open = OpenWorkspace.open(workspace, catalogue())) {
            RunNote note = new RunNote(workspace, run, new ConsoleProgress(err, System.console() != null));
            Fault fault = null;
            try {
                new Jobs(open, note).run(run);
            } catch (Exception | Error e) {
                fault = Fault.of(e);
                throw fault;
            } finally {
                note.close(fault);
                if (tells) out.println(note.json());
            }
        }
    }

    /// Gives every command its front door.
    private record Factory(Commands commands) implements CommandLine.IFactory {

        @Override
        public <K> K create(Class<K> type) throws Exception {
            try {
                return type.getDeclaredConstructor(Commands.class).newInstance(commands);
            } catch (NoSuchMethodException noCommand) {
                return CommandLine.defaultFactory().create(type);
            }
        }
    }
}
