package org.huboutcomes.intake;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
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
import java.util.TreeMap;

/// The files that people dropped into the import folder and its subfolders. A file is taken when two looks at it find
/// the same size and time; one that is still being written waits for the next run.
public final class Arrivals {

    private static final List<String> HALF_COPIED = List.of(".part", ".partial", ".crdownload", ".download", ".tmp");

    private final Duration pause;
    private final int looks;

    /// @param pause between two looks
    /// @param looks at most so many, so that a file which keeps changing holds nobody up
    public Arrivals(Duration pause, int looks) {
        if (pause.isNegative()) throw new IllegalArgumentException("a pause is not negative");
        if (looks < 2) throw new IllegalArgumentException("it takes two looks to see a file at rest");
        this.pause = pause;
        this.looks = looks;
    }

    public static Arrivals standard() {
        return new Arrivals(Duration.ofSeconds(1), 4);
    }

    /// The files at rest, by name.
    public List<Arrival> settled(Path importFolder) throws IOException, InterruptedException {
        Path folder = importFolder.toRealPath();
        Map<String, Look> before = look(folder);
        Map<String, Look> settled = new TreeMap<>();
        for (int look = 1; look < looks && !settled.keySet().containsAll(before.keySet()); look++) {
            Thread.sleep(pause.toMillis());
            Map<String, Look> now = look(folder);
            settled = new TreeMap<>(now);
            settled.entrySet().retainAll(before.entrySet());
            before = now;
        }
        List<Arrival> arrivals = new ArrayList<>();
        for (String name : settled.keySet()) taken(name, settled.get(name)).ifPresent(arrivals::add);
        return arrivals;
    }

    /// A file that changes while it is read, goes away, or is held open by another program waits as well.
    private static Optional<Arrival> taken(String name, Look look) throws IOException {
        try {
            String sha256 = Fingerprint.of(look.path());
            if (!Look.at(look.path()).equals(look)) return Optional.empty();
            return Optional.of(new Arrival(look.path(), name, look.size(), look.modified(), sha256));
        } catch (FileSystemException e) {
            return Optional.empty();
        }
    }

    private static Map<String, Look> look(Path folder) throws IOException {
        Map<String, Look> found = new TreeMap<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                boolean skip = !directory.equals(folder) && isHidden(directory);
                return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && !isHidden(file) && !isHalfCopied(file))
                    found.put(name(folder, file), Look.of(file, attributes));
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

    private static boolean isHidden(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(".") || name.startsWith("~$");
    }

    private static boolean isHalfCopied(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return HALF_COPIED.stream().anyMatch(name::endsWith);
    }

    /// Why this file is still in the import folder.
    public static String whyLeft(Path file) {
        if (Files.isSymbolicLink(file)) return "a link to a file elsewhere, which is never taken; copy the file itself";
        if (file.getFileName().toString().startsWith("~$"))
            return "a lock of a workbook that somebody has open; it is never taken";
        if (isHidden(file)) return "a hidden file; it is never taken";
        if (isHalfCopied(file)) return "still being copied, by its name; it is taken when it has its own";
        return "it is taken by the next run, once it is at rest";
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    private record Look(Path path, long size, Instant modified) {

        static Look at(Path path) throws IOException {
            return of(path, Files.readAttributes(path, BasicFileAttributes.class));
        }

        static Look of(Path path, BasicFileAttributes attributes) {
            return new Look(
                    path, attributes.size(), attributes.lastModifiedTime().toInstant());
        }
    }
}
