package org.huboutcomes.intake;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.huboutcomes.files.Sha256;

/// The files in the import folder and its subfolders. A file is ready when two scans find the same size and time; a
/// file that is still being written waits for the next run.
public final class Arrivals {

    private static final List<String> HALF_COPIED = List.of(".part", ".partial", ".crdownload", ".download", ".tmp");

    private static final String NOT_YET = "imported by the next run, once it stops changing";
    private static final String NOT_ALLOWED =
            "the program has no permission to read it; imported by the next run with permission";

    private final Duration pause;
    private final int maxScans;

    /// @param pause the time between two scans
    /// @param maxScans the maximum number of scans, so that a file that keeps changing does not delay the others
    public Arrivals(Duration pause, int maxScans) {
        if (pause.isNegative()) throw new IllegalArgumentException("the pause is negative");
        if (maxScans < 2) throw new IllegalArgumentException("at least two looks are needed");
        this.pause = pause;
        this.maxScans = maxScans;
    }

    /// @param pause the time between two scans, of which there are four at most
    public static Arrivals lookingEvery(Duration pause) {
        return new Arrivals(pause, 4);
    }

    /// The files that have stopped changing, by name.
    public List<Arrival> settled(Path importFolder) throws IOException, InterruptedException {
        Path folder = importFolder.toRealPath();
        Map<Path, FileState> before = scan(folder);
        Map<Path, FileState> settled = new TreeMap<>();
        for (int scan = 1; scan < maxScans && !settled.keySet().containsAll(before.keySet()); scan++) {
            Thread.sleep(pause.toMillis());
            Map<Path, FileState> now = scan(folder);
            settled = new TreeMap<>(now);
            settled.entrySet().retainAll(before.entrySet());
            before = now;
        }
        List<Arrival> arrivals = new ArrayList<>();
        for (Map.Entry<Path, FileState> one : settled.entrySet())
            hashed(folder, one.getKey(), one.getValue()).ifPresent(arrivals::add);
        return arrivals;
    }

    /// A file also waits if it changes while it is read, disappears, or is locked by another program.
    private static Optional<Arrival> hashed(Path folder, Path file, FileState state) throws IOException {
        try {
            String sha256 = Sha256.of(file);
            if (!FileState.at(file).equals(state)) return Optional.empty();
            return Optional.of(new Arrival(file, name(folder, file), state.size(), state.modified(), sha256));
        } catch (FileSystemException e) {
            return Optional.empty();
        }
    }

    /// Deletes an archived file from the import folder, unless it has been replaced since.
    ///
    /// @return whether the file is gone
    public static boolean deleteFromImport(Arrival arrival) throws IOException {
        try {
            if (!FileState.at(arrival.path()).equals(new FileState(arrival.size(), arrival.modified()))) return false;
            Files.delete(arrival.path());
            return true;
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    private static Map<Path, FileState> scan(Path folder) throws IOException {
        Map<Path, FileState> found = new TreeMap<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (whyIgnored(folder.relativize(file), attributes).isEmpty())
                    found.put(file, FileState.of(attributes));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) throws IOException {
                if (file.equals(folder)) throw gone;
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    /// Whether there is a file that a run may take, whether it is still changing or not.
    public static boolean hasFilesToImport(Path importFolder) throws IOException {
        return !scan(importFolder.toRealPath()).isEmpty();
    }

    /// Every file left in the import folder, and every folder that cannot be read, with the reason.
    public static SortedMap<String, String> left(Path importFolder) throws IOException {
        Path folder = importFolder.toRealPath();
        SortedMap<String, String> left = new TreeMap<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String why = whyIgnored(folder.relativize(file), attributes)
                        .orElseGet(() -> Files.isReadable(file) ? NOT_YET : NOT_ALLOWED);
                left.put(name(folder, file), why);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
                if (file.equals(folder)) throw failed;
                if (failed instanceof AccessDeniedException) left.put(name(folder, file), NOT_ALLOWED);
                return FileVisitResult.CONTINUE;
            }
        });
        return left;
    }

    /// Why a file of this kind or name is not taken; empty if it is taken once it stops changing.
    ///
    /// @param below its path below the import folder
    private static Optional<String> whyIgnored(Path below, BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink())
            return Optional.of("a link to another file, never imported; copy the file itself");
        if (attributes.isOther()) return Optional.of("a pipe, socket or device, not a file; never imported");
        if (below.getFileName().toString().startsWith("~$"))
            return Optional.of("the lock file of a workbook that somebody has open; never imported");
        for (Path part : below) if (isHidden(part)) return Optional.of("a hidden file; never imported");
        if (isHalfCopied(below)) return Optional.of("a partial copy, judging by its name; imported once it is renamed");
        return Optional.empty();
    }

    private static boolean isHidden(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(".") || name.startsWith("~$");
    }

    private static boolean isHalfCopied(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return HALF_COPIED.stream().anyMatch(name::endsWith);
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    private record FileState(long size, Instant modified) {

        static FileState at(Path path) throws IOException {
            return of(Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        }

        static FileState of(BasicFileAttributes attributes) {
            return new FileState(
                    attributes.size(), attributes.lastModifiedTime().toInstant());
        }
    }
}
