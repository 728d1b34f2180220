package org.huboutcomes.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Distinguishes a failing disk from a file that cannot be read or written.
public final class DiskFailure {

    private DiskFailure() {}

    /// Whether the message says that a disk, a share or a file size limit is full.
    public static boolean isFull(@Nullable String words) {
        return words != null
                && Stream.of("No space left", "Disk quota exceeded", "File too large", "not enough space on the disk")
                        .anyMatch(words::contains);
    }

    /// Finds the file system error among the causes of an exception; empty if the disk is not the cause.
    public static Optional<IOException> causeOf(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause())
            if (cause instanceof IOException io
                    && (io instanceof FileSystemException
                            || isFull(io.getMessage())
                            || "Input/output error".equals(io.getMessage()))) return Optional.of(io);
        return Optional.empty();
    }

    /// Opens a file for writing. The stream keeps any disk error, even when a library swallows it.
    public static Writing open(Path file) throws IOException {
        return new Writing(file, Files.newOutputStream(file));
    }

    /// An output stream that reports disk errors as [FileSystemException] and remembers them.
    public static final class Writing extends OutputStream {

        private final Path file;
        private final OutputStream out;
        private @Nullable FileSystemException error;

        private Writing(Path file, OutputStream out) {
            this.file = file;
            this.out = out;
        }

        /// Throws the remembered disk error, for libraries that only log it.
        public void checkDisk() throws IOException {
            if (error != null) throw error;
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
                error = new FileSystemException(file.toString(), null, e.getMessage());
                error.initCause(e);
                throw error;
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
