package org.huboutcomes.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        for (Path folder : List.of(importFolder(), returned(), archive(), store(), editions(), logs()))
            Files.createDirectories(folder);
        if (!Files.exists(settings())) Files.writeString(settings(), settings);
    }

    Workspace orRefuse() {
        if (!exists())
            throw new Fault(
                    ExitCode.NOT_IN_ORDER,
                    "There is no workspace in " + root + "; make one with `hub-outcomes -w " + root + " init`.");
        return this;
    }
}
