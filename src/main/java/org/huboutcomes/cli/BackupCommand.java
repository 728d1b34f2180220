package org.huboutcomes.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.workspace.Backup;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Workspace;
import org.huboutcomes.workspace.WorkspaceLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        description =
                "Copies store, archive, editions, nights, returned files and settings to a new folder; waits for a run to end.",
        footer = "Example: hub-outcomes -w workspace backup /backups/2026-11-23")
final class BackupCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "a folder that does not exist yet")
    private Path folder = Path.of("");

    private final GlobalOptions options;

    BackupCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Workspace workspace = options.workspace().requireExists();
        try (WorkspaceLock lock = WorkspaceLock.await(workspace)) {
            int files = new Backup(folder).make(workspace);
            options.out().println(EnglishFormat.counted(files, "files") + " copied to " + folder + ".");
        }
        return ExitCode.DONE.number();
    }
}
