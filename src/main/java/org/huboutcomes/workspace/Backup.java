package org.huboutcomes.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huboutcomes.files.AtomicFile;
import org.huboutcomes.files.Sha256;
import org.springframework.util.FileSystemUtils;

/// A copy of everything in a workspace that cannot be recomputed: the store, the archive, the editions, the stored
/// nightly figures, the returned files and the settings. It has no published files: the next nightly run writes
/// them.
public final class Backup {

    private static final String LIST = "backup.sha256";
    private static final List<String> FOLDERS = List.of("archive", "editions", "nights", "returned", "store");

    /// Belongs to a run on this machine, or is recomputed.
    private static final List<String> LEFT_OUT =
            List.of("run.lock", "night.stamp", "last-night.duckdb", "spill", "partitions");

    private final Path folder;

    public Backup(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /// Copies a workspace, under a temporary name until the copy is complete.
    ///
    /// @param workspace whose lock the caller holds
    /// @return the number of files
    /// @throws Fault with exit code 2 if the folder exists
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

    /// Prepares to restore the files. Each file is verified first, so that a damaged backup changes nothing.
    ///
    /// @throws Fault with exit code 3 if the backup is incomplete or damaged
    public Restore restoreTo(Workspace workspace) throws IOException {
        return new Restore(folder, verified(), workspace);
    }

    private SortedMap<String, String> verified() throws IOException {
        Path list = folder.resolve(LIST);
        if (!Files.exists(list))
            throw new Fault(ExitCode.INVALID_SETUP, folder + " is no backup: " + LIST + " is missing.");
        SortedMap<String, String> sums = sums(list);
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

    private SortedMap<String, String> sums(Path list) throws IOException {
        SortedMap<String, String> sums = new TreeMap<>();
        // Bytes that are not UTF-8 become replacement characters, and a file of that name is then missing.
        for (String line : new String(Files.readAllBytes(list), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            if (!line.matches("[0-9a-f]{64}  .+"))
                throw new Fault(
                        ExitCode.INVALID_SETUP,
                        "The backup is damaged: " + list + " has a line that is no file with its hash. Use another"
                                + " backup. Nothing was restored.");
            sums.put(line.substring(66), line.substring(0, 64));
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
                        .filter(file ->
                                !AtomicFile.isDraft(file) && !file.toString().endsWith(".before-restore"))
                        .forEach(files::add);
            }
        }
        return files;
    }

    static String name(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
