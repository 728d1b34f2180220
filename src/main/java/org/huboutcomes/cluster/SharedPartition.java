package org.huboutcomes.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.huboutcomes.files.AtomicFile;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import tools.jackson.databind.json.JsonMapper;

/// A partition for a shard, as files in the folder of its run: the request, the folder that the shard makes, or its
/// fault.
///
/// @param run the folder of the run
/// @param name distinguishes the partition from others of the run
/// @param shard the shard that has to do it
record SharedPartition(Path run, String name, Shard shard) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String JSON_FILE = ".json";
    private static final String REQUEST_PREFIX = "asked-";

    /// The request.
    ///
    /// @param program identifies the program and catalogue of both sides
    record PartitionRequest(String program, String step, Map<String, Object> context) {

        ExecutionContext executionContext() {
            return new ExecutionContext(context);
        }
    }

    private record Failed(String sentence, ExitCode code) {}

    /// The partition that a file requests; empty if the request is for another shard, or the file is not a request.
    static Optional<SharedPartition> of(Path file, Shard shard) {
        String name = file.getFileName().toString();
        String beginning = beginning(shard);
        if (!name.startsWith(beginning) || !name.endsWith(JSON_FILE)) return Optional.empty();
        String of = name.substring(beginning.length(), name.length() - JSON_FILE.length());
        return Optional.of(new SharedPartition(Objects.requireNonNull(file.getParent()), of, shard));
    }

    /// Whether a file is a request.
    static boolean isRequest(Path file) {
        return file.getFileName().toString().startsWith(REQUEST_PREFIX);
    }

    private static String beginning(Shard shard) {
        return REQUEST_PREFIX + shard.number() + "-of-" + shard.of() + "-";
    }

    private Path requestFile() {
        return run.resolve(beginning(shard) + name + JSON_FILE);
    }

    void request(PartitionRequest request) throws IOException {
        AtomicFile.write(requestFile(), JSON.writeValueAsString(request));
    }

    PartitionRequest request() throws IOException {
        return JSON.readValue(Files.readString(requestFile()), PartitionRequest.class);
    }

    PartitionFolder folder() {
        return new PartitionFolder(run.resolve(PartitionFolder.MADE + name));
    }

    void fail(Fault fault) throws IOException {
        Failed failed = new Failed(String.valueOf(fault.getMessage()), fault.exitCode());
        AtomicFile.write(failure(), JSON.writeValueAsString(failed));
    }

    private Path failure() {
        return run.resolve("fault-" + name + JSON_FILE);
    }

    Optional<Fault> fault() throws IOException {
        if (!Files.exists(failure())) return Optional.empty();
        Failed failed = JSON.readValue(Files.readString(failure()), Failed.class);
        return Optional.of(new Fault(failed.code(), failed.sentence()));
    }

    /// Whether it no longer has to be done.
    boolean isEnded() {
        return Files.isDirectory(folder().place()) || Files.exists(failure());
    }

    /// Whether it is requested and not done.
    boolean isPending() {
        return Files.exists(requestFile()) && !isEnded();
    }

    /// The file whose time shows that the shard is alive.
    Path heartbeatFile() {
        return run.resolve("alive-" + shard.number());
    }
}
