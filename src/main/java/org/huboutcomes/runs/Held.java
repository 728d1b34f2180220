package org.huboutcomes.runs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The workspace, held by this run alone. The lock ends with the process, however that ends, so that holding it proves
/// that nobody else runs.
final class Held implements AutoCloseable {

    private final FileChannel channel;

    private Held(FileChannel channel) {
        this.channel = channel;
    }

    static Held hold(Workspace workspace) throws IOException {
        Path file = Files.createDirectories(workspace.store()).resolve("run.lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) return new Held(channel);
        } catch (OverlappingFileLockException heldInThisProcess) {
            // The same answer as when another process holds it.
        }
        channel.close();
        throw new Fault(
                ExitCode.HELD,
                "Another run holds the workspace " + workspace.root() + "; wait for it to end, or see `status`.");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
