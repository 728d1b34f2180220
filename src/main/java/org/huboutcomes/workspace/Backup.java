package org.huboutcomes.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huboutcomes.files.AtomicFile;
import org.huboutcomes.files.Sha256;
import org.springframework.util.FileSystemUtils;

/// A copy of what a workspace cannot compute again: the store, the archive, the editions, the kept nights, what was
/// returned and the settings. Published files are not in it: the next nightly run writes them.
public final class Backup {

    private static final String LIST = "backup.sha256";
    private static final List<String> FOLDERS = List.of("archive", "editions", "nights", "returned", "store");

    /// Belongs to a run on this machine, or is computed again.
    private static final List<String> LEFT_OUT = List.of("run.lock", "night.stamp", "spill", "partitions");

    private final Path folder;

    public Backup(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /// Copies a workspace, under a temporary name until it is whole.
    ///
    /// @param workspace whose lock the caller holds
    /// @return the number of files
    /// @throws Fault with exit code 2 where the folder exists
    public int make(Workspace workspace) throws IOException {
        if (Files.exists(folder)) throw new Fault(ExitCode.WRONG_USE, folder + " exists; name a new folder.");
        if (folder.startsWith(workspace.root()))
            throw new Fault(ExitCode.WRONG_USE, folder + " is in the workspace; name a folder outside it.");
        new WorkspaceStamp(workspace).refuseMissingStore();
        Files.createDirectories(folder.getParent());
        Path draft = folder.resolveSibling("." + folder.getFileName() + ".next");
        FileSystemUtils.deleteRecursively(draft);
        Map<String, String> sums = new TreeMap<>();
        for (Path file : files(workspace.root())) {
            String name = name(workspace.root(), file);
            Path copy = draft.resolve(name);
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            sums.put(name, Sha256.of(copy));
        }
        List<String> lines = new ArrayList<>();
        sums.forEach((name, sum) -> lines.add(sum + "  " + name));
        AtomicFile.write(draft.resolve(LIST), String.join("\n", lines) + "\n");
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        return sums.size();
    }

    /// Puts the files back. Each of them is verified first, so that a damaged backup changes nothing. Files that are in
    /// the workspace and not in the backup stay, but for the store, which is set aside.
    ///
    /// @param workspace whose lock the caller holds
    /// @return the number of files
    /// @throws Fault with exit code 3 where the backup is not whole
    public int restore(Workspace workspace) throws IOException {
        Map<String, String> sums = verified();
        setAside(workspace);
        for (String name : sums.keySet()) {
            Path place = workspace.root().resolve(name);
            Files.createDirectories(place.getParent());
            Path draft = AtomicFile.draft(place);
            Files.copy(
                    folder.resolve(name),
                    draft,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return sums.size();
    }

    /// Keeps the present store under another name.
    static void setAside(Workspace workspace) throws IOException {
        for (String ending : List.of("", ".wal")) {
            Path file = workspace.store().resolve(workspace.storeFile().getFileName() + ending);
            if (Files.exists(file))
                Files.move(
                        file,
                        file.resolveSibling(file.getFileName() + ".before-restore"),
                        StandardCopyOption.REPLACE_EXISTING);
        }
        NightStamp.remove(workspace);
    }

    private Map<String, String> verified() throws IOException {
        Path list = folder.resolve(LIST);
        if (!Files.exists(list))
            throw new Fault(ExitCode.INVALID_SETUP, folder + " is no backup: " + LIST + " is missing.");
        Map<String, String> sums = new TreeMap<>();
        for (String line : Files.readAllLines(list)) sums.put(line.substring(66), line.substring(0, 64));
        for (Map.Entry<String, String> sum : sums.entrySet()) {
            Path file = folder.resolve(sum.getKey()).normalize();
            if (!file.startsWith(folder)
                    || !Files.exists(file)
                    || !Sha256.of(file).equals(sum.getValue()))
                throw new Fault(
                        ExitCode.INVALID_SETUP,
                        "The backup is damaged: " + file + " is missing or has changed. Nothing was restored.");
        }
        return sums;
    }

    private static List<Path> files(Path root) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> beside = Files.list(root)) {
            beside.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .forEach(files::add);
        }
        for (String name : FOLDERS) {
            Path below = root.resolve(name);
            if (!Files.isDirectory(below)) continue;
            try (Stream<Path> all = Files.walk(below)) {
                all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                        .filter(file -> Stream.of(name(root, file).split("/")).noneMatch(LEFT_OUT::contains))
                        .filter(file -> !file.toString().endsWith(".before-restore") && !AtomicFile.isDraft(file))
                        .forEach(files::add);
            }
        }
        return files;
    }

    private static String name(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
