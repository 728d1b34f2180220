package org.huboutcomes.batch.workers;

import java.nio.file.Path;
import java.util.Map;
import org.huboutcomes.cluster.RemotePartitionHandler;
import org.huboutcomes.workspace.Progress;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/// Other processes that do the partitions of a run. They take them from a queue, or each has a fixed share.
public interface Workers {

    /// Has the files of a round screened, and returns when that is done.
    ///
    /// @param step the step `returns`
    /// @param parts the context of each partition, by its name
    /// @return the result folder of each
    Map<String, Path> screen(StepExecution step, int round, Map<String, ExecutionContext> parts) throws Exception;

    /// The handler that has the reports rendered.
    PartitionHandler reports(Progress progress, RemotePartitionHandler.Exchange exchange);
}
