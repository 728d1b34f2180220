package org.huboutcomes.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.huboutcomes.delivery.Manifest;
import org.huboutcomes.files.Sha256;
import org.huboutcomes.intake.ArchiveVerification;

/// Compares every file of a workspace that has a known content with it: the archive with the names of its files,
/// editions and published files with their manifests.
public final class WorkspaceVerification {

    /// A file that is not what it should be.
    ///
    /// @param repair what the operator can do
    public record Problem(Path file, String found, String repair) {

        @Override
        public String toString() {
            return file + " " + found + "; " + repair;
        }
    }

    private final Workspace workspace;

    public WorkspaceVerification(Workspace workspace) {
        this.workspace = workspace;
    }

    public List<Problem> archive() throws IOException {
        return archiveVerification().all().stream()
                .map(file -> new Problem(
                        file,
                        "has another content than was archived",
                        "put it back from a backup, or put the correct file into import/"))
                .toList();
    }

    /// Verifies archived files for so long, and goes on there the next time.
    ///
    /// @return those that are damaged
    public List<Path> archiveShare(Duration time) throws IOException {
        return archiveVerification().share(time);
    }

    private ArchiveVerification archiveVerification() {
        return new ArchiveVerification(workspace.archive(), workspace.store().resolve("archive.verified"));
    }

    public List<Problem> editions() throws IOException {
        return new Editions(workspace).verify();
    }

    public List<Problem> published() throws IOException {
        if (!Files.isDirectory(workspace.published())) return List.of();
        return inManifest(workspace.published(), "run nightly again; it writes all published files");
    }

    static List<Problem> inManifest(Path folder, String repair) throws IOException {
        List<Problem> problems = new ArrayList<>();
        List<Manifest.Line> lines = Manifest.in(folder).lines();
        if (lines.isEmpty()) problems.add(new Problem(folder.resolve(Manifest.NAME), "is missing or empty", repair));
        for (Manifest.Line line : lines) {
            Path file = folder.resolve(line.file());
            if (!Files.exists(file)) problems.add(new Problem(file, "is missing", repair));
            else if (!Sha256.of(file).equals(line.sha256()))
                problems.add(new Problem(file, "has changed since it was made", repair));
        }
        return problems;
    }
}
