package org.huboutcomes.batch.workers;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.huboutcomes.batch.returns.SharedScreening;
import org.huboutcomes.cluster.PartitionFolder;
import org.huboutcomes.returns.ScreenedFile;
import org.huboutcomes.returns.ScreenedFileFormat;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.tables.Submission;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.OpenWorkspace;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/// Has workers screen the files of step `returns`, in partitions of about a hundred. Files of one order are read
/// with the same reference lists, so each order is finished before the next is given out. This process then loads
/// each file in the order of submissions, in its own transaction, as on one machine.
public final class RemoteScreening implements SharedScreening {

    private final OpenWorkspace open;
    private final Workers workers;
    private final ScreenedFileFormat format;
    private final Map<Long, Path> made = new HashMap<>();
    private @Nullable StepExecution step;
    private int rounds;

    public RemoteScreening(OpenWorkspace open, ReturnTypes types, Workers workers) {
        this.open = open;
        this.workers = workers;
        this.format = new ScreenedFileFormat(types);
    }

    @Override
    public void beforeStep(StepExecution execution) {
        step = execution;
        made.clear();
        rounds = 0;
    }

    @Override
    public void screen(List<Submission> files) {
        rounds++;
        ScreeningInputs inputs = new ScreeningInputs(run(), rounds);
        Map<String, ExecutionContext> contexts = new LinkedHashMap<>();
        Map<String, List<Submission>> parts = parts(files);
        for (String part : parts.keySet()) contexts.put(part, inputs.context(part));
        try {
            inputs.write(open.store(), parts);
            Map<String, Path> folders = workers.screen(Objects.requireNonNull(step), rounds, contexts);
            folders.forEach((part, folder) -> {
                for (Submission submission : parts.getOrDefault(part, List.of()))
                    made.put(submission.number(), ScreeningInputs.file(folder, submission.number()));
            });
        } catch (Exception e) {
            throw Fault.of(e);
        }
    }

    private Map<String, List<Submission>> parts(List<Submission> files) {
        int most = open.settings().cluster().filesPerPartition();
        Map<String, List<Submission>> parts = new LinkedHashMap<>();
        for (int from = 0; from < files.size(); from += most)
            parts.put(
                    String.valueOf(parts.size() + 1),
                    new ArrayList<>(files.subList(from, Math.min(from + most, files.size()))));
        return parts;
    }

    @Override
    public Optional<ScreenedFile> find(Submission submission) throws IOException {
        Path file = made.get(submission.number());
        // A worker leaves out a result that cannot be written exactly.
        if (file == null || !Files.exists(file)) return Optional.empty();
        try (DataInputStream in = ScreeningInputs.in(file)) {
            return Optional.of(format.read(in));
        }
    }

    private Path run() {
        return PartitionFolder.run(
                open.workspace(), Objects.requireNonNull(step).getJobExecutionId());
    }

    @Override
    public ExitStatus afterStep(StepExecution execution) {
        try {
            PartitionFolder.delete(run());
            return execution.getExitStatus();
        } catch (IOException e) {
            throw Fault.of(e);
        }
    }
}
