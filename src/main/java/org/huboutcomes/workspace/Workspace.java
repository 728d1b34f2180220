package org.huboutcomes.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

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

    Path storeFile() {
        return store().resolve("outcomes.duckdb");
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
        for (Path folder : List.of(importFolder(), returned(), store(), editions(), logs()))
            Files.createDirectories(folder);
        makePrivate(archive());
        if (!Files.exists(settings())) Files.writeString(settings(), settings);
    }

    /// Received files may name people. Where the file system has permissions, only the user running the program can
    /// read the folder.
    private static void makePrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class))
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
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
