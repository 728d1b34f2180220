package org.huboutcomes.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.huboutcomes.batch.ArchiveReplay;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.files.ControlChars;
import org.huboutcomes.intake.ArchiveJournal;
import org.huboutcomes.workspace.Backup;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.OpenWorkspace;
import org.huboutcomes.workspace.Restore;
import org.huboutcomes.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        description =
                "Puts a backup back into the workspace, or builds the store again from the archive; what it replaces is kept in before-restore/. Run nightly afterwards.",
        footer = {
            "Examples: hub-outcomes -w workspace restore /backups/2026-11-23",
            "          hub-outcomes -w workspace restore --from-archive --as-of 2026-11-23"
        })
final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "a folder that backup has made")
    private @Nullable Path folder;

    @Option(
            names = "--from-archive",
            description =
                    "build the store from archive/, pseudonyms.key and workspace.yaml, as it was at the end of --as-of")
    private boolean fromArchive;

    private final GlobalOptions options;

    RestoreCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws IOException {
        if (fromArchive == (folder != null))
            throw new Fault(ExitCode.WRONG_USE, "Name the folder of a backup, or use --from-archive.");
        if (folder == null) rebuild();
        else restore(folder);
        return ExitCode.DONE.number();
    }

    private void rebuild() throws IOException {
        Workspace workspace = options.workspace().requireExists();
        requireArchive(workspace);
        int received;
        try (OpenWorkspace open = OpenWorkspace.openEmpty(workspace, options.catalogue())) {
            received = new ArchiveReplay(open).until(options.asOf());
            open.replaceStore();
        }
        options.out()
                .println("The store was built again from " + EnglishFormat.counted(received, "files")
                        + " received until " + options.asOf()
                        + ". Run nightly to publish again.");
    }

    private static void requireArchive(Workspace workspace) throws IOException {
        if (new ArchiveJournal(workspace.archive()).events().isEmpty())
            throw new Fault(
                    ExitCode.INVALID_SETUP,
                    workspace.archive() + " has no journal, so it does not say in which order files were received."
                            + " Put the archive back from a backup.");
        if (!Files.exists(workspace.pseudonymKey()))
            throw new Fault(
                    ExitCode.INVALID_SETUP,
                    workspace.pseudonymKey()
                            + " is missing. Put it back from a backup: with another key, people get other references.");
    }

    private void restore(Path folder) throws IOException {
        Workspace workspace = options.workspace();
        Restore restore = new Backup(folder).restoreTo(workspace);
        restore.makeWorkspace();
        int files = restore.run(options.catalogue());
        options.out()
                .println(EnglishFormat.counted(files, "files") + " restored from " + folder
                        + ". Run nightly to publish again.");
        restore.setAside().ifPresent(aside -> options.out().println("What they replaced is in " + aside + "."));
        restore.since().forEach(line -> options.out().println(ControlChars.inOneLine(line)));
    }
}
