package org.huboutcomes.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.huboutcomes.intake.Fingerprint;
import org.huboutcomes.tables.Submission;
import org.huboutcomes.tables.Withdrawals;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
        try (OpenWorkspace open = OpenWorkspace.open(door.workspace(), door.catalogue())) {
            Withdrawals withdrawals = new Withdrawals(open.store());
            Submission submission = find(withdrawals);
            List<String> back = new TransactionTemplate(open.store().transactions())
                    .execute(status -> withdrawals.withdraw(submission, door.asOf(), why.strip()));
            String again = back == null || back.isEmpty()
                    ? "Nothing stood before it."
                    : "In force again: " + String.join(", ", back) + ".";
            door.out()
                    .println("Withdrawn: submission " + submission.number() + ", " + submission.fileName() + ". "
                            + again);
        }
        door.runJob(door.workspace(), new Run("withdraw", door.asOf(), null, List.of()));
        return ExitCode.DONE.number();
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
