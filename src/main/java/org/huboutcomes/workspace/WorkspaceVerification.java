package org.huboutcomes.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.huboutcomes.delivery.Manifest;
import org.huboutcomes.files.Sha256;
import org.huboutcomes.intake.Archive;
import org.huboutcomes.intake.ArchiveJournal;
import org.huboutcomes.intake.ArchiveJournal.Event;
import org.huboutcomes.intake.ArchiveVerification;

/// Verifies every file of a workspace whose content is known: archived files by the hash in their names, editions
/// and published files by their manifests.
public final class WorkspaceVerification {

    /// A file that is missing, damaged or changed.
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

    /// @throws JournalFault if the archive's journal cannot be read
    public List<Problem> archive() throws IOException {
        List<Problem> problems = new ArrayList<>(missing());
        for (Path file : archiveVerification().all())
            problems.add(new Problem(
                    file,
                    "has another content than was archived",
                    "put it back from a backup, or put the correct file into import/"));
        return problems;
    }

    /// The files in the journal that have not expired and are missing.
    private List<Problem> missing() throws IOException {
        List<Event> events = new ArchiveJournal(workspace.archive()).events();
        Set<Long> expired = new HashSet<>();
        for (Event event : events) if (event instanceof Event.Expired one) expired.add(one.submission());
        Map<Long, String> contents = ArchiveJournal.contents(events);
        Map<String, String> names = new TreeMap<>();
        for (Event event : events)
            if (event instanceof Event.Arrived one && !expired.contains(one.submission()))
                names.put(contents.getOrDefault(one.submission(), one.sha256()), one.file());
        Archive archive = new Archive(workspace.archive());
        List<Problem> missing = new ArrayList<>();
        for (Map.Entry<String, String> file : names.entrySet())
            if (archive.find(file.getKey()).isEmpty())
                missing.add(new Problem(
                        workspace
                                .archive()
                                .resolve(file.getKey().substring(0, 2))
                                .resolve(file.getKey()),
                        "is missing",
                        "put it back from a backup, or put " + file.getValue() + " into import/ again"));
        return missing;
    }

    /// The stored nightly figures that cannot be read, so that nothing can be compared with them.
    public List<Problem> nights() throws IOException {
        return new Snapshots(workspace)
                .damagedNightsAfter("").stream()
                        .map(night -> new Problem(
                                night.folder(), "cannot be read", "put it back from a backup, or delete this folder"))
                        .toList();
    }

    /// Verifies archived files for a limited time, and continues there the next time.
    ///
    /// @return the damaged files
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
