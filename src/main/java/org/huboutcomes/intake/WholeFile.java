package org.huboutcomes.intake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A file that others see whole or not at all: it is put together beside its place, under a name that nobody reads, and
/// is on the disk before it gets its own. A power cut leaves no file that is named and empty.
public final class WholeFile {

    private WholeFile() {}

    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    public static void write(Path file, byte[] content) throws IOException {
        Path draft = draft(file);
        Files.write(draft, content);
        place(draft, file);
    }

    /// Where to put a file together that is then [placed][#place(Path, Path)].
    public static Path draft(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".tmp");
    }

    /// Gives a finished draft its name, in place of what may be there.
    public static void place(Path draft, Path file) throws IOException {
        force(draft);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Returns when the file's content is on the disk.
    public static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
