package org.huboutcomes.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.huboutcomes.batch.RunRequest;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.Settings;
import org.huboutcomes.workspace.Workspace;
import picocli.CommandLine.Command;

@Command(
        name = "demo",
        description = "Creates a workspace with the sample data, and runs the nightly and annual jobs.",
        footer = "Example: hub-outcomes demo")
final class DemoCommand implements Callable<Integer> {

    private final GlobalOptions options;

    DemoCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        Path samples = Path.of(System.getProperty("hub-outcomes.home", ".")).resolve("sample-data");
        if (!Files.isDirectory(samples))
            throw new Fault(
                    ExitCode.INVALID_SETUP,
                    "There is no folder " + samples.toAbsolutePath().normalize()
                            + "; run the demo from the project's folder.");
        Workspace workspace = options.workspace();
        workspace.make(Settings.documented());
        AcademicYear last = drop(samples, workspace.importFolder());
        new JobConsole(options).run(RunRequest.of("nightly", options.asOf()));
        new JobConsole(options).run(RunRequest.annual(last, List.of(), options.asOf()));
        printWhereToLook(workspace);
        return ExitCode.DONE.number();
    }

    /// Copies sample data to the import folder: the registers, and a folder for each year.
    ///
    /// @return the last year
    private static AcademicYear drop(Path samples, Path importFolder) throws IOException {
        AcademicYear last = null;
        for (Path folder : sorted(samples)) {
            String name = folder.getFileName().toString();
            AcademicYear year = AcademicYear.parse(name).orElse(null);
            if (year == null && !name.equals("registers")) continue;
            if (year != null) last = year;
            for (Path file : sorted(folder))
                Files.copy(
                        file,
                        importFolder.resolve(file.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES);
        }
        if (last == null)
            throw new Fault(ExitCode.INVALID_SETUP, samples + " has no folder for a year, such as 2022-23.");
        return last;
    }

    private static List<Path> sorted(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        }
    }

    private void printWhereToLook(Workspace workspace) {
        options.out()
                .println(String.format(
                        Locale.ROOT,
                        """

                Where to look:
                  %s    a report and a data pack for each hub, by year
                  %s    every figure, with its interval and symbol
                  %s    what went back to each hub: receipts, with the reasons""",
                        workspace.published().resolve("hubs"),
                        workspace.published().resolve("indicators.csv"),
                        workspace.returned()));
    }
}
