package org.huboutcomes.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The lock of a workspace, held by one run at a time. The operating system releases it when the process ends, even if
/// it is killed.
public final class WorkspaceLock implements AutoCloseable {

    private static final int ATTEMPTS = 4;

    private final FileChannel channel;

    private WorkspaceLock(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws Fault with exit code 4 if another run holds the lock
    public static WorkspaceLock acquire(Workspace workspace) throws IOException {
        Files.createDirectories(workspace.store());
        FileChannel channel = FileChannel.open(file(workspace), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            // `status` takes the lock for a moment to see whether it is free.
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                if (channel.tryLock() != null) return new WorkspaceLock(channel);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        } catch (OverlappingFileLockException heldInThisProcess) {
            // Thrown within the same process; handled like a lock of another process.
        }
        channel.close();
        throw new Fault(
                ExitCode.WORKSPACE_LOCKED,
                "Another run holds the workspace " + workspace.root() + "; wait for it to end, or see `status`.");
    }

    /// Waits until no other run holds it.
    public static WorkspaceLock await(Workspace workspace) throws IOException, InterruptedException {
        while (true) {
            try {
                return acquire(workspace);
            } catch (Fault held) {
                if (held.exitCode() != ExitCode.WORKSPACE_LOCKED) throw held;
                Thread.sleep(1000);
            }
        }
    }

    /// Whether a run holds the lock, in any process, container or machine.
    static boolean isHeld(Workspace workspace) throws IOException {
        Path file = file(workspace);
        if (!Files.exists(file)) return false;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                FileLock free = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return free == null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return true;
        }
    }

    private static Path file(Workspace workspace) {
        return workspace.store().resolve("run.lock");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
