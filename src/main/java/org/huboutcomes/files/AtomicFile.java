package org.huboutcomes.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writes a file so that readers see it complete or not at all. The content goes to a draft in the same folder, is
/// synced to disk, and is then renamed.
public final class AtomicFile {

    private AtomicFile() {}

    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    public static void write(Path file, byte[] content) throws IOException {
        Path draft = draft(file);
        Files.write(draft, content);
        place(draft, file);
    }

    /// The draft to write before [placing][#place(Path, Path)] it.
    public static Path draft(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".tmp");
    }

    /// Whether a file or folder is a draft, by its name.
    public static boolean isDraft(Path file) {
        String name = file.getFileName().toString();
        // DuckDB writes its write-ahead log next to a database.
        return name.startsWith(".") && (name.endsWith(".tmp") || name.endsWith(".tmp.wal"));
    }

    /// Renames a finished draft, replacing an existing file.
    public static void place(Path draft, Path file) throws IOException {
        force(draft);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Forces the content of the file to disk.
    public static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
