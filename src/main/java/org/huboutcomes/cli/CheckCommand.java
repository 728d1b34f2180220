package org.huboutcomes.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.huboutcomes.batch.DryRun;
import org.huboutcomes.files.ControlChars;
import org.huboutcomes.receipts.Receipt;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.OpenWorkspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "check",
        description = "Prints the findings in files without importing them; exits with 1 if there are errors.")
final class CheckCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "the files to check")
    private List<Path> files = List.of();

    private final GlobalOptions options;

    CheckCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        boolean errors = false;
        try (OpenWorkspace open = OpenWorkspace.open(options.workspace(), options.catalogue())) {
            DryRun dryRun = new DryRun(open);
            for (Path file : files)
                if (!Files.isRegularFile(file)) throw new Fault(ExitCode.WRONG_USE, "There is no file " + file + ".");
            for (Receipt receipt : dryRun.of(files, options.asOf())) {
                if (options.json()) options.out().println(new JsonMapper().writeValueAsString(receipt));
                else print(receipt);
                errors |= receipt.hasErrors();
            }
        }
        return (errors ? ExitCode.ERRORS_IN_RETURNS : ExitCode.DONE).number();
    }

    private void print(Receipt receipt) {
        options.out().println(ControlChars.inOneLine(receipt.file()) + ": " + receipt.status());
        receipt.findings().forEach(note -> print("  ", note));
        for (Receipt.Part sheet : receipt.sheets()) {
            String as = sheet.returnName() == null
                    ? "not a return"
                    : "%s, %d of %d rows accepted"
                            .formatted(
                                    sheet.returnName(),
                                    sheet.rows().get("accepted"),
                                    sheet.rows().get("read"));
            options.out().println("  " + ControlChars.inOneLine(sheet.sheet()) + ": " + as);
            for (String replaced : sheet.replacedLines())
                options.out().println("    " + ControlChars.inOneLine(replaced));
            sheet.findings().forEach(note -> print("    ", note));
        }
    }

    private void print(String indent, Receipt.Note note) {
        String cell = note.cell() == null ? "" : note.cell() + ": ";
        options.out().println(indent + note.severity() + " " + cell + note.message());
    }
}
