package org.huboutcomes.batch.workers;

import java.nio.file.Path;
import java.util.Map;
import org.huboutcomes.cluster.RemotePartitionHandler;
import org.huboutcomes.workspace.Progress;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/// Other processes that do the partitions of a run: they take them from a queue, or each has a share.
public interface Workers {

    /// Has the files of a round screened, and returns when they are.
    ///
    /// @param step the step `returns`
    /// @param parts what each partition is about, by its name
    /// @return the folder that was made of each
    Map<String, Path> screen(StepExecution step, int round, Map<String, ExecutionContext> parts) throws Exception;

    /// What has the reports rendered.
    PartitionHandler reports(Progress progress, RemotePartitionHandler.Exchange exchange);
}
