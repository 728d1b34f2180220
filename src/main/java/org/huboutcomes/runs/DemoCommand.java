package org.huboutcomes.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.huboutcomes.returns.AcademicYear;
import picocli.CommandLine.Command;

@Command(name = "demo", description = "Makes a workspace from sample-data, runs the night and the annual reports.")
final class DemoCommand implements Callable<Integer> {

    private final Commands door;

    DemoCommand(Commands door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        Path samples = Path.of(System.getProperty("hub-outcomes.home", ".")).resolve("sample-data");
        if (!Files.isDirectory(samples))
            throw new Fault(
                    ExitCode.NOT_IN_ORDER,
                    "There is no folder " + samples.toAbsolutePath().normalize()
                            + "; run the demo from the project's folder.");
        Workspace workspace = door.workspace();
        workspace.make(Settings.documented());
        AcademicYear last = drop(samples, workspace.importFolder());
        door.runJob(workspace, new Run("nightly", door.asOf(), null, List.of()));
        door.runJob(workspace, new Run("annual", door.asOf(), last, List.of()));
        tell(workspace, last);
        return ExitCode.DONE.number();
    }

    /// Copies what analysts would have dropped: the registers, and a folder a year.
    ///
    /// @return the last year there is
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
            throw new Fault(ExitCode.NOT_IN_ORDER, samples + " has no folder of a year, such as 2022-23.");
        return last;
    }

    private static List<Path> sorted(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        }
    }

    private void tell(Workspace workspace, AcademicYear year) {
        door.out()
                .println(String.format(
                        Locale.ROOT,
                        """

                Where to look:
                  %s    a report for each hub
                  %s    every figure, with its interval and symbol
                  %s    what went back to each hub: receipts, with the reasons""",
                        workspace.published().resolve("reports").resolve(String.valueOf(year.timePeriod())),
                        workspace.published().resolve("indicators.csv"),
                        workspace.returned()));
    }
}
