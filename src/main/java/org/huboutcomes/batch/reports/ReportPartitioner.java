package org.huboutcomes.batch.reports;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.Progress;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/// Partitioner of step `reports`: one partition for each hub and each network.
public final class ReportPartitioner implements Partitioner {

    /// The key of the hub or network in a partition's context.
    public static final String RECIPIENT = "recipient";

    private final ReportRendering rendering;
    private final Progress progress;

    public ReportPartitioner(ReportRendering rendering, Progress progress) {
        this.rendering = rendering;
        this.progress = progress;
    }

    /// @param gridSize not used: the number of partitions depends on the data
    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        try {
            List<String> recipients = rendering.prepare();
            progress.itemsExpected(recipients.size());
            Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
            for (String recipient : recipients) {
                ExecutionContext context = new ExecutionContext();
                context.putString(RECIPIENT, recipient);
                // Numbered, because Batch allows a step name 100 characters and a network's name may be longer.
                partitions.put(String.valueOf(partitions.size() + 1), context);
            }
            return partitions;
        } catch (IOException | SQLException e) {
            throw Fault.of(e);
        }
    }
}
