package org.huboutcomes.batch.workers;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.huboutcomes.batch.reports.ReportPartitioner;
import org.huboutcomes.cluster.RemotePartitionHandler;
import org.huboutcomes.cluster.Shards;
import org.huboutcomes.workspace.Progress;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.support.AbstractPartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/// Workers that each do a fixed share of the run. They have no job repository: the manager records what they have
/// done.
record ShardedWorkers(JobRepository repository, Shards shards) implements Workers {

    @Override
    public Map<String, Path> screen(StepExecution step, int round, Map<String, ExecutionContext> parts)
            throws Exception {
        Map<String, ExecutionContext> named = new LinkedHashMap<>();
        parts.forEach((part, context) -> named.put(name(round, part), context));
        var folders = shards.work(step.getJobExecutionId(), PartitionWork.SCREENING, named, done -> {});
        return parts.keySet().stream()
                .collect(Collectors.toMap(
                        part -> part,
                        part -> Objects.requireNonNull(folders.get(name(round, part)))
                                .place()));
    }

    /// Includes the round, because partitions of later rounds and of reports are in the same folder.
    private static String name(int round, String part) {
        return round + "-" + part;
    }

    @Override
    public PartitionHandler reports(Progress progress, RemotePartitionHandler.Exchange exchange) {
        return new AbstractPartitionHandler() {
            @Override
            protected Set<StepExecution> doHandle(StepExecution manager, Set<StepExecution> parts) throws Exception {
                return render(manager, parts, progress, exchange);
            }
        };
    }

    private Set<StepExecution> render(
            StepExecution manager,
            Set<StepExecution> parts,
            Progress progress,
            RemotePartitionHandler.Exchange exchange)
            throws IOException, SQLException, InterruptedException {
        Map<String, StepExecution> byName = new LinkedHashMap<>();
        Map<String, ExecutionContext> contexts = new LinkedHashMap<>();
        for (StepExecution part : parts) {
            byName.put(String.valueOf(part.getId()), part);
            contexts.put(String.valueOf(part.getId()), part.getExecutionContext());
        }
        exchange.give(manager.getJobExecutionId());
        shards.work(manager.getJobExecutionId(), PartitionWork.REPORTS, contexts, name -> {
            StepExecution part = Objects.requireNonNull(byName.get(name));
            record(part);
            progress.itemDone(part.getExecutionContext().getString(ReportPartitioner.RECIPIENT));
        });
        for (StepExecution part : parts) exchange.take(part);
        exchange.end(manager.getJobExecutionId());
        return parts;
    }

    private void record(StepExecution part) {
        part.setStatus(BatchStatus.COMPLETED);
        part.setExitStatus(ExitStatus.COMPLETED);
        part.setEndTime(LocalDateTime.now(ZoneId.systemDefault()));
        repository.update(part);
    }
}
