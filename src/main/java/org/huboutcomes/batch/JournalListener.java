package org.huboutcomes.batch;

import java.io.IOException;
import java.time.LocalDate;
import org.huboutcomes.tables.LedgerJournal;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.OpenWorkspace;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/// Records in the archive's journal which files step `returns` has read together, even if the step failed: the
/// files read before the failure are in the store.
final class JournalListener implements StepExecutionListener {

    private final LedgerJournal journal;
    private final LocalDate asOf;

    JournalListener(OpenWorkspace open, LocalDate asOf) {
        this.journal = open.journal();
        this.asOf = asOf;
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
        try {
            journal.update(asOf);
            return step.getExitStatus();
        } catch (IOException e) {
            throw Fault.of(e);
        }
    }
}
