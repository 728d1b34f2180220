package org.huboutcomes.batch;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/// The result of a tasklet.
final class TaskletResult {

    private TaskletResult() {}

    /// @param summary what was done, as a short phrase; it becomes the exit description of the step, which the run log
    /// and the console print
    static RepeatStatus finished(StepContribution contribution, String summary) {
        contribution.setExitStatus(ExitStatus.COMPLETED.addExitDescription(summary));
        return RepeatStatus.FINISHED;
    }
}
