package org.huboutcomes.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tells a disk that fails from a file that cannot be read or written back.
public final class Disk {

    private Disk() {}

    /// Whether these are the words of a disk, a share of it, or a limit on what one file may take, that is full.
    public static boolean isFull(@Nullable String words) {
        return words != null
                && Stream.of("No space left", "Disk quota exceeded", "File too large", "not enough space on the disk")
                        .anyMatch(words::contains);
    }

    /// What the disk said, beneath whatever a library made of it; nothing where it was not the disk.
    public static Optional<IOException> beneath(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause())
            if (cause instanceof IOException io
                    && (io instanceof FileSystemException
                            || isFull(io.getMessage())
                            || "Input/output error".equals(io.getMessage()))) return Optional.of(io);
        return Optional.empty();
    }

    /// A file to write to, whose disk is heard whatever a library makes of what it says.
    public static Writing open(Path file) throws IOException {
        return new Writing(file, Files.newOutputStream(file));
    }

    /// What is written; a disk that fails beneath it speaks as a [FileSystemException], and is remembered.
    public static final class Writing extends OutputStream {

        private final Path file;
        private final OutputStream out;
        private @Nullable FileSystemException said;

        private Writing(Path file, OutputStream out) {
            this.file = file;
            this.out = out;
        }

        /// For a library that told only its own log: throws what the disk said, if it said anything.
        public void checkDisk() throws IOException {
            if (said != null) throw said;
        }

        @Override
        public void write(int oneByte) throws IOException {
            write(new byte[] {(byte) oneByte}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                said = new FileSystemException(file.toString(), null, e.getMessage());
                said.initCause(e);
                throw said;
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
