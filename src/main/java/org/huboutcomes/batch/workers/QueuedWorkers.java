package org.huboutcomes.batch.workers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.huboutcomes.batch.reports.ReportPartitioner;
import org.huboutcomes.cluster.PartitionFolder;
import org.huboutcomes.cluster.Partitions;
import org.huboutcomes.cluster.RemotePartitionHandler;
import org.huboutcomes.workspace.Progress;
import org.huboutcomes.workspace.Workspace;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.support.SimpleStepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/// Workers that take partitions from the queue in PostgreSQL.
record QueuedWorkers(Workspace workspace, JobRepository repository, Partitions partitions, Duration patience)
        implements Workers {

    @Override
    public Map<String, Path> screen(StepExecution step, int round, Map<String, ExecutionContext> parts)
            throws Exception {
        Map<String, Path> made = new HashMap<>();
        RemotePartitionHandler.Exchange exchange = new RemotePartitionHandler.Exchange() {
            @Override
            public void give(long jobExecution) {}

            @Override
            public void take(StepExecution partition) {
                made.put(
                        partition.getExecutionContext().getString(ScreeningInputs.PART),
                        PartitionFolder.of(workspace, partition).place());
            }

            @Override
            public void end(long jobExecution) {}
        };
        handler(PartitionWork.SCREENING, ScreeningInputs.PART, Progress.SILENT, exchange)
                .handle(
                        new SimpleStepExecutionSplitter(
                                repository, PartitionWork.SCREENING + " " + round, gridSize -> parts),
                        step);
        return made;
    }

    @Override
    public PartitionHandler reports(Progress progress, RemotePartitionHandler.Exchange exchange) {
        return handler(PartitionWork.REPORTS, ReportPartitioner.RECIPIENT, progress, exchange);
    }

    private RemotePartitionHandler handler(
            String step, String item, Progress progress, RemotePartitionHandler.Exchange exchange) {
        return new RemotePartitionHandler(step, item, repository, partitions, patience, progress, exchange);
    }
}
