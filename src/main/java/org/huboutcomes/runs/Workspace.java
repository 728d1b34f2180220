package org.huboutcomes.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// The folder in which a network's nights happen.
record Workspace(Path root) {

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

    public Path published() {
        return root.resolve("published");
    }

    public Path editions() {
        return root.resolve("editions");
    }

    public Path nights() {
        return root.resolve("nights");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path settings() {
        return root.resolve("workspace.yaml");
    }

    boolean exists() {
        return Files.isRegularFile(settings());
    }

    /// Makes what is missing of it, and leaves what is there.
    void make(String settings) throws IOException {
        for (Path folder : List.of(importFolder(), returned(), store(), editions(), logs()))
            Files.createDirectories(folder);
        makePrivate(archive());
        if (!Files.exists(settings())) Files.writeString(settings(), settings);
    }

    /// Files as they came name people: they are for who runs this, where the disk knows of such a thing.
    private static void makePrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class))
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    Workspace orRefuse() {
        if (!exists())
            throw new Fault(
                    ExitCode.NOT_IN_ORDER,
                    "There is no workspace in " + root + "; make one with `hub-outcomes -w " + root + " init`.");
        return this;
    }
}
