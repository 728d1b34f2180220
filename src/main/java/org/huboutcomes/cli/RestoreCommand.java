package org.huboutcomes.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.huboutcomes.workspace.Backup;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Settings;
import org.huboutcomes.workspace.Workspace;
import org.huboutcomes.workspace.WorkspaceLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        description =
                "Puts a backup back into the workspace; a store that is there is set aside. Run nightly afterwards.",
        footer = "Example: hub-outcomes -w workspace restore /backups/2026-11-23")
final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "a folder that backup has made")
    private Path folder = Path.of("");

    private final GlobalOptions options;

    RestoreCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws IOException {
        Workspace workspace = options.workspace();
        if (!workspace.exists()) workspace.make(Settings.documented());
        try (WorkspaceLock lock = WorkspaceLock.acquire(workspace)) {
            int files = new Backup(folder).restore(workspace);
            options.out().println(files + " files restored from " + folder + ". Run nightly to publish again.");
        }
        return ExitCode.DONE.number();
    }
}
