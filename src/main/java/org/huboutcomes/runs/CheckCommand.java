package org.huboutcomes.runs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.huboutcomes.intake.Visible;
import org.huboutcomes.receipts.Receipt;
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
            Trial trial = new Trial(open);
            for (Path file : files)
                if (!Files.isRegularFile(file)) throw new Fault(ExitCode.WRONG_USE, "There is no file " + file + ".");
            for (Receipt receipt : trial.of(files, door.asOf())) {
                if (door.json()) door.out().println(new JsonMapper().writeValueAsString(receipt));
                else tell(receipt);
                errors |= receipt.hasErrors();
            }
        }
        return (errors ? ExitCode.ERRORS_IN_RETURNS : ExitCode.DONE).number();
    }

    private void tell(Receipt receipt) {
        door.out().println(Visible.inOneLine(receipt.file()) + ": " + receipt.status());
        receipt.findings().forEach(note -> tell("  ", note));
        for (Receipt.Part sheet : receipt.sheets()) {
            String as = sheet.returnName() == null
                    ? "not a return"
                    : "%s, %d of %d rows accepted"
                            .formatted(
                                    sheet.returnName(),
                                    sheet.rows().get("accepted"),
                                    sheet.rows().get("read"));
            door.out().println("  " + Visible.inOneLine(sheet.sheet()) + ": " + as);
            sheet.findings().forEach(note -> tell("    ", note));
        }
    }

    private void tell(String indent, Receipt.Note note) {
        String cell = note.cell() == null ? "" : note.cell() + ": ";
        door.out().println(indent + note.severity() + " " + cell + note.message());
    }
}
