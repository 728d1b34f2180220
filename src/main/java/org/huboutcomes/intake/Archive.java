package org.huboutcomes.intake;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.huboutcomes.files.AtomicFile;
import org.huboutcomes.files.Sha256;

/// Stores every file received, unchanged, under its SHA-256. A file is stored completely or not at all.
public final class Archive {

    private final Path folder;

    public Archive(Path folder) {
        this.folder = folder;
    }

    /// Stores a file, and replaces a damaged archived copy of it.
    ///
    /// @return the archived file; empty if the arrival has gone or changed: the next run then waits for it
    public Optional<Path> keep(Arrival arrival) throws IOException {
        Optional<Path> kept = intact(arrival.sha256());
        if (kept.isPresent()) return kept;
        Path shelf = Files.createDirectories(shelf(arrival.sha256()));
        Path copy = Files.createTempFile(shelf, ".", ".tmp");
        try {
            if (!copied(arrival.path(), copy).equals(arrival.sha256())) return Optional.empty();
            Path place = find(arrival.sha256()).orElse(shelf.resolve(arrival.sha256() + ending(arrival.name())));
            return Optional.of(Files.move(copy, place, StandardCopyOption.ATOMIC_MOVE));
        } catch (FileSystemException e) {
            if (!arrival.path().toString().equals(e.getFile())) throw e;
            return Optional.empty();
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /// Stores a file that the program wrote, under the hash of its content.
    ///
    /// @param draft is moved
    /// @param name the name under which the original was received
    public void keep(Path draft, String sha256, String name) throws IOException {
        if (intact(sha256).isPresent()) return;
        Files.createDirectories(shelf(sha256));
        Path copy = Files.createTempFile(shelf(sha256), ".", ".tmp");
        Files.copy(draft, copy, StandardCopyOption.REPLACE_EXISTING);
        AtomicFile.place(copy, shelf(sha256).resolve(sha256 + ending(name)));
    }

    /// The archived file, if its content is unchanged.
    public Optional<Path> intact(String sha256) throws IOException {
        Optional<Path> kept = find(sha256);
        return kept.isPresent() && !ArchiveVerification.isDamaged(kept.get()) ? kept : Optional.empty();
    }

    public Optional<Path> find(String sha256) throws IOException {
        Path shelf = shelf(sha256);
        if (!Files.isDirectory(shelf)) return Optional.empty();
        try (Stream<Path> files = Files.list(shelf)) {
            return files.filter(file -> file.getFileName().toString().startsWith(sha256))
                    .findFirst();
        }
    }

    /// Removes a file permanently.
    public void remove(String sha256) throws IOException {
        Optional<Path> kept = find(sha256);
        if (kept.isPresent()) Files.deleteIfExists(kept.get());
    }

    private Path shelf(String sha256) {
        return folder.resolve(sha256.substring(0, 2));
    }

    /// Copies and syncs a file before it is renamed, so that a power cut leaves no empty file with a valid name.
    private static String copied(Path from, Path to) throws IOException {
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
            String sha256 = Sha256.ofCopy(from, Channels.newOutputStream(channel));
            channel.force(true);
            return sha256;
        }
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
        return ending.matches("\\.[a-z0-9]{1,8}") ? ending : "";
    }
}
