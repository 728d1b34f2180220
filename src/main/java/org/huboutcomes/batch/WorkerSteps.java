package org.huboutcomes.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.cluster.Lease;
import org.huboutcomes.cluster.Partitions;
import org.huboutcomes.files.AtomicFile;
import org.huboutcomes.workspace.Fault;
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
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/// The steps that a worker can run, each for one partition. What all partitions of a run need is opened once.
final class WorkerSteps implements StepLocator, AutoCloseable {

    /// The step of one hub or network.
    static final String REPORTS = "reportsOfRecipient";

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
        return name.equals(REPORTS) ? step(name, this::reports) : null;
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
            LOG.error("batch: a partition failed", e);
            WorkerFault.put(Fault.of(e), contribution.getStepExecution());
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
