package org.huboutcomes.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.huboutcomes.intake.Fingerprint;
import org.huboutcomes.intake.Visible;
import org.huboutcomes.tables.Submission;
import org.huboutcomes.tables.Withdrawals;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "withdraw",
        description = "Takes a wrong submission out of force, and brings back the one before; both are told.")
final class WithdrawCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SUBMISSION|FILE", description = "its number, or its file by name or content")
    private String which = "";

    @Option(names = "--why", required = true, paramLabel = "REASON", description = "the reason, which is kept and told")
    private String why = "";

    private final Commands door;

    WithdrawCommand(Commands door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        if (why.isBlank()) throw new Fault(ExitCode.WRONG_USE, "Say with --why why the submission is withdrawn.");
        Submission submission;
        List<String> back;
        try (OpenWorkspace open = OpenWorkspace.open(door.workspace(), door.catalogue())) {
            Withdrawals withdrawals = new Withdrawals(open.store());
            Submission found = find(withdrawals);
            submission = found;
            back = Objects.requireNonNull(new TransactionTemplate(open.store().transactions())
                    .execute(status -> withdrawals.withdraw(found, door.asOf(), why.strip())));
        }
        tell(submission, back);
        door.runJob(door.workspace(), new Run("withdraw", door.asOf(), null, List.of()), false);
        return ExitCode.DONE.number();
    }

    private void tell(Submission submission, List<String> back) {
        if (door.json()) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("submission", submission.number());
            told.put("file", submission.fileName());
            told.put("withdrawn", door.asOf().toString());
            told.put("why", why.strip());
            told.put("in_force_again", back);
            door.out().println(new JsonMapper().writeValueAsString(told));
            return;
        }
        String again = back.isEmpty() ? "Nothing stood before it." : "In force again: " + String.join(", ", back) + ".";
        door.out()
                .println(Visible.inOneLine(
                        "Withdrawn: submission " + submission.number() + ", " + submission.fileName() + ". " + again));
    }

    private Submission find(Withdrawals withdrawals) throws IOException {
        Path file = Path.of(which);
        String asked = Files.isRegularFile(file) ? Fingerprint.of(file) : which;
        return withdrawals
                .find(asked)
                .or(() -> withdrawals.find(which))
                .orElseThrow(() -> new Fault(
                        ExitCode.WRONG_USE,
                        "No submission that stands is called \"" + which
                                + "\"; give its number or the name of its file, as `status` tells them."));
    }
}
