package org.huboutcomes.batch.returns;

import org.huboutcomes.returns.ScreenedSheet;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.tables.Submission;
import org.huboutcomes.tables.SubmissionLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/// Writer of step `returns`: loads a submission and its ledger row in the transaction of the chunk.
public final class ReturnFileWriter implements ItemWriter<ScreenedSubmission>, StepExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(ReturnFileWriter.class);

    private final SubmissionLoader loader;
    private final String screenedBy;

    /// @param screenedBy the hash given by [ReturnFileProcessor#version]
    public ReturnFileWriter(SubmissionLoader loader, String screenedBy) {
        this.loader = loader;
        this.screenedBy = screenedBy;
    }

    @Override
    public void write(Chunk<? extends ScreenedSubmission> chunk) {
        for (ScreenedSubmission screened : chunk) {
            log(screened, loader.load(screened.submission(), screened.file(), screenedBy));
        }
    }

    /// Logs the file, sheet, cell and rule but no values, because more people can read the log than the return.
    private static void log(ScreenedSubmission screened, Submission.Status status) {
        String file = screened.submission().fileName();
        LOG.info("returns: {}: {}", file, status.word());
        for (Finding finding : screened.file().findings()) LOG.info("returns: {}: {}", file, finding.rule());
        for (ScreenedSheet sheet : screened.file().sheets()) {
            LOG.info(
                    "returns: {} > {}: {}, {}",
                    file,
                    sheet.name(),
                    sheet.status().word(),
                    sheet.tally());
            for (Finding finding : sheet.findings())
                LOG.debug("returns: {} > {} > {}: {}", file, sheet.name(), finding.cell(), finding.rule());
        }
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
        long read = step.getWriteCount();
        return step.getExitStatus().addExitDescription(read == 1 ? "1 file read" : read + " files read");
    }
}
