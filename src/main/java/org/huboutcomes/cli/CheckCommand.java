package org.huboutcomes.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.huboutcomes.batch.DryRun;
import org.huboutcomes.files.ControlChars;
import org.huboutcomes.receipts.Cause;
import org.huboutcomes.receipts.Receipt;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.OpenWorkspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "check",
        description = "Prints the findings in files without importing them; exits with 1 if there are errors.",
        footer = "Example: hub-outcomes -w workspace check return.xlsx")
final class CheckCommand implements Callable<Integer> {

    /// How many places are printed for one cause.
    private static final int PLACES = 5;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "the files to check")
    private List<Path> files = List.of();

    @Option(names = "--all", description = "print each finding, and not once for each cause")
    private boolean all;

    private final GlobalOptions options;

    CheckCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        boolean errors;
        try (OpenWorkspace open =
                OpenWorkspace.openToRead(options.workspace(), options.catalogue(), options.err()::println)) {
            DryRun dryRun = new DryRun(open);
            for (Path file : files) if (!Files.isRegularFile(file)) throw missing(file);
            List<Receipt> receipts = dryRun.of(files, options.asOf());
            if (options.json()) options.out().println(new JsonMapper().writeValueAsString(Map.of("files", receipts)));
            else receipts.forEach(this::print);
            errors = receipts.stream().anyMatch(Receipt::hasErrors);
        }
        return (errors ? ExitCode.ERRORS_IN_RETURNS : ExitCode.DONE).number();
    }

    private void print(Receipt receipt) {
        options.out().println(ControlChars.inOneLine(receipt.file()) + ": " + receipt.status());
        print("  ", receipt.findings());
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
            print("    ", sheet.findings());
        }
    }

    /// Prints findings grouped by cause, with their number and the first places.
    private void print(String indent, List<Receipt.Note> notes) {
        for (Cause cause : Cause.of(notes)) {
            int number = cause.notes().size();
            if (all || number == 1) cause.notes().forEach(note -> print(indent, note));
            else {
                List<String> places = cause.notes().stream()
                        .map(cause::place)
                        .filter(place -> !place.isEmpty())
                        .toList();
                String more = places.size() > PLACES ? ", ..." : "";
                String where = places.isEmpty()
                        ? ""
                        : " (" + String.join(", ", places.subList(0, Math.min(PLACES, places.size()))) + more + ")";
                boolean isSame = cause.notes().stream()
                                .map(Receipt.Note::message)
                                .distinct()
                                .count()
                        == 1;
                options.out()
                        .println(indent + cause.first().severity() + " " + number + " times" + where
                                + (isSame ? ": " : "; the first: ")
                                + cause.first().message());
            }
        }
    }

    private void print(String indent, Receipt.Note note) {
        String cell = note.cell() == null ? "" : note.cell() + ": ";
        options.out().println(indent + note.severity() + " " + cell + note.message());
    }

    private static Fault missing(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder))
            return new Fault(ExitCode.WRONG_USE, "There is no folder " + folder + ".");
        try (Stream<Path> beside = Files.list(folder)) {
            return Nearest.fault(
                    "There is no file " + file,
                    String.valueOf(file.getFileName()),
                    beside.filter(Files::isRegularFile)
                            .map(one -> one.getFileName().toString())
                            .toList(),
                    "name a file with its folder");
        }
    }
}
