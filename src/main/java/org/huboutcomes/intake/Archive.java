package org.huboutcomes.intake;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Every file ever taken, as it came, under its fingerprint. A file is there whole or not at all.
public final class Archive {

    private final Path folder;

    public Archive(Path folder) {
        this.folder = folder;
    }

    /// Where the file is kept; nothing if it is gone, or no longer holds what it held on arrival, and so waits for the
    /// next run.
    public Optional<Path> keep(Arrival arrival) throws IOException {
        Optional<Path> kept = find(arrival.sha256());
        if (kept.isPresent()) return kept;
        Path shelf = Files.createDirectories(shelf(arrival.sha256()));
        Path copy = Files.createTempFile(shelf, ".", ".tmp");
        try {
            if (!copied(arrival.path(), copy).equals(arrival.sha256())) return Optional.empty();
            Path place = shelf.resolve(arrival.sha256() + ending(arrival.name()));
            return Optional.of(Files.move(copy, place, StandardCopyOption.ATOMIC_MOVE));
        } catch (FileSystemException e) {
            if (!arrival.path().toString().equals(e.getFile())) throw e;
            return Optional.empty();
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    public Optional<Path> find(String sha256) throws IOException {
        Path shelf = shelf(sha256);
        if (!Files.isDirectory(shelf)) return Optional.empty();
        try (Stream<Path> files = Files.list(shelf)) {
            return files.filter(file -> file.getFileName().toString().startsWith(sha256))
                    .findFirst();
        }
    }

    /// Takes a file out for good.
    public void remove(String sha256) throws IOException {
        Optional<Path> kept = find(sha256);
        if (kept.isPresent()) Files.deleteIfExists(kept.get());
    }

    private Path shelf(String sha256) {
        return folder.resolve(sha256.substring(0, 2));
    }

    /// On the disk before it gets its name: a power cut leaves no file that is named and empty.
    private static String copied(Path from, Path to) throws IOException {
        try (FileOutputStream out = new FileOutputStream(to.toFile())) {
            String sha256 = Fingerprint.ofCopy(from, out);
            out.getFD().sync();
            return sha256;
        }
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
        return ending.matches("\\.[a-z0-9]{1,8}") ? ending : "";
    }
}
