package org.huboutcomes.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.huboutcomes.batch.ArchiveReplay;
import org.huboutcomes.compare.Snapshot;
import org.huboutcomes.compare.SnapshotVerification;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.workspace.Editions;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.OpenWorkspace;
import org.huboutcomes.workspace.TemporaryFileCleanup;
import org.huboutcomes.workspace.Workspace;
import org.huboutcomes.workspace.WorkspaceVerification.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Reads only the folder of editions and the archive's journal, so it also works during a run. Figures are not
/// recomputed during a run.
@Command(
        name = "editions",
        description = "Lists the editions.",
        footer = "Example: hub-outcomes -w workspace editions verify")
final class EditionsCommand implements Callable<Integer> {

    private final GlobalOptions options;

    EditionsCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws IOException {
        List<String> names = List.copyOf(editions().names());
        if (options.json()) options.out().println(JsonOutput.of(names));
        else if (names.isEmpty()) options.out().println("There are no editions.");
        else names.forEach(options.out()::println);
        return ExitCode.DONE.number();
    }

    @Command(
            description =
                    "Compares every file of every edition with its manifest, and its figures with those that its own"
                            + " catalogue makes of the archived files.",
            footer = "Example: hub-outcomes -w workspace editions verify")
    Integer verify(
            @Option(
                            names = "--files-only",
                            description =
                                    "does not compute the figures again, which takes as long as reading all archived"
                                            + " files")
                    boolean filesOnly)
            throws IOException {
        Editions editions = editions();
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String name : editions.names())
            found.put(
                    name,
                    new ArrayList<>(editions.verify(name).stream()
                            .map(Problem::toString)
                            .toList()));
        boolean isAnyInOrder = found.values().stream().anyMatch(List::isEmpty);
        Map<String, String> notes = new TreeMap<>();
        Fault held = !filesOnly && isAnyInOrder ? computeAgainUnlessHeld(found, notes) : null;
        if (options.json()) options.out().println(JsonOutput.of(found));
        found.forEach((edition, problems) -> print(edition, problems, notes.get(edition)));
        if (!found.values().stream().allMatch(List::isEmpty)) return ExitCode.INVALID_SETUP.number();
        if (held != null) throw held;
        return ExitCode.DONE.number();
    }

    /// @return why the figures could not be recomputed; null if they were
    private @Nullable Fault computeAgainUnlessHeld(Map<String, List<String>> found, Map<String, String> notes)
            throws IOException {
        try {
            computeAgain(found, notes);
            return null;
        } catch (Fault held) {
            if (held.exitCode() != ExitCode.WORKSPACE_LOCKED) throw held;
            for (String edition : found.keySet())
                notes.put(edition, "its figures were not computed again, because another run is working");
            return held;
        }
    }

    /// Rebuilds the store in a temporary folder next to the workspace's store, and deletes it afterwards.
    private void computeAgain(Map<String, List<String>> found, Map<String, String> notes) throws IOException {
        Workspace workspace = options.workspace();
        try (OpenWorkspace rebuilt = OpenWorkspace.openEmpty(workspace, options.catalogue())) {
            rebuilt.whenStoreIsClosed(() -> new TemporaryFileCleanup(workspace).remove());
            new ArchiveReplay(rebuilt).until(LocalDate.MAX);
            for (Map.Entry<String, List<String>> edition : found.entrySet()) {
                Snapshot snapshot =
                        new Snapshot(edition.getKey(), workspace.editions().resolve(edition.getKey()));
                if (!edition.getValue().isEmpty() || !snapshot.isReadable()) continue;
                SnapshotVerification verified = SnapshotVerification.of(snapshot, rebuilt.store());
                edition.getValue().addAll(verified.problems());
                if (verified.expired() > 0)
                    notes.put(
                            edition.getKey(),
                            "its figures cannot be verified, because the retention of the files of "
                                    + EnglishFormat.counted(verified.expired(), "return", "returns") + " has expired");
            }
        }
    }

    /// With `--json`, notes that are not problems are printed separately from the result.
    private void print(String edition, List<String> problems, @Nullable String note) {
        if (options.json()) {
            if (note != null) options.err().println(edition + ": " + note + ".");
            return;
        }
        options.out().println(edition + ": " + (problems.isEmpty() ? "in order" : "not in order"));
        problems.forEach(problem -> options.out().println("    " + problem + "."));
        if (note != null) options.out().println("    " + note + ".");
    }

    private Editions editions() {
        Workspace workspace = options.workspace().requireExists();
        return new Editions(workspace);
    }
}
