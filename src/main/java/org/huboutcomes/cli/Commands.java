package org.huboutcomes.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Objects;
import javax.xml.transform.TransformerFactory;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.Operator;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ScopeType;

/// The command line. A command that fails prints one sentence and sets the exit code.
@Command(
        name = "hub-outcomes",
        description = "Implementation outcomes of school hub networks, from returned spreadsheets to reports.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = Commands.VERSION,
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
            WorkerCommand.class,
            CompareCommand.class,
            CasesCommand.class,
            TemplateCommand.class,
            WithdrawCommand.class,
            ForgetCommand.class,
            EditionsCommand.class,
            RehearseCommand.class,
            DoctorCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            AutoComplete.GenerateCompletion.class,
            CommandLine.HelpCommand.class
        })
public final class Commands {

    static final String VERSION = "hub-outcomes " + Operator.VERSION;

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    private Commands() {}

    /// Runs one command.
    ///
    /// @return its exit code
    public static int run(String... arguments) {
        // Messages and numbers are in British English on any computer.
        Locale.setDefault(Locale.UK);
        // POI looks this class up for every part of every workbook; without the name it searches all jars each time.
        System.setProperty(
                TransformerFactory.class.getName(),
                TransformerFactory.newDefaultInstance().getClass().getName());
        // logback.xml configures logging. Spring's own set-up would print to the terminal when the disk is full.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        Commands commands = new Commands();
        GlobalOptions options = commands.options;
        CommandLine line = new CommandLine(commands, new CommandFactory(options));
        line.registerConverter(LocalDate.class, Commands::day);
        example(line, "generate-completion", "source <(hub-outcomes generate-completion)");
        example(line, "help", "hub-outcomes help nightly");
        line.setExecutionStrategy(parsed -> {
            boolean isWorker =
                    parsed.hasSubcommand() && parsed.subcommand().commandSpec().userObject() instanceof WorkerCommand;
            options.nameLogs(isWorker);
            return new CommandLine.RunLast().execute(parsed);
        });
        line.setExecutionExceptionHandler((thrown, command, parsed) -> printFault(options, thrown));
        line.setParameterExceptionHandler((wrong, unparsed) -> {
            options.err().println(wrong.getMessage());
            options.err()
                    .println("Try: " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            return ExitCode.WRONG_USE.number();
        });
        try {
            return line.execute(arguments);
        } catch (StackOverflowError | OutOfMemoryError | LinkageError e) {
            // picocli does not catch errors, and Java would then exit with 1, which means errors in returns.
            return printFault(options, e);
        }
    }

    /// Adds an example to a command that picocli provides.
    private static void example(CommandLine line, String command, String example) {
        CommandLine subcommand = Objects.requireNonNull(line.getSubcommands().get(command));
        subcommand.getCommandSpec().usageMessage().footer("Example: " + example);
    }

    private static LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException e) {
            throw new CommandLine.TypeConversionException("\"" + written + "\" is not a date; write it as 2026-11-22.");
        }
    }

    private static int printFault(GlobalOptions options, Throwable thrown) {
        Fault fault = Fault.of(thrown);
        options.err().println(fault.getMessage());
        if (options.debug()) thrown.printStackTrace(options.err());
        return fault.exitCode().number();
    }

    /// Creates the commands and passes the global options to each.
    private record CommandFactory(GlobalOptions options) implements CommandLine.IFactory {

        @Override
        public <K> K create(Class<K> type) throws Exception {
            try {
                return type.getDeclaredConstructor(GlobalOptions.class).newInstance(options);
            } catch (NoSuchMethodException noCommand) {
                return CommandLine.defaultFactory().create(type);
            }
        }
    }
}
