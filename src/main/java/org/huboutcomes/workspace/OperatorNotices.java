package org.huboutcomes.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.delivery.mail.MailServer;
import org.huboutcomes.delivery.mail.OperatorMailer;
import org.huboutcomes.files.AtomicFile;
import org.huboutcomes.files.ControlChars;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Emails the operator when a run has failed, or when no nightly run has finished for too long. Each problem is
/// reported once, and again only if it recurs after it was solved. Nothing is sent if no operator or mail server is
/// set.
public final class OperatorNotices {

    private static final Logger LOG = LoggerFactory.getLogger(OperatorNotices.class);
    private static final Duration LONGEST_WITHOUT_A_NIGHT = Duration.ofHours(26);
    private static final Set<ExitCode> REPORTED =
            Set.of(ExitCode.INVALID_SETUP, ExitCode.WORKSPACE_LOCKED, ExitCode.MACHINE_FAILURE);
    private static final String NIGHTLY = "nightly";
    private static final String LATE = "late";

    private final Workspace workspace;

    public OperatorNotices(Workspace workspace) {
        this.workspace = workspace;
    }

    public void runFailed(String job, Fault fault) {
        if (REPORTED.contains(fault.exitCode()))
            report(
                    job,
                    "hub-outcomes: " + job + " ended with " + fault.exitCode().number(),
                    ControlChars.inOneLine(String.valueOf(fault.getMessage())));
    }

    public void runDone(String job) {
        isOver(job);
        lookForANight();
    }

    /// Reports that the last finished nightly run is too long ago. Before the first one there is nothing to report.
    public void lookForANight() {
        try {
            Optional<LocalDateTime> last = RunLog.lastEnd(workspace, NIGHTLY);
            if (last.isEmpty()) return;
            boolean isLate =
                    last.get().plus(LONGEST_WITHOUT_A_NIGHT).isBefore(LocalDateTime.now(ZoneId.systemDefault()));
            if (isLate)
                report(
                        LATE,
                        "hub-outcomes: no nightly run has finished for more than " + LONGEST_WITHOUT_A_NIGHT.toHours()
                                + " hours",
                        "The last one that finished ended at " + last.get() + ".");
            else isOver(LATE);
        } catch (IOException | UncheckedIOException | DateTimeException e) {
            LOG.warn("workspace: the run logs cannot be read: {}", e.toString());
        }
    }

    private void report(String matter, String subject, String sentence) {
        try {
            if (!workspace.exists()) return;
            Settings settings = Settings.of(workspace);
            MailServer server = settings.mailServer();
            if (settings.operator().isEmpty() || server == null) return;
            Map<String, String> reported = reported();
            if (sentence.equals(reported.get(matter))) return;
            String text = sentence + "\n\nWorkspace: " + workspace.root() + "\nMachine: "
                    + Operator.current().host() + "\nSee `hub-outcomes -w " + workspace.root() + " status`.\n";
            if (!new OperatorMailer(server, settings.operator()).send(subject, text)) return;
            reported.put(matter, sentence);
            write(reported);
        } catch (IOException | Fault | CatalogueFault e) {
            LOG.warn("workspace: the operator could not be notified: {}", e.toString());
        }
    }

    private void isOver(String matter) {
        try {
            Map<String, String> reported = reported();
            if (reported.remove(matter) != null) write(reported);
        } catch (IOException e) {
            LOG.warn("workspace: the record of what the operator was told cannot be written: {}", e.toString());
        }
    }

    private Path file() {
        return workspace.logs().resolve("operator.told");
    }

    /// The problems that have been reported and are not solved: the last sentence about each.
    private Map<String, String> reported() throws IOException {
        Map<String, String> reported = new TreeMap<>();
        if (!Files.exists(file())) return reported;
        new String(Files.readAllBytes(file()), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split("\t", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> reported.put(parts[0], parts[1]));
        return reported;
    }

    private void write(Map<String, String> reported) throws IOException {
        Files.createDirectories(workspace.logs());
        StringBuilder lines = new StringBuilder();
        reported.forEach((matter, sentence) ->
                lines.append(matter).append('\t').append(sentence).append('\n'));
        AtomicFile.write(file(), lines.toString());
    }
}
