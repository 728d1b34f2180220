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

/// The files that people dropped into the import folder and its subfolders. A file is taken when two looks at it find
/// the same size and time; one that is still being written waits for the next run.
public final class Arrivals {

    private static final List<String> HALF_COPIED = List.of(".part", ".partial", ".crdownload", ".download", ".tmp");

    private static final String NOT_YET = "it is taken by the next run, once it is at rest";
    private static final String NOT_ALLOWED =
            "it may not be read by who runs this; it is taken by the first run that may";

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
        Map<Path, Look> before = look(folder);
        Map<Path, Look> settled = new TreeMap<>();
        for (int look = 1; look < looks && !settled.keySet().containsAll(before.keySet()); look++) {
            Thread.sleep(pause.toMillis());
            Map<Path, Look> now = look(folder);
            settled = new TreeMap<>(now);
            settled.entrySet().retainAll(before.entrySet());
            before = now;
        }
        List<Arrival> arrivals = new ArrayList<>();
        for (Map.Entry<Path, Look> one : settled.entrySet())
            taken(folder, one.getKey(), one.getValue()).ifPresent(arrivals::add);
        return arrivals;
    }

    /// A file that changes while it is read, goes away, or is held open by another program waits as well.
    private static Optional<Arrival> taken(Path folder, Path file, Look look) throws IOException {
        try {
            String sha256 = Fingerprint.of(file);
            if (!Look.at(file).equals(look)) return Optional.empty();
            return Optional.of(new Arrival(file, name(folder, file), look.size(), look.modified(), sha256));
        } catch (FileSystemException e) {
            return Optional.empty();
        }
    }

    /// Takes a file that is archived out of the import folder, unless somebody has put another in its place since.
    ///
    /// @return whether it is away
    public static boolean takeAway(Arrival arrival) throws IOException {
        try {
            if (!Look.at(arrival.path()).equals(new Look(arrival.size(), arrival.modified()))) return false;
            Files.delete(arrival.path());
            return true;
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    private static Map<Path, Look> look(Path folder) throws IOException {
        Map<Path, Look> found = new TreeMap<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (whyNotTaken(folder.relativize(file), attributes).isEmpty()) found.put(file, Look.of(attributes));
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

    /// Everything that lies in the import folder and is no folder, or is one that may not be looked into; and why it is
    /// still there.
    public static SortedMap<String, String> left(Path importFolder) throws IOException {
        Path folder = importFolder.toRealPath();
        SortedMap<String, String> left = new TreeMap<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String why = whyNotTaken(folder.relativize(file), attributes)
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

    /// Why what is of this kind and has this name is not taken; nothing where it is, once it is at rest.
    ///
    /// @param below where it lies below the import folder
    private static Optional<String> whyNotTaken(Path below, BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink())
            return Optional.of("a link to a file elsewhere, which is never taken; copy the file itself");
        if (attributes.isOther()) return Optional.of("a pipe, a socket or a device, and no file; it is never taken");
        if (below.getFileName().toString().startsWith("~$"))
            return Optional.of("a lock of a workbook that somebody has open; it is never taken");
        for (Path part : below) if (isHidden(part)) return Optional.of("a hidden file; it is never taken");
        if (isHalfCopied(below)) return Optional.of("still being copied, by its name; it is taken when it has its own");
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

    private record Look(long size, Instant modified) {

        static Look at(Path path) throws IOException {
            return of(Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        }

        static Look of(BasicFileAttributes attributes) {
            return new Look(attributes.size(), attributes.lastModifiedTime().toInstant());
        }
    }
}
