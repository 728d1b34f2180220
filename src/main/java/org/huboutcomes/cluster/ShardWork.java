package org.huboutcomes.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.Workspace;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/// The partitions that the runs of a workspace give to one shard.
public final class ShardWork {

    private final Workspace workspace;
    private final String program;
    private final Shard shard;

    /// @param program identifies the program and catalogue of both sides; partitions of other versions are ignored
    public ShardWork(Workspace workspace, String program, Shard shard) {
        this.workspace = workspace;
        this.program = program;
        this.shard = shard;
    }

    /// A partition of this shard.
    public static final class Item implements PartitionOwnership {

        private final SharedPartition partition;
        private final SharedPartition.PartitionRequest request;
        private final String token = UUID.randomUUID().toString();

        private Item(SharedPartition partition, SharedPartition.PartitionRequest request) {
            this.partition = partition;
            this.request = request;
        }

        public String step() {
            return request.step();
        }

        /// Whether the run still waits for it.
        public boolean isPending() {
            return partition.isPending();
        }

        /// The folder of the run.
        public Path run() {
            return partition.run();
        }

        public ExecutionContext context() {
            return request.executionContext();
        }

        public PartitionFolder folder() {
            return partition.folder();
        }

        /// The key that distinguishes it from every other partition.
        public Path place() {
            return folder().place();
        }

        /// Reports to the run why the shard failed, unless the run has ended or another process has done the
        /// partition.
        public void fail(Fault fault) throws IOException {
            if (Files.isDirectory(run()) && !Files.isDirectory(place())) partition.fail(fault);
        }

        /// Only one process has a shard, unless it was frozen and another was started in its place. Then both make
        /// the same bytes, and the first to rename them wins.
        @Override
        public void whileHeld(FileAction action) throws IOException {
            action.run();
        }

        @Override
        public String token() {
            return token;
        }
    }

    /// The partitions that are requested and not done, including those in progress. Writes a sign of life to each
    /// run that has one.
    public List<Item> open() throws IOException {
        List<Item> open = new ArrayList<>();
        for (Path run : list(workspace.partitions()))
            try {
                List<Item> ofRun = open(run);
                if (!ofRun.isEmpty()) writeHeartbeat(ofRun.get(0).partition.heartbeatFile());
                open.addAll(ofRun);
            } catch (NoSuchFileException ended) {
                // The run has just ended, and its folder is being deleted.
                continue;
            }
        return open;
    }

    private List<Item> open(Path run) throws IOException {
        List<Item> open = new ArrayList<>();
        for (Path file : list(run)) {
            Optional<SharedPartition> partition = SharedPartition.of(file, shard);
            if (partition.isEmpty() || !partition.get().isPending()) continue;
            SharedPartition.PartitionRequest request = partition.get().request();
            if (request.program().equals(program)) open.add(new Item(partition.get(), request));
        }
        return open;
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(one -> !one.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void writeHeartbeat(Path file) throws IOException {
        if (!Files.exists(file)) Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    }
}
