package org.huboutcomes.batch.reports;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Collection;
import org.huboutcomes.store.StoreFault;
import org.huboutcomes.workspace.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.partition.support.DefaultStepExecutionAggregator;
import org.springframework.batch.core.step.StepExecution;

/// Aggregator of step `reports`: writes the manifest of all files once every partition is complete.
public final class ReportAggregator extends DefaultStepExecutionAggregator {

    private static final Logger LOG = LoggerFactory.getLogger(ReportAggregator.class);

    private final ReportRendering rendering;
    private final ReleasedRanges ranges;

    public ReportAggregator(ReportRendering rendering, ReleasedRanges ranges) {
        this.rendering = rendering;
        this.ranges = ranges;
    }

    @Override
    public void aggregate(StepExecution result, Collection<StepExecution> partitions) {
        super.aggregate(result, partitions);
        if (result.getStatus() != BatchStatus.COMPLETED) return;
        try {
            rendering.refused().forEach(sentence -> LOG.error("reports: {}", sentence));
            rendering.writeManifest();
            ranges.propose();
            result.setExitStatus(result.getExitStatus().addExitDescription(rendering.summary()));
        } catch (IOException e) {
            throw Fault.of(e);
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }
}
