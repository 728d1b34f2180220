package org.huboutcomes.batch.workers;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.huboutcomes.files.AtomicFile;
import org.huboutcomes.files.FilePermissions;
import org.huboutcomes.store.Store;
import org.huboutcomes.tables.StoredRegisters;
import org.huboutcomes.tables.Submission;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import tools.jackson.databind.json.JsonMapper;

/// The inputs that workers need to screen a round of files: the reference lists in a separate file, and the
/// submissions of each partition. File names are stored in the workspace and not in the database of the job
/// repository.
///
/// @param run the folder of the run
/// @param round the number of the round: files of one order are one round
record ScreeningInputs(Path run, int round) {

    /// The keys of a partition's context.
    static final String PART = "part";

    private static final String ROUND = "round";
    private static final JsonMapper JSON = new JsonMapper();

    static ScreeningInputs of(Path run, ExecutionContext context) {
        return new ScreeningInputs(run, context.getInt(ROUND));
    }

    ExecutionContext context(String part) {
        ExecutionContext context = new ExecutionContext();
        context.putString(PART, part);
        context.putInt(ROUND, round);
        return context;
    }

    void write(Store store, Map<String, List<Submission>> parts) throws IOException {
        Files.createDirectories(run);
        FilePermissions.makePrivate(run);
        store.copyTables(StoredRegisters.TABLES, registers());
        for (var part : parts.entrySet())
            AtomicFile.write(submissions(part.getKey()), JSON.writeValueAsString(part.getValue()));
    }

    List<Submission> read(String part) {
        return List.of(JSON.readValue(submissions(part), Submission[].class));
    }

    Path registers() {
        return run.resolve("registers-" + round + ".duckdb");
    }

    private Path submissions(String part) {
        return run.resolve("submissions-" + round + "-" + part + ".json");
    }

    /// The screened file of a submission, in the folder of its partition.
    static Path file(Path folder, long submission) {
        return folder.resolve(submission + ".screened");
    }

    static DataInputStream in(Path file) throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
    }

    static DataOutputStream out(Path file) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    }
}
