package org.huboutcomes.runs;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.support.TaskExecutorAdapter;

/// Step `reports` as Spring Batch partitions, of which one is a hub.
final class ReportPartitions implements Partitioner, StepExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(ReportPartitions.class);
    private static final String HUB = "hub";

    private final OpenWorkspace open;
    private final RenderReports reports;
    private final Progress progress;
    private final ExecutorService press;

    ReportPartitions(OpenWorkspace open, RenderReports reports, Progress progress) {
        this.open = open;
        this.reports = reports;
        this.progress = progress;
        this.press = Executors.newFixedThreadPool(open.settings().reportThreads());
    }

    Step step(JobRepository repository) {
        return new StepBuilder(Steps.REPORTS, repository)
                .partitioner("hub", this)
                .step(hub(repository))
                .gridSize(open.settings().reportThreads())
                .taskExecutor(new TaskExecutorAdapter(press))
                .listener(this)
                .build();
    }

    private Step hub(JobRepository repository) {
        return new StepBuilder("hub", repository)
                .tasklet(
                        (contribution, context) -> {
                            reports.render(String.valueOf(context.getStepContext()
                                    .getStepExecutionContext()
                                    .get(HUB)));
                            return RepeatStatus.FINISHED;
                        },
                        open.store().transactions())
                .build();
    }

    @Override
    public void beforeStep(StepExecution step) {
        progress.begin(Steps.REPORTS, 0);
    }

    @Override
    public Map<String, ExecutionContext> partition(int threads) {
        try {
            Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
            for (String hub : reports.begin()) {
                ExecutionContext context = new ExecutionContext();
                context.putString(HUB, hub);
                partitions.put(String.valueOf(partitions.size() + 1), context);
            }
            return partitions;
        } catch (IOException | SQLException e) {
            throw Fault.of(e);
        }
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
        press.shutdownNow();
        if (step.getStatus() != BatchStatus.COMPLETED) return step.getExitStatus();
        try {
            List<String> refused = reports.refused();
            refused.forEach(sentence -> LOG.error("reports: {}", sentence));
            String summary = reports.end();
            LOG.info("reports: {}", summary);
            progress.end(Steps.REPORTS, summary);
            return step.getExitStatus();
        } catch (IOException e) {
            throw Fault.of(e);
        }
    }
}
