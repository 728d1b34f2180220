package org.huboutcomes.batch;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.cluster.Lease;
import org.huboutcomes.cluster.PartitionFolder;
import org.huboutcomes.cluster.Partitions;
import org.huboutcomes.cluster.WorkerFault;
import org.huboutcomes.files.AtomicFile;
import org.huboutcomes.intake.Archive;
import org.huboutcomes.returns.ScreenedFile;
import org.huboutcomes.returns.ScreenedFileFormat;
import org.huboutcomes.returns.Screening;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.values.Pseudonyms;
import org.huboutcomes.returns.values.ReferenceLists;
import org.huboutcomes.store.Store;
import org.huboutcomes.tables.StoredRegisters;
import org.huboutcomes.tables.Submission;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.FileLimits;
import org.huboutcomes.workspace.PseudonymKey;
import org.huboutcomes.workspace.Settings;
import org.huboutcomes.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepLocator;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/// The steps that a worker can run, each for one partition. What all partitions of a run need is opened once.
final class WorkerSteps implements StepLocator, AutoCloseable {

    /// The step of one hub or network.
    static final String REPORTS = "reportsOfRecipient";

    /// The step of about a hundred files.
    static final String SCREENING = "screening";

    private static final String COUNTS = "counts.json";
    private static final Logger LOG = LoggerFactory.getLogger(WorkerSteps.class);

    private final Workspace workspace;
    private final Catalogue catalogue;
    private final Settings settings;
    private final JobRepository repository;
    private final Partitions partitions;
    private final Supplier<Lease> held;
    private long opened;
    private @Nullable ReportInputs inputs;
    private @Nullable RoundOfFiles round;

    /// @param held the lease of the partition that the calling thread works on
    WorkerSteps(
            Workspace workspace,
            Catalogue catalogue,
            Settings settings,
            JobRepository repository,
            Partitions partitions,
            Supplier<Lease> held) {
        this.workspace = workspace;
        this.catalogue = catalogue;
        this.settings = settings;
        this.repository = repository;
        this.partitions = partitions;
        this.held = held;
    }

    @Override
    public @Nullable Step getStep(String name) {
        return switch (name) {
            case REPORTS -> step(name, this::reports);
            case SCREENING -> step(name, this::screening);
            default -> null;
        };
    }

    /// A step without a transaction of its own: what it makes is files.
    private Step step(String name, Tasklet tasklet) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, context) -> tellingFaults(tasklet, contribution, context),
                        new ResourcelessTransactionManager())
                .build();
    }

    private static @Nullable RepeatStatus tellingFaults(
            Tasklet tasklet, StepContribution contribution, ChunkContext context) throws Exception {
        try {
            return tasklet.execute(contribution, context);
        } catch (Exception | Error e) {
            Fault fault = Fault.of(e);
            LOG.error("batch: a partition failed: {}", fault.getMessage());
            WorkerFault.put(fault, contribution.getStepExecution());
            throw e;
        }
    }

    private RepeatStatus reports(StepContribution contribution, ChunkContext context) throws Exception {
        StepExecution partition = contribution.getStepExecution();
        String recipient = partition.getExecutionContext().getString(ReportPartitioner.RECIPIENT);
        ReportRendering rendering = rendering(partition.getJobExecutionId());
        PartitionFolder.of(workspace, partition).make(held.get(), partitions, folder -> {
            ReportCounts counts = new ReportCounts();
            rendering.render(recipient, folder, counts);
            AtomicFile.write(folder.resolve(COUNTS), new JsonMapper().writeValueAsString(counts.part()));
        });
        LOG.info("reports: {}: done", recipient);
        return RepeatStatus.FINISHED;
    }

    private RepeatStatus screening(StepContribution contribution, ChunkContext context) throws Exception {
        StepExecution partition = contribution.getStepExecution();
        ExecutionContext asked = partition.getExecutionContext();
        ScreeningInputs inputs =
                ScreeningInputs.of(PartitionFolder.run(workspace, partition.getJobExecutionId()), asked);
        String part = asked.getString(ScreeningInputs.PART);
        RoundOfFiles round = round(inputs);
        PartitionFolder.of(workspace, partition).make(held.get(), partitions, folder -> {
            for (Submission submission : inputs.read(part)) round.screen(submission, folder);
        });
        LOG.info("returns: partition {} of round {}: done", part, inputs.round());
        return RepeatStatus.FINISHED;
    }

    /// What the files of one round are read with.
    private record RoundOfFiles(
            ScreeningInputs inputs,
            ReferenceLists lists,
            FileLookup archive,
            Screening screening,
            ScreenedFileFormat format) {

        void screen(Submission submission, Path folder) throws IOException {
            ScreenedFile file = screening.screen(archive.require(submission), submission.fileName(), lists);
            if (!ScreenedFileFormat.canWrite(file)) return;
            Path target = ScreeningInputs.file(folder, submission.number());
            try (DataOutputStream out = ScreeningInputs.out(target)) {
                format.write(file, out);
            }
            AtomicFile.force(target);
        }
    }

    private synchronized RoundOfFiles round(ScreeningInputs inputs) throws IOException {
        if (round != null && round.inputs().equals(inputs)) return round;
        ReturnTypes types = ReturnTypes.of(catalogue);
        try (Store registers = Store.openReadOnly(inputs.registers(), settings.databaseMemory())) {
            round = new RoundOfFiles(
                    inputs,
                    new StoredRegisters(registers),
                    new Archive(workspace.archive())::intact,
                    new Screening(types, FileLimits.of(catalogue).read(), new Pseudonyms(PseudonymKey.of(workspace))),
                    new ScreenedFileFormat(types));
        }
        return round;
    }

    /// What a worker has counted in its folder.
    static ReportCounts.Part counts(Path folder) {
        return new JsonMapper().readValue(folder.resolve(COUNTS), ReportCounts.Part.class);
    }

    private synchronized ReportRendering rendering(long jobExecution) throws IOException, SQLException {
        if (inputs == null || opened != jobExecution) {
            close();
            inputs = ReportInputs.open(
                    PartitionFolder.run(workspace, jobExecution), workspace, catalogue, settings.databaseMemory());
            opened = jobExecution;
        }
        return inputs.rendering();
    }

    @Override
    public synchronized void close() {
        if (inputs != null) inputs.close();
        inputs = null;
    }
}
