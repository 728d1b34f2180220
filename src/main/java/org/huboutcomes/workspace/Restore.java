package org.huboutcomes.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.files.AtomicFile;
import org.huboutcomes.files.Sha256;
import org.huboutcomes.intake.ArchiveJournal;
import org.huboutcomes.intake.ArchiveJournal.Event;
import org.huboutcomes.intake.JournalFault;
import org.huboutcomes.publish.PublicRanges;
import org.jspecify.annotations.Nullable;

/// Restores a backup into a workspace, which may be in use. Replaced files are set aside. What has been published
/// since the backup still counts for disclosure control, and what was received, withdrawn or forgotten since is
/// listed.
public final class Restore {

    private final Path backup;
    private final SortedMap<String, String> sums;
    private final Workspace workspace;
    private final PreRestoreFiles replaced;
    private final List<String> since = new ArrayList<>();

    /// @param sums the hash of each file of the backup, by its path
    Restore(Path backup, SortedMap<String, String> sums, Workspace workspace) {
        this.backup = backup;
        this.sums = sums;
        this.workspace = workspace;
        this.replaced = new PreRestoreFiles(workspace);
    }

    /// Creates a workspace with the settings of the backup if there is none.
    public void makeWorkspace() throws IOException {
        Path settings = backup.resolve(workspace.settings().getFileName());
        if (!workspace.exists())
            workspace.make(Files.exists(settings) ? Files.readString(settings) : Settings.documented());
    }

    /// Restores all files: first the settings, because the workspace is opened with them, and last the store. Until
    /// then the run can be repeated.
    ///
    /// @return the number of files of the backup
    public int run(Catalogue catalogue) throws IOException {
        try (WorkspaceLock lock = WorkspaceLock.acquire(workspace)) {
            putBack(workspace.settings());
        }
        try (OpenWorkspace open =
                OpenWorkspace.open(workspace, catalogue, workspace.newStoreFile(), this::filesAndDraftOfStore)) {
            if (Files.exists(workspace.publicRanges()))
                open.store().<Boolean, IOException>inTransaction(connection -> {
                    PublicRanges ranges = new PublicRanges(connection);
                    ranges.update(workspace.publicRanges());
                    ranges.save(workspace.publicRanges());
                    return true;
                });
            open.replaceStore(replaced);
        }
        return sums.size();
    }

    private void filesAndDraftOfStore() throws IOException {
        new TemporaryFileCleanup(workspace).remove();
        listWhatIsNewer();
        Path journal = workspace.archive().resolve("journal.jsonl");
        for (String name : sums.keySet()) {
            Path place = workspace.root().resolve(name);
            if (isStore(place)) copy(name, draftOfStore(place));
            else if (!place.equals(journal) && (!place.equals(workspace.publicRanges()) || !Files.exists(place)))
                putBack(place);
        }
        // Last, because a repeated run still finds in it what is newer than the backup.
        putBack(journal);
    }

    private boolean isStore(Path place) {
        String store = workspace.storeFile().getFileName().toString();
        return place.startsWith(workspace.store())
                && List.of(store, store + ".wal").contains(place.getFileName().toString());
    }

    private Path draftOfStore(Path place) {
        String ending = place.getFileName()
                .toString()
                .substring(workspace.storeFile().getFileName().toString().length());
        return workspace.store().resolve(workspace.newStoreFile().getFileName() + ending);
    }

    private void putBack(Path place) throws IOException {
        String name = Backup.name(workspace.root(), place);
        if (Files.exists(place) && Sha256.of(place).equals(sums.get(name))) return;
        if (!sums.containsKey(name)) return;
        replaced.keep(place);
        Files.createDirectories(place.getParent());
        Path draft = AtomicFile.draft(place);
        copy(name, draft);
        Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
    }

    private void copy(String name, Path to) throws IOException {
        Files.copy(backup.resolve(name), to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }

    /// Lists the archived files that the backup lacks, and later withdrawals, before the journal is replaced.
    private void listWhatIsNewer() throws IOException {
        List<Event> events = events(workspace.archive());
        Map<Long, String> names = new HashMap<>();
        Map<String, String> named = new HashMap<>();
        Map<String, String> origins = new HashMap<>();
        for (Event event : events) {
            if (event instanceof Event.Arrived one) {
                names.put(one.submission(), one.file());
                named.put(one.sha256(), one.file());
            }
            if (event instanceof Event.Forgotten one) {
                origins.put(one.replacement(), origins.getOrDefault(one.sha256(), one.sha256()));
                if (named.containsKey(one.sha256())) named.putIfAbsent(one.replacement(), named.get(one.sha256()));
            }
        }
        Set<String> kept = sums.keySet().stream()
                .map(Restore::content)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        if (!Files.isDirectory(workspace.archive())) return;
        try (Stream<Path> all = Files.walk(workspace.archive())) {
            for (Path file : all.sorted().toList()) {
                Optional<String> content = content(file.toString());
                if (content.isEmpty() || sums.containsKey(Backup.name(workspace.root(), file))) continue;
                // The file as it was before a person was forgotten is in the backup.
                if (kept.contains(origins.getOrDefault(content.get(), content.get()))) continue;
                since.add("Received since the backup; drop it into import/ again: " + file
                        + named(named.get(content.get())));
            }
        }
        List<Event> restored = events(backup.resolve("archive"));
        for (Event event : events) {
            if (event instanceof Event.Forgotten one
                    && !restored.contains(one)
                    && kept.contains(origins.getOrDefault(one.sha256(), one.sha256())))
                since.add("Names a person who was forgotten since the backup; forget that person again: " + one.sha256()
                        + named(named.get(one.sha256())));
            if (event instanceof Event.LayoutWithdrawn one && !restored.contains(one))
                since.add("Layout withdrawn since the backup; withdraw it again: " + one.hub() + ", " + one.returnName()
                        + " (" + one.layout() + ")");
            if (event instanceof Event.Withdrawn one && !restored.contains(one))
                since.add("Withdrawn since the backup; withdraw it again: " + one.submission()
                        + named(names.get(one.submission())));
        }
    }

    /// The content of an archived file, from its path; empty for other files.
    private static Optional<String> content(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return name.matches("[0-9a-f]{64}(\\..*)?") ? Optional.of(name.substring(0, 64)) : Optional.empty();
    }

    private static String named(@Nullable String file) {
        return file == null ? "" : " (" + file + ")";
    }

    /// The journal may be damaged, which may be the reason for the restore.
    private static List<Event> events(Path archive) throws IOException {
        try {
            return new ArchiveJournal(archive).events();
        } catch (JournalFault damaged) {
            return List.of();
        }
    }

    /// One line for each file received, each submission withdrawn, and each file in which a person was forgotten
    /// since the backup.
    public List<String> since() {
        return List.copyOf(since);
    }

    /// The folder of replaced files; empty if nothing was replaced.
    public Optional<Path> setAside() {
        return replaced.folder();
    }
}
