package org.huboutcomes.runs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The workspace, held by this run alone. The lock ends with the process, however that ends, so that holding it proves
/// that nobody else runs.
final class Held implements AutoCloseable {

    private static final int LOOKS = 4;

    private final FileChannel channel;

    private Held(FileChannel channel) {
        this.channel = channel;
    }

    static Held hold(Workspace workspace) throws IOException {
        Path file = Files.createDirectories(workspace.store()).resolve("run.lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            // `status` has it for a moment, to see whether it is free.
            for (int look = 0; look < LOOKS; look++) {
                if (channel.tryLock() != null) return new Held(channel);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        } catch (OverlappingFileLockException heldInThisProcess) {
            // The same answer as when another process holds it.
        }
        channel.close();
        throw new Fault(
                ExitCode.HELD,
                "Another run holds the workspace " + workspace.root() + "; wait for it to end, or see `status`.");
    }

    /// Whether a run holds it, in whatever process, container or machine that is.
    static boolean isHeld(Workspace workspace) throws IOException {
        Path file = workspace.store().resolve("run.lock");
        if (!Files.exists(file)) return false;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                FileLock free = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return free == null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
