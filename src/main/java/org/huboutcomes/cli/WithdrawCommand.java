package org.huboutcomes.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.huboutcomes.batch.RunRequest;
import org.huboutcomes.files.ControlChars;
import org.huboutcomes.files.Sha256;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.tables.Submission;
import org.huboutcomes.tables.Withdrawals;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.OpenWorkspace;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "withdraw",
        description = "Withdraws a wrong submission and restores the previous one; both get a receipt.")
final class WithdrawCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SUBMISSION|FILE", description = "the number of the submission, or its file")
    private String which = "";

    @Option(
            names = "--why",
            required = true,
            paramLabel = "REASON",
            description = "the reason, printed on the receipts")
    private String why = "";

    private final GlobalOptions options;

    WithdrawCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        if (why.isBlank()) throw new Fault(ExitCode.WRONG_USE, "Give the reason with --why.");
        Submission submission;
        List<String> back;
        try (OpenWorkspace open = OpenWorkspace.open(options.workspace(), options.catalogue())) {
            Withdrawals withdrawals = new Withdrawals(open.store(), ReturnTypes.of(open.catalogue()));
            Submission found = find(withdrawals);
            submission = found;
            back = Objects.requireNonNull(new TransactionTemplate(open.store().transactions())
                    .execute(status -> withdrawals.withdraw(found, options.asOf(), why.strip())));
        }
        print(submission, back);
        new JobConsole(options, false).run(RunRequest.of("withdraw", options.asOf()));
        return ExitCode.DONE.number();
    }

    private void print(Submission submission, List<String> back) {
        if (options.json()) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("submission", submission.number());
            result.put("file", submission.fileName());
            result.put("withdrawn", options.asOf().toString());
            result.put("why", why.strip());
            result.put("in_force_again", back);
            options.out().println(new JsonMapper().writeValueAsString(result));
            return;
        }
        String again =
                back.isEmpty() ? "There is no earlier submission." : "In force again: " + String.join(", ", back) + ".";
        options.out()
                .println(ControlChars.inOneLine(
                        "Withdrawn: submission " + submission.number() + ", " + submission.fileName() + ". " + again));
    }

    private Submission find(Withdrawals withdrawals) throws IOException {
        Path file = Path.of(which);
        String asked = Files.isRegularFile(file) ? Sha256.of(file) : which;
        return withdrawals
                .find(asked)
                .or(() -> withdrawals.find(which))
                .orElseThrow(() -> new Fault(
                        ExitCode.WRONG_USE,
                        "No submission in force has the number or file \"" + which
                                + "\"; use a number or file name shown by `status`."));
    }
}
