package org.huboutcomes.runs;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// Runs the jobs of the catalogue as Spring Batch jobs. The one place that knows both Spring and the steps.
final class Jobs {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final OpenWorkspace open;
    private final Progress progress;

    Jobs(OpenWorkspace open, Progress progress) {
        this.open = open;
        this.progress = progress;
    }

    /// Runs one job to its end, or throws the fault that ended it.
    void run(Run run) throws Exception {
        JobPlan plan = JobPlan.of(open.catalogue(), run.job());
        try (ConfigurableApplicationContext spring = spring()) {
            JobRepository repository = spring.getBean(JobRepository.class);
            JobOperator operator = spring.getBean(JobOperator.class);
            recover(repository, operator);
            Steps steps = new Steps(open, run, progress);
            JobPlan left = steps.isMade() ? plan.from(Steps.DELIVERY) : plan;
            JobExecution execution = operator.start(job(left, steps, repository), parameters(run));
            LOG.info("{}: {}", run.job(), execution.getStatus());
            if (execution.getStatus() != BatchStatus.COMPLETED) throw fault(execution);
            refuse(steps.reports().refused());
        }
    }

    private ConfigurableApplicationContext spring() {
        return new SpringApplicationBuilder(BatchRepository.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .initializers(context -> context.getBeanFactory().registerSingleton("store", open.store()))
                .run();
    }

    /// Holding the workspace proves that nobody else runs, so what still says "started" was killed.
    private void recover(JobRepository repository, JobOperator operator) {
        for (String name : repository.getJobNames())
            for (JobExecution killed : repository.findRunningJobExecutions(name)) {
                LOG.warn("{}: an earlier run was cut short; its unfinished work is done again", name);
                operator.recover(killed);
            }
    }

    private Job job(JobPlan plan, Steps steps, JobRepository repository) {
        JobBuilder builder = new JobBuilder(plan.name(), repository);
        List<Step> inOrder =
                plan.steps().stream().map(name -> step(name, steps, repository)).toList();
        SimpleJobBuilder job = builder.start(inOrder.get(0));
        for (Step next : inOrder.subList(1, inOrder.size())) job = job.next(next);
        return job.build();
    }

    /// A chunk of one file, so that each submission has a transaction of its own; any other step is one transaction.
    private Step step(String name, Steps steps, JobRepository repository) {
        StepBuilder builder = new StepBuilder(name, repository);
        if (name.equals(Steps.RETURNS)) {
            LoadReturns writer = steps.loadReturns();
            return builder.<ReadAhead.ReadFile, ReadAhead.ReadFile>chunk(1)
                    .transactionManager(open.store().transactions())
                    .reader(steps.readAhead())
                    .writer(writer)
                    .listener((StepExecutionListener) writer)
                    .build();
        }
        if (name.equals(Steps.REPORTS)) return new ReportPartitions(open, steps.reports(), progress).step(repository);
        Work work = steps.named(name);
        return builder.tasklet(
                        (contribution, context) -> {
                            progress.begin(name, 0);
                            String summary = work.run(progress);
                            LOG.info("{}: {}", name, summary);
                            progress.end(name, summary);
                            return RepeatStatus.FINISHED;
                        },
                        open.store().transactions())
                .build();
    }

    /// Every run is an instance of its own: its steps find for themselves what is still to do.
    private static JobParameters parameters(Run run) {
        return new JobParametersBuilder()
                .addLong("started", System.currentTimeMillis())
                .addLocalDate("asOf", run.asOf())
                .toJobParameters();
    }

    /// All else is published by now; a report that was refused is nothing to pass over in silence.
    private static void refuse(List<String> refused) {
        if (refused.isEmpty()) return;
        throw new Fault(
                ExitCode.NOT_IN_ORDER,
                refused.get(0)
                        + (refused.size() == 1 ? "" : " So were " + (refused.size() - 1) + " more; the log names them.")
                        + " Everything else was done.");
    }

    private static Fault fault(JobExecution execution) {
        List<Throwable> failures = execution.getAllFailureExceptions();
        return failures.isEmpty()
                ? new Fault(ExitCode.MACHINE, "The run was stopped before its end; nothing was lost, run again.")
                : Fault.of(failures.get(0));
    }
}
