package org.huboutcomes.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.huboutcomes.files.AtomicFile;
import org.huboutcomes.files.Sha256;

/// Compares archived files with the SHA-256 in their names, some of them at a time. Each call continues where the
/// last one ended.
public final class ArchiveVerification {

    private final Path archive;
    private final Path cursor;

    /// @param cursor the file that records how far the last call came
    public ArchiveVerification(Path archive, Path cursor) {
        this.archive = archive;
        this.cursor = cursor;
    }

    /// Verifies at least one file, and further files until the time is over.
    ///
    /// @return the files whose content has changed
    public List<Path> share(Duration time) throws IOException {
        List<Path> files = files();
        if (files.isEmpty()) return List.of();
        long end = System.nanoTime() + time.toNanos();
        int first = first(files);
        List<Path> damaged = new ArrayList<>();
        Path last = files.get(first);
        for (int i = 0; i < files.size() && (i == 0 || System.nanoTime() < end); i++) {
            last = files.get((first + i) % files.size());
            if (isDamaged(last)) damaged.add(last);
        }
        AtomicFile.write(cursor, last.getFileName().toString());
        return damaged;
    }

    /// Verifies all files.
    public List<Path> all() throws IOException {
        List<Path> damaged = new ArrayList<>();
        for (Path file : files()) if (isDamaged(file)) damaged.add(file);
        return damaged;
    }

    private int first(List<Path> files) throws IOException {
        if (!Files.exists(cursor)) return 0;
        String last = new String(Files.readAllBytes(cursor), StandardCharsets.UTF_8).strip();
        for (int i = 0; i < files.size(); i++)
            if (files.get(i).getFileName().toString().compareTo(last) > 0) return i;
        return 0;
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(archive)) return List.of();
        try (Stream<Path> all = Files.walk(archive)) {
            return all.filter(file -> file.getFileName().toString().matches("[0-9a-f]{64}(\\..*)?"))
                    .sorted()
                    .toList();
        }
    }

    static boolean isDamaged(Path file) throws IOException {
        return !Sha256.of(file).equals(file.getFileName().toString().substring(0, 64));
    }
}
