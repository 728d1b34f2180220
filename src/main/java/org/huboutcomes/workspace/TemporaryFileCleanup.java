package org.huboutcomes.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.huboutcomes.files.AtomicFile;
import org.springframework.util.FileSystemUtils;

/// Temporary files of a killed run. Nobody reads them, but they may be copies of files that name people, so the
/// next run removes them.
public final class TemporaryFileCleanup {

    private static final String UNFINISHED_EDITION = "\\.\\d{4}-\\d{2}-v\\d+\\.(next|previous|cut)";

    private final Workspace workspace;

    /// @param workspace whose lock the caller holds
    public TemporaryFileCleanup(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Removes drafts of files and of stored nightly figures. The import folder belongs to others and is left
    /// alone.
    public void remove() throws IOException {
        for (Path folder : List.of(workspace.archive(), workspace.returned(), workspace.nights(), workspace.logs()))
            remove(folder, Integer.MAX_VALUE);
        for (Path folder : List.of(workspace.root(), workspace.store(), workspace.editions())) remove(folder, 1);
    }

    /// Removes unfinished editions. A repeated `annual` reuses their finished files; other runs do not need them.
    public void removeUnfinishedEditions() throws IOException {
        if (!Files.isDirectory(workspace.editions())) return;
        try (Stream<Path> found = Files.list(workspace.editions())) {
            for (Path left : found.filter(path -> path.getFileName().toString().matches(UNFINISHED_EDITION))
                    .toList()) FileSystemUtils.deleteRecursively(left);
        }
    }

    private static void remove(Path folder, int depth) throws IOException {
        if (!Files.isDirectory(folder)) return;
        List<Path> left;
        try (Stream<Path> found = Files.walk(folder, depth)) {
            left = found.filter(AtomicFile::isDraft).toList();
        }
        for (Path draft : left) {
            if (Files.isDirectory(draft, LinkOption.NOFOLLOW_LINKS)) FileSystemUtils.deleteRecursively(draft);
            else Files.deleteIfExists(draft);
        }
    }
}
