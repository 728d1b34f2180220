package org.huboutcomes.batch;

import org.huboutcomes.batch.workers.Manager;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.OpenWorkspace;
import org.huboutcomes.workspace.RunLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// Runs one job in its own Spring context. The configuration with the job's name defines the job, such as
/// [NightlyJobConfiguration].
public final class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final OpenWorkspace open;
    private final RunLog log;
    private final RunMetrics metrics;

    /// @param metrics records how long the steps take
    public JobRunner(OpenWorkspace open, RunLog log, RunMetrics metrics) {
        this.open = open;
        this.log = log;
        this.metrics = metrics;
    }

    /// @throws Fault if the job failed or could not be started
    public void run(RunRequest request) {
        try (Manager manager = Manager.of(open);
                ConfigurableApplicationContext context = context(request, manager)) {
            JobOperator operator = context.getBean(JobOperator.class);
            recover(context.getBean(JobRepository.class), operator);
            JobExecution execution = operator.start(context.getBean(request.job(), Job.class), parameters(request));
            if (execution.getStatus() != BatchStatus.COMPLETED) throw RunLogListener.fault(execution);
        } catch (Exception | Error e) {
            Fault fault = Fault.of(e);
            log.close(fault);
            throw fault;
        }
    }

    /// Creates a context with lazy beans, so that a job builds only its own steps.
    private ConfigurableApplicationContext context(RunRequest request, Manager manager) {
        return new SpringApplicationBuilder(
                        BatchRepositoryConfiguration.class,
                        NightlyJobConfiguration.class,
                        ImportJobConfiguration.class,
                        AnnualJobConfiguration.class,
                        WithdrawJobConfiguration.class,
                        ForgetJobConfiguration.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .lazyInitialization(true)
                .initializers(context -> {
                    ConfigurableListableBeanFactory beans = context.getBeanFactory();
                    beans.registerSingleton("openWorkspace", open);
                    beans.registerSingleton("runRequest", request);
                    beans.registerSingleton("runLog", log);
                    beans.registerSingleton("manager", manager);
                    beans.registerSingleton("repositoryPlace", manager.place());
                    metrics.observe(beans);
                })
                .run();
    }

    /// Marks killed runs as ended. This process holds the lock of the workspace, and that of the database of the job
    /// repository if there is one, so no other run can be in progress.
    private void recover(JobRepository repository, JobOperator operator) {
        for (String name : repository.getJobNames())
            for (JobExecution killed : repository.findRunningJobExecutions(name)) {
                LOG.warn("batch: {}: an earlier run was cut short; unfinished work will be repeated", name);
                operator.recover(killed);
            }
    }

    /// Parameters that make every run a new job instance (src/docs/decisions/0003).
    private static JobParameters parameters(RunRequest request) {
        JobParametersBuilder parameters = new JobParametersBuilder()
                .addLong("started", System.currentTimeMillis())
                .addLocalDate("asOf", request.asOf());
        if (request.year() != null) parameters.addString("year", request.year().label());
        if (!request.hubs().isEmpty()) parameters.addString("hubs", String.join(" ", request.hubs()));
        return parameters.toJobParameters();
    }
}
