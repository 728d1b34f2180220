package org.huboutcomes.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.huboutcomes.files.AtomicFile;
import org.huboutcomes.files.FilePermissions;

/// The folder that a network works in, with the paths inside it.
public record Workspace(Path root) {

    public Workspace {
        root = root.toAbsolutePath().normalize();
    }

    public Path importFolder() {
        return root.resolve("import");
    }

    public Path returned() {
        return root.resolve("returned");
    }

    public Path archive() {
        return root.resolve("archive");
    }

    public Path store() {
        return root.resolve("store");
    }

    /// What readers know from public releases. It is kept outside the store, so that a rebuilt store can use it.
    public Path publicRanges() {
        return archive().resolve("public_told.parquet");
    }

    /// What a run exchanges with workers, one folder for each job execution.
    public Path partitions() {
        return store().resolve("partitions");
    }

    Path storeFile() {
        return store().resolve("outcomes.duckdb");
    }

    /// A copy of the store made by the last nightly run, for commands that read while another run works.
    public Path lastNight() {
        return store().resolve("last-night.duckdb");
    }

    /// The file for a new store that will replace the present one.
    Path newStoreFile() {
        return AtomicFile.draft(store().resolve("rebuilt.duckdb"));
    }

    public Path pseudonymKey() {
        return root.resolve("pseudonyms.key");
    }

    public Path published() {
        return root.resolve("published");
    }

    public Path editions() {
        return root.resolve("editions");
    }

    /// The figures of recent nightly runs, for `compare`.
    public Path nights() {
        return root.resolve("nights");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path settings() {
        return root.resolve("workspace.yaml");
    }

    public boolean exists() {
        return Files.isRegularFile(settings());
    }

    /// Creates missing folders, and the settings file if it is missing.
    public void make(String settings) throws IOException {
        for (Path folder : List.of(importFolder(), returned())) Files.createDirectories(folder);
        makeFoldersPrivate();
        if (Files.exists(settings())) return;
        Files.writeString(settings(), settings);
        FilePermissions.makePrivate(settings());
    }

    /// Creates the folders that only the program's user may enter: received files may name people, and the store,
    /// the editions and the logs are about single hubs. People who drop and fetch files need `import` and
    /// `returned`, and everybody may read the published folder.
    public void makeFoldersPrivate() throws IOException {
        for (Path folder : List.of(archive(), store(), editions(), nights(), logs())) {
            Files.createDirectories(folder);
            FilePermissions.makePrivate(folder);
        }
    }

    /// @throws Fault with exit code 3 if it does not exist
    public Workspace requireExists() {
        if (!exists())
            throw new Fault(
                    ExitCode.INVALID_SETUP,
                    "There is no workspace in " + root + "; make one with `hub-outcomes -w " + root + " init`.");
        return this;
    }
}
