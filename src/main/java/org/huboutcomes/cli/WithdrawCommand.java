package org.huboutcomes.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.huboutcomes.batch.RunRequest;
import org.huboutcomes.files.ControlChars;
import org.huboutcomes.files.Sha256;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.tables.LayoutWithdrawals;
import org.huboutcomes.tables.Submission;
import org.huboutcomes.tables.Withdrawals;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.OpenWorkspace;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "withdraw",
        description = {
            "Withdraws a wrong submission and restores the previous one; both get a receipt.",
            "With --layout, withdraws how a hub's headings are read; what was read by them stays."
        },
        footer = "Example: hub-outcomes -w workspace withdraw return.xlsx --why \"wrong year\"")
final class WithdrawCommand implements Callable<Integer> {

    @ArgGroup(multiplicity = "1")
    private What what = new What();

    private String which = "";

    @Option(
            names = "--why",
            required = true,
            paramLabel = "REASON",
            description = "the reason, printed on the receipts")
    private String why = "";

    private final GlobalOptions options;

    /// The file or the layout to withdraw; exactly one of the two.
    static final class What {

        @Parameters(paramLabel = "SUBMISSION|FILE", description = "the number of the submission, or its file")
        private @Nullable String submission;

        @Option(
                names = "--layout",
                paramLabel = "ID",
                description = "the number of an arrangement of headings that `status --layouts` lists")
        private @Nullable String layout;
    }

    WithdrawCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        if (why.isBlank()) throw new Fault(ExitCode.WRONG_USE, "Give the reason with --why.");
        String layout = what.layout;
        which = what.submission == null ? "" : what.submission;
        new JobConsole(options, false)
                .run(
                        RunRequest.of("withdraw", options.asOf()),
                        layout == null ? this::withdraw : open -> withdrawLayout(open, layout));
        return ExitCode.DONE.number();
    }

    /// Completes a withdrawal that was killed before its receipts were written. It must not withdraw a second
    /// submission: a search by name alone would find the previous one.
    private void withdraw(OpenWorkspace open) throws IOException {
        Withdrawals withdrawals = new Withdrawals(open.store(), ReturnTypes.of(open.catalogue()));
        Optional<Submission> unfinished = firstOf(asked -> withdrawals.unfinished(asked, why.strip()));
        if (unfinished.isPresent()) {
            print(unfinished.get(), withdrawals.inForceInstead(unfinished.get()));
            return;
        }
        Submission found = firstOf(withdrawals::find)
                .orElseThrow(() -> Nearest.fault(
                        "No submission in force has the number or file \"" + which + "\"",
                        which,
                        withdrawals.names(),
                        "use a number or file name shown by `status`"));
        List<String> back =
                Objects.requireNonNull(new TransactionTemplate(open.store().transactions())
                        .execute(status -> withdrawals.withdraw(found, options.asOf(), why.strip())));
        open.journal().update(options.asOf());
        print(found, back);
    }

    private void withdrawLayout(OpenWorkspace open, String number) throws IOException {
        LayoutWithdrawals layouts = new LayoutWithdrawals(open.store());
        LayoutWithdrawals.Layout layout = layouts.find(number)
                .orElseThrow(() -> Nearest.fault(
                        "No arrangement of headings has the number \"" + number + "\"",
                        number,
                        layouts.numbers(),
                        "use a number shown by `status --layouts`"));
        new TransactionTemplate(open.store().transactions())
                .executeWithoutResult(status -> layouts.withdraw(
                        layout.hub(), layout.returnName(), layout.headings(), options.asOf(), why.strip()));
        open.journal().update(options.asOf());
        if (options.json()) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("layout", layout.number());
            result.put("hub", layout.hub());
            result.put("return", layout.returnName());
            result.put("withdrawn", options.asOf().toString());
            result.put("why", why.strip());
            options.out().println(new JsonMapper().writeValueAsString(result));
            return;
        }
        options.out()
                .println("Withdrawn: layout " + layout.number() + " of " + layout.hub() + ", " + layout.returnName()
                        + ". The next list with these headings goes back converted again.");
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

    /// The submission of a file with the content of this one, or else with this name or number.
    private Optional<Submission> firstOf(Function<String, Optional<Submission>> search) throws IOException {
        Path file = Path.of(which);
        String asked = Files.isRegularFile(file) ? Sha256.of(file) : which;
        return search.apply(asked).or(() -> search.apply(which));
    }
}
