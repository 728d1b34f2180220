package org.huboutcomes.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huboutcomes.delivery.Manifest;
import org.huboutcomes.files.Sha256;
import org.huboutcomes.intake.ArchiveJournal;
import org.huboutcomes.intake.ArchiveJournal.Event;
import org.huboutcomes.workspace.WorkspaceVerification.Problem;

/// The editions of a workspace: those in its folder, and those recorded in the archive's journal as frozen. The
/// journal keeps the hash of each manifest, so that later changes to an edition can be detected.
public final class Editions {

    private static final Pattern NAME = Pattern.compile("\\d{4}-\\d{2}-v\\d{1,6}");
    private static final String REPAIR = "put the edition back from a backup";

    private final Path folder;
    private final ArchiveJournal journal;

    public Editions(Workspace workspace) {
        this.folder = workspace.editions();
        this.journal = new ArchiveJournal(workspace.archive());
    }

    /// The names of all editions, including those whose folder is missing.
    public Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>(present());
        names.addAll(manifests().keySet());
        return names;
    }

    /// The number of the last edition of an academic year, even if its folder is missing; 0 for none.
    ///
    /// @param start the name of an edition before its number, such as `2022-23-v`
    int lastVersion(String start) throws IOException {
        return names().stream()
                .filter(name -> name.startsWith(start))
                .mapToInt(name -> Integer.parseInt(name.substring(start.length())))
                .max()
                .orElse(0);
    }

    /// Records the editions in the folder that the journal lacks: one just frozen, one that a killed run froze, and
    /// those of an earlier release.
    public void record(LocalDate asOf) throws IOException {
        Map<String, String> known = manifests();
        List<Event> missing = new ArrayList<>();
        for (String name : present()) {
            Path manifest = folder.resolve(name).resolve(Manifest.NAME);
            if (!known.containsKey(name) && Files.isRegularFile(manifest))
                missing.add(new Event.Frozen(asOf, name, Sha256.of(manifest)));
        }
        journal.append(missing);
    }

    /// Compares each file of each edition with the manifest, and the manifest with the journal.
    public List<Problem> verify() throws IOException {
        List<Problem> problems = new ArrayList<>();
        for (String name : names()) problems.addAll(verify(name));
        return problems;
    }

    /// Compares each file of an edition with the manifest, and the manifest with the journal.
    public List<Problem> verify(String name) throws IOException {
        Path edition = folder.resolve(name);
        if (!Files.isDirectory(edition)) return List.of(new Problem(edition, "is missing", REPAIR));
        List<Problem> problems = new ArrayList<>(WorkspaceVerification.inManifest(edition, REPAIR));
        Path manifest = edition.resolve(Manifest.NAME);
        String frozen = manifests().get(name);
        if (frozen != null
                && Files.isRegularFile(manifest)
                && !Sha256.of(manifest).equals(frozen))
            problems.add(new Problem(manifest, "has changed since the edition was frozen", REPAIR));
        problems.addAll(added(edition));
        return problems;
    }

    /// @throws Fault with exit code 3 if the edition has changed since it was frozen
    public void requireWhole(String name) throws IOException {
        List<Problem> problems = verify(name);
        if (!problems.isEmpty())
            throw new Fault(
                    ExitCode.INVALID_SETUP,
                    "Edition " + name + " is not as it was frozen: " + problems.get(0) + ". Nothing was changed.");
    }

    private static List<Problem> added(Path edition) throws IOException {
        Set<String> listed = new HashSet<>();
        for (Manifest.Line line : Manifest.in(edition).lines()) listed.add(line.file());
        List<Problem> added = new ArrayList<>();
        try (Stream<Path> files = Files.walk(edition)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = edition.relativize(file).toString().replace('\\', '/');
                if (!listed.contains(name) && !name.equals(Manifest.NAME))
                    added.add(new Problem(file, "was added after the edition was frozen", "remove it"));
            }
        }
        return added;
    }

    private Set<String> present() throws IOException {
        if (!Files.isDirectory(folder)) return Set.of();
        Set<String> names = new TreeSet<>();
        try (Stream<Path> found = Files.list(folder)) {
            found.filter(Files::isDirectory)
                    .map(edition -> edition.getFileName().toString())
                    .filter(name -> NAME.matcher(name).matches())
                    .forEach(names::add);
        }
        return names;
    }

    /// The hash of the manifest of each edition when it was last frozen.
    private Map<String, String> manifests() throws IOException {
        Map<String, String> manifests = new TreeMap<>();
        for (Event event : journal.events())
            if (event instanceof Event.Frozen frozen) manifests.put(frozen.edition(), frozen.manifest());
        return manifests;
    }
}
