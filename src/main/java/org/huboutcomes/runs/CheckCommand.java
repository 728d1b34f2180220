package org.huboutcomes.runs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.huboutcomes.returns.Finding;
import org.huboutcomes.returns.ReturnTypes;
import org.huboutcomes.returns.ScreenedFile;
import org.huboutcomes.returns.ScreenedSheet;
import org.huboutcomes.returns.Screening;
import org.huboutcomes.tables.StoredRegisters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(name = "check", description = "Findings without loading; ends with 1 when there are errors.")
final class CheckCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "files as they would be dropped")
    private List<Path> files = List.of();

    private final Commands door;

    CheckCommand(Commands door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        boolean errors = false;
        try (OpenWorkspace open = OpenWorkspace.open(door.workspace(), door.catalogue())) {
            Screening screening = new Screening(ReturnTypes.of(open.catalogue()), Steps.limits(open.catalogue()));
            StoredRegisters registers = new StoredRegisters(open.store());
            for (Path file : files) {
                if (!Files.isRegularFile(file)) throw new Fault(ExitCode.WRONG_USE, "There is no file " + file + ".");
                ScreenedFile screened =
                        screening.screen(file, file.getFileName().toString(), registers);
                tell(file, screened);
                errors |= all(screened).stream().anyMatch(Finding::isError);
            }
        }
        return (errors ? ExitCode.ERRORS_IN_RETURNS : ExitCode.DONE).number();
    }

    private static List<Finding> all(ScreenedFile file) {
        return java.util.stream.Stream.concat(
                        file.findings().stream(), file.sheets().stream().flatMap(sheet -> sheet.findings().stream()))
                .toList();
    }

    private void tell(Path file, ScreenedFile screened) {
        if (door.json()) {
            door.out().println(new JsonMapper().writeValueAsString(all(screened)));
            return;
        }
        door.out().println(file + ": " + screened.status().name().toLowerCase(java.util.Locale.ROOT));
        screened.findings().forEach(finding -> tell("  ", finding));
        for (ScreenedSheet sheet : screened.sheets()) {
            String as = sheet.type() == null
                    ? "not a return"
                    : sheet.type().title() + ", " + sheet.tally().accepted() + " of "
                            + sheet.tally().read() + " rows accepted";
            door.out().println("  " + sheet.name() + ": " + as);
            sheet.findings().forEach(finding -> tell("    ", finding));
        }
    }

    private void tell(String indent, Finding finding) {
        String cell = finding.cell() == null ? "" : finding.cell() + ": ";
        door.out().println(indent + finding.severity().word() + " " + cell + finding.message());
    }
}
