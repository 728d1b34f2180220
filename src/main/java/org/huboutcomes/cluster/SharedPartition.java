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

/// A partition that is left to a shard, as files in the folder of its run: what is asked for, the folder that the shard
/// makes of it, or the fault that kept it from that.
///
/// @param run the folder of the run
/// @param name what tells the partition from others of the run
/// @param shard the shard that does it
record SharedPartition(Path run, String name, Shard shard) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String JSON_FILE = ".json";
    private static final String ASKED = "asked-";

    /// What is to be done.
    ///
    /// @param program what program and catalogue both sides must have
    record Asked(String program, String step, Map<String, Object> context) {

        ExecutionContext executionContext() {
            return new ExecutionContext(context);
        }
    }

    private record Failed(String sentence, ExitCode code) {}

    /// The partition that a file asks for; empty if it asks another shard, or is another file.
    static Optional<SharedPartition> of(Path file, Shard shard) {
        String name = file.getFileName().toString();
        String beginning = beginning(shard);
        if (!name.startsWith(beginning) || !name.endsWith(JSON_FILE)) return Optional.empty();
        String of = name.substring(beginning.length(), name.length() - JSON_FILE.length());
        return Optional.of(new SharedPartition(Objects.requireNonNull(file.getParent()), of, shard));
    }

    /// Whether a file asks any shard.
    static boolean isAsking(Path file) {
        return file.getFileName().toString().startsWith(ASKED);
    }

    private static String beginning(Shard shard) {
        return ASKED + shard.number() + "-of-" + shard.of() + "-";
    }

    private Path asking() {
        return run.resolve(beginning(shard) + name + JSON_FILE);
    }

    void ask(Asked asked) throws IOException {
        AtomicFile.write(asking(), JSON.writeValueAsString(asked));
    }

    Asked asked() throws IOException {
        return JSON.readValue(Files.readString(asking()), Asked.class);
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

    /// Whether nobody has to do it any more.
    boolean isEnded() {
        return Files.isDirectory(folder().place()) || Files.exists(failure());
    }

    /// Whether it is asked for and not done.
    boolean isAsked() {
        return Files.exists(asking()) && !isEnded();
    }

    /// The file by which the shard shows that it lives.
    Path sign() {
        return run.resolve("alive-" + shard.number());
    }
}
