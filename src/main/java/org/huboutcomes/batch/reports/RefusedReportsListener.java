package org.huboutcomes.batch.reports;

import java.util.List;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/// Fails a job after its last step if a report was refused because it named another hub.
public final class RefusedReportsListener implements JobExecutionListener {

    private final ReportRendering rendering;

    public RefusedReportsListener(ReportRendering rendering) {
        this.rendering = rendering;
    }

    @Override
    public void afterJob(JobExecution job) {
        List<String> refused = rendering.refused();
        if (job.getStatus() != BatchStatus.COMPLETED || refused.isEmpty()) return;
        String others = refused.size() == 1 ? "" : " So were " + (refused.size() - 1) + " more; see the log.";
        job.addFailureException(
                new Fault(ExitCode.INVALID_SETUP, refused.get(0) + others + " Everything else was done."));
        job.setStatus(BatchStatus.FAILED);
        job.setExitStatus(ExitStatus.FAILED);
    }
}
