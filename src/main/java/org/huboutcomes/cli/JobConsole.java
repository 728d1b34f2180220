package org.huboutcomes.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huboutcomes.batch.JobRunner;
import org.huboutcomes.batch.RunMetrics;
import org.huboutcomes.batch.RunRequest;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.files.ControlChars;
import org.huboutcomes.forget.Forgetting;
import org.huboutcomes.workspace.Editions;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.NightlyFingerprint;
import org.huboutcomes.workspace.OpenWorkspace;
import org.huboutcomes.workspace.OperatorNotices;
import org.huboutcomes.workspace.RunLog;
import org.huboutcomes.workspace.Settings;
import org.huboutcomes.workspace.TemporaryFileCleanup;
import org.huboutcomes.workspace.Workspace;
import org.huboutcomes.workspace.WorkspaceLock;
import org.huboutcomes.workspace.WorkspaceStatus;
import org.huboutcomes.workspace.WorkspaceVerification;

/// Runs a job for a command and shows its progress.
///
/// @param printsRunLog whether the run log is printed as JSON at the end; false if the command prints its own result
record JobConsole(GlobalOptions options, boolean printsRunLog) {

    /// How long a nightly run spends on verifying archived files.
    private static final Duration SHARE = Duration.ofMillis(500);

    JobConsole(GlobalOptions options) {
        this(options, options.json());
    }

    /// An action of a command before its job, while it holds the workspace lock.
    @FunctionalInterface
    interface Preparation {

        Preparation NONE = open -> {};

        void prepare(OpenWorkspace open) throws IOException;
    }

    void run(RunRequest request) throws IOException {
        run(request, Preparation.NONE);
    }

    /// Runs a job, and emails the operator if it fails.
    void run(RunRequest request, Preparation preparation) throws IOException {
        OperatorNotices notices = new OperatorNotices(options.workspace());
        RunMetrics metrics = new RunMetrics();
        boolean success = false;
        try {
            perform(request, preparation, metrics);
            success = true;
        } catch (IOException | RuntimeException | Error e) {
            notices.runFailed(request.job(), Fault.of(e));
            throw e;
        } finally {
            // Written even if the run fails before its first step or after its last.
            metrics.write(options.workspace(), request.job(), success);
        }
        notices.runDone(request.job());
    }

    /// Ends a nightly run that has nothing to do before the store is opened.
    private void perform(RunRequest request, Preparation preparation, RunMetrics metrics) throws IOException {
        Catalogue catalogue = options.catalogue();
        if (isNightly(request) && endsUnchanged(request, catalogue)) {
            tellMissingLists();
            verifyArchive();
            return;
        }
        try (OpenWorkspace open = OpenWorkspace.open(options.workspace(), catalogue)) {
            NightlyFingerprint.remove(open.workspace());
            completeEarlierRuns(open, request);
            preparation.prepare(open);
            RunLog log = log(request);
            try {
                new JobRunner(open, log, metrics).run(request);
            } finally {
                if (printsRunLog) options.out().println(log.json());
            }
            if (request.year() != null && !printsRunLog) {
                EditionState.list(open, request, options.out());
                DescribedSchools.list(open, request, options.out());
            }
            if (isNightly(request)) {
                open.keepForReaders();
                NightlyFingerprint.saveOnClose(open, request.asOf());
            }
        }
        if (!isNightly(request)) return;
        tellMissingLists();
        verifyArchive();
    }

    private void tellMissingLists() {
        if (printsRunLog) return;
        StatusCommand.missingLists(WorkspaceStatus.read(options.workspace()).orElse(WorkspaceStatus.NONE))
                .forEach(line -> options.out().println(ControlChars.inOneLine(line)));
    }

    /// Removes the remains of killed runs, and records what they had done.
    private static void completeEarlierRuns(OpenWorkspace open, RunRequest request) throws IOException {
        Workspace workspace = open.workspace();
        TemporaryFileCleanup cleanup = new TemporaryFileCleanup(workspace);
        workspace.makeFoldersPrivate();
        cleanup.remove();
        if (request.year() == null) cleanup.removeUnfinishedEditions();
        new Editions(workspace).record(request.asOf());
        if (Forgetting.isUnfinished(workspace.archive()) && !request.job().equals("forget"))
            ForgetCommand.forgetting(open).completeUnfinished(request.asOf());
        open.journal().update(request.asOf());
    }

    /// Done last, so that a damaged file delays nothing else.
    private void verifyArchive() throws IOException {
        List<Path> damaged = new WorkspaceVerification(options.workspace()).archiveShare(SHARE);
        if (!damaged.isEmpty())
            throw new Fault(
                    ExitCode.INVALID_SETUP,
                    "The run is done. The archive has a damaged file: " + damaged.get(0)
                            + ". Put it back from a backup, or put the correct file into import/.");
    }

    private static boolean isNightly(RunRequest request) {
        return request.job().equals("nightly");
    }

    private boolean endsUnchanged(RunRequest request, Catalogue catalogue) throws IOException {
        Workspace workspace = options.workspace().requireExists();
        Settings.of(workspace);
        try (WorkspaceLock lock = WorkspaceLock.acquire(workspace)) {
            Optional<LocalDate> since = NightlyFingerprint.unchangedSince(workspace, catalogue, request.asOf());
            if (since.isEmpty()) return false;
            RunLog log = log(request);
            log.stepStarted("intake");
            log.stepFinished("intake", "nothing has changed since the nightly run of " + since.get());
            log.close(null);
            if (printsRunLog) options.out().println(log.json());
            return true;
        }
    }

    private RunLog log(RunRequest request) {
        return new RunLog(
                options.workspace(),
                request.job(),
                request.asOf(),
                new ConsoleProgress(options.err(), System.console() != null));
    }
}
