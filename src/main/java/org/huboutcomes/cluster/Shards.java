package org.huboutcomes.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.huboutcomes.files.FilePermissions;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.Workspace;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/// Gives partitions to processes that each do a fixed share of every run, using only files in the shared folder. No
/// process takes over the share of one that has died; it has to be restarted, for example by Kubernetes.
public final class Shards {

    private static final long POLL_MILLISECONDS = 250;

    private final Workspace workspace;
    private final String program;
    private final int number;
    private final Duration patience;

    /// @param program identifies the program and catalogue of both sides
    /// @param number the number of shards
    /// @param patience how long a shard with open partitions may give no sign of life
    public Shards(Workspace workspace, String program, int number, Duration patience) {
        this.workspace = workspace;
        this.program = program;
        this.number = number;
        this.patience = patience;
    }

    /// Withdraws the requests of earlier runs. Reports that shards have already made are kept for reuse. Called
    /// while no run is in progress.
    public static void forgetAll(Workspace workspace) throws IOException {
        for (Path run : list(workspace.partitions()))
            for (Path file : list(run)) if (SharedPartition.isRequest(file)) Files.deleteIfExists(file);
    }

    /// Reads only the names, because a shard may be renaming its result.
    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> found = Files.list(folder)) {
            return found.toList();
        }
    }

    /// Gives partitions to the shards in turn, and returns when all are done.
    ///
    /// @param contexts the context of each partition, by its name in the run
    /// @param done is called with the name of each partition that is done
    /// @return the folder of each partition
    /// @throws Fault the fault of a shard, or if one gives no sign of life
    public Map<String, PartitionFolder> work(
            long jobExecution, String step, Map<String, ExecutionContext> contexts, Consumer<String> done)
            throws IOException, InterruptedException {
        Path run = PartitionFolder.run(workspace, jobExecution);
        Files.createDirectories(run);
        FilePermissions.makePrivate(run);
        Map<String, PartitionFolder> folders = new HashMap<>();
        List<SharedPartition> open = new ArrayList<>();
        for (var entry : contexts.entrySet()) {
            SharedPartition partition =
                    new SharedPartition(run, entry.getKey(), new Shard(open.size() % number + 1, number));
            partition.request(new SharedPartition.PartitionRequest(
                    program, step, entry.getValue().toMap()));
            open.add(partition);
            folders.put(partition.name(), partition.folder());
        }
        await(open, done);
        return folders;
    }

    private void await(List<SharedPartition> open, Consumer<String> done) throws IOException, InterruptedException {
        Map<Shard, Heartbeat> heartbeats = new HashMap<>();
        while (true) {
            for (SharedPartition one : List.copyOf(open)) {
                if (!one.isEnded()) continue;
                Optional<Fault> fault = one.fault();
                if (fault.isPresent()) throw fault.get();
                open.remove(one);
                done.accept(one.name());
            }
            if (open.isEmpty()) return;
            for (SharedPartition one : open) requireAlive(one, heartbeats);
            Thread.sleep(POLL_MILLISECONDS);
        }
    }

    /// The last sign of life of a shard, and when this machine saw it: clocks of machines may differ.
    private record Heartbeat(FileTime given, long seen) {}

    private void requireAlive(SharedPartition one, Map<Shard, Heartbeat> heartbeats) throws IOException {
        FileTime given = heartbeat(one.heartbeatFile());
        Heartbeat before = heartbeats.get(one.shard());
        if (before == null || !before.given().equals(given))
            heartbeats.put(one.shard(), new Heartbeat(given, System.nanoTime()));
        else if (System.nanoTime() - before.seen() > patience.toNanos()) throw silent(one.shard());
    }

    private static FileTime heartbeat(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file);
        } catch (NoSuchFileException none) {
            return FileTime.fromMillis(0);
        }
    }

    private Fault silent(Shard shard) {
        return new Fault(
                ExitCode.MACHINE_FAILURE,
                "Shard " + shard + " was not heard of for " + patience.toSeconds() + " seconds; start"
                        + " `hub-outcomes worker --shard " + shard + "` with the same program and catalogue, and run"
                        + " again; nothing was lost.");
    }
}
