package org.huboutcomes.batch.workers;

import java.util.function.Supplier;
import org.huboutcomes.cluster.Lease;
import org.huboutcomes.cluster.PartitionFolder;
import org.huboutcomes.cluster.Partitions;
import org.huboutcomes.cluster.WorkerFault;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepLocator;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;

/// The steps that a worker of the queue can run, each for one partition.
///
/// @param held the lease of the partition that the calling thread works on
record WorkerSteps(
        Workspace workspace, JobRepository repository, Partitions partitions, PartitionWork work, Supplier<Lease> held)
        implements StepLocator {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerSteps.class);

    @Override
    public @Nullable Step getStep(String name) {
        return PartitionWork.knows(name) ? step(name) : null;
    }

    /// A step without a transaction of its own, because it only writes files.
    private Step step(String name) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, context) -> execute(name, contribution.getStepExecution()),
                        new ResourcelessTransactionManager())
                .build();
    }

    private @Nullable RepeatStatus execute(String step, StepExecution partition) throws Exception {
        try {
            work.work(
                    step,
                    PartitionFolder.run(workspace, partition.getJobExecutionId()),
                    partition.getExecutionContext(),
                    PartitionFolder.of(workspace, partition),
                    partitions.ownership(held.get()));
            return RepeatStatus.FINISHED;
        } catch (Exception | Error e) {
            Fault fault = Fault.of(e);
            LOG.error("batch: a partition failed: {}", fault.getMessage());
            WorkerFault.put(fault, partition);
            throw e;
        }
    }
}
