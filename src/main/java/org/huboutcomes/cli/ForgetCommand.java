package org.huboutcomes.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.huboutcomes.batch.RunRequest;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.files.ControlChars;
import org.huboutcomes.forget.Forgetting;
import org.huboutcomes.receipts.HubTemplates;
import org.huboutcomes.returns.Screening;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.values.Pseudonyms;
import org.huboutcomes.tables.StoredRegisters;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.OpenWorkspace;
import org.huboutcomes.workspace.PseudonymKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "forget",
        description =
                "Puts a random reference in the place of a person, in all rows and in the archived files of a hub. No"
                        + " figure changes. Run nightly afterwards, so that reports follow; backups made before still name"
                        + " the person.",
        footer = "Example: hub-outcomes -w workspace forget \"Jo Example\" --hub HUB")
final class ForgetCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PERSON", description = "the name or the reference, as the hub's returns write it")
    private String person = "";

    @Option(names = "--hub", required = true, paramLabel = "HUB", description = "the hub's code or name")
    private String hub = "";

    private final GlobalOptions options;

    ForgetCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        if (person.isBlank()) throw new Fault(ExitCode.WRONG_USE, "Give the name or the reference of the person.");
        new JobConsole(options, false).run(RunRequest.of("forget", options.asOf()), this::forget);
        return ExitCode.DONE.number();
    }

    private void forget(OpenWorkspace open) throws IOException {
        StoredRegisters registers = new StoredRegisters(open.store());
        String code = registers
                .findHub(hub)
                .orElseThrow(() -> Nearest.fault(
                        "The list of hubs has no hub \"" + hub + "\"",
                        hub,
                        registers.hubs(),
                        "use a hub's code or name"));
        Forgetting.Result result = forgetting(open).forget(code, person, options.asOf());
        // The name is not repeated, because the output may be kept in a log.
        if (result.isNothing()) {
            unread(result).forEach(options.err()::println);
            throw new Fault(
                    ExitCode.WRONG_USE,
                    "No return of " + code + " names this person; write the name or the reference as the hub does.");
        }
        print(result);
    }

    /// Creates what replaces people by references in a workspace.
    static Forgetting forgetting(OpenWorkspace open) throws IOException {
        ReturnTypes types = ReturnTypes.of(open.catalogue());
        Pseudonyms pseudonyms = new Pseudonyms(PseudonymKey.of(open.workspace()));
        return new Forgetting(
                open.store(),
                types,
                open.workspace().archive(),
                new Screening(types, open.limits().read(), pseudonyms),
                pseudonyms,
                hub -> List.of(
                        open.workspace().lastNight(),
                        HubTemplates.folder(open.workspace().returned(), hub)));
    }

    private void print(Forgetting.Result result) {
        if (options.json()) {
            Map<String, Object> printed = new LinkedHashMap<>();
            printed.put("reference", result.replacement());
            printed.put("rows", result.rows());
            printed.put("files", result.files());
            printed.put("unread", result.unread());
            options.out().println(new JsonMapper().writeValueAsString(printed));
            return;
        }
        options.out()
                .println("The person is now " + result.replacement() + " in "
                        + EnglishFormat.counted(result.rows(), "row", "rows") + " and "
                        + EnglishFormat.counted(result.files(), "archived file", "archived files") + ".");
        unread(result).forEach(options.out()::println);
    }

    private static List<String> unread(Forgetting.Result result) {
        return result.unread().stream()
                .map(file ->
                        ControlChars.inOneLine(file + " cannot be read, so it is in the archive as it was received."))
                .toList();
    }
}
