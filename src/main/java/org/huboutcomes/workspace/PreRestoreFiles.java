package org.huboutcomes.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.huboutcomes.files.FilePermissions;
import org.jspecify.annotations.Nullable;

/// The files that a restore replaces, kept in a numbered folder: `before-restore/1`. Only the operator removes it.
final class PreRestoreFiles {

    private final Workspace workspace;
    private @Nullable Path folder;

    /// @param workspace whose lock the caller holds
    PreRestoreFiles(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Moves a file of the workspace away, if it exists.
    void keep(Path file) throws IOException {
        if (!Files.exists(file)) return;
        if (folder == null) folder = next();
        Path kept = folder.resolve(workspace.root().relativize(file).toString());
        Files.createDirectories(kept.getParent());
        Files.move(file, kept);
    }

    /// Moves the store and its write-ahead log away. The copy for commands that read is deleted, because it is of
    /// the replaced store.
    void keepStore() throws IOException {
        for (String ending : List.of("", ".wal"))
            keep(workspace.store().resolve(workspace.storeFile().getFileName() + ending));
        Files.deleteIfExists(workspace.lastNight());
        NightlyFingerprint.remove(workspace);
    }

    private Path next() throws IOException {
        Path all = workspace.root().resolve("before-restore");
        Files.createDirectories(all);
        FilePermissions.makePrivate(all);
        int number = 1;
        while (Files.exists(all.resolve(String.valueOf(number)))) number++;
        return Files.createDirectory(all.resolve(String.valueOf(number)));
    }

    /// The folder with the files; empty if nothing was replaced.
    Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }
}
