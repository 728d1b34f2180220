package org.huboutcomes.batch;

import java.util.List;
import org.huboutcomes.batch.returns.ScreenedSubmission;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.RunLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.ItemWriteListener;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;

/// Reports a job, its steps and its files to the run log and the log file. The exit description of a step is its
/// summary.
final class RunLogListener
        implements JobExecutionListener, StepExecutionListener, ItemWriteListener<ScreenedSubmission> {

    private static final Logger LOG = LoggerFactory.getLogger(RunLogListener.class);

    private final RunLog log;

    RunLogListener(RunLog log) {
        this.log = log;
    }

    @Override
    public void beforeStep(StepExecution step) {
        log.stepStarted(step.getStepName());
    }

    @Override
    public void afterWrite(Chunk<? extends ScreenedSubmission> chunk) {
        chunk.forEach(written -> log.itemDone(written.submission().fileName()));
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
        if (step.getStatus() == BatchStatus.COMPLETED) {
            String summary = step.getExitStatus().getExitDescription();
            LOG.info("{}: {}", step.getStepName(), summary);
            log.stepFinished(step.getStepName(), summary);
        }
        return step.getExitStatus();
    }

    @Override
    public void afterJob(JobExecution job) {
        LOG.info("batch: {}: {}", job.getJobInstance().getJobName(), job.getStatus());
        log.close(job.getStatus() == BatchStatus.COMPLETED ? null : fault(job));
    }

    /// The reason why a job failed.
    static Fault fault(JobExecution job) {
        List<Throwable> failures = job.getAllFailureExceptions();
        return failures.isEmpty()
                ? new Fault(
                        ExitCode.MACHINE_FAILURE, "The run was stopped before its end; nothing was lost; run again.")
                : Fault.of(failures.get(0));
    }
}
