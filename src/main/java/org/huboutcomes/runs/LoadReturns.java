package org.huboutcomes.runs;

import org.huboutcomes.returns.Finding;
import org.huboutcomes.returns.ScreenedSheet;
import org.huboutcomes.tables.Loading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/// Step `returns`, its writing half: one file at a time, on one thread, each in the transaction of its chunk.
final class LoadReturns implements ItemWriter<ReadAhead.ReadFile>, StepExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(LoadReturns.class);

    private final Loading loading;
    private final String catalogue;
    private final Progress progress;

    LoadReturns(Loading loading, String catalogue, Progress progress) {
        this.loading = loading;
        this.catalogue = catalogue;
        this.progress = progress;
    }

    @Override
    public void write(Chunk<? extends ReadAhead.ReadFile> chunk) {
        for (ReadAhead.ReadFile read : chunk) {
            loading.load(read.submission(), read.file(), catalogue);
            log(read);
            progress.advance(read.submission().fileName());
        }
    }

    /// File, sheet, cell and rule, never what somebody wrote: a log is read by more people than a return.
    private static void log(ReadAhead.ReadFile read) {
        String file = read.submission().fileName();
        LOG.info("returns: {}: {}", file, read.file().status().word());
        for (Finding finding : read.file().findings()) LOG.info("returns: {}: {}", file, finding.rule());
        for (ScreenedSheet sheet : read.file().sheets()) {
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
        if (step.getStatus() == BatchStatus.COMPLETED)
            progress.end(
                    Steps.RETURNS, step.getWriteCount() + (step.getWriteCount() == 1 ? " file read" : " files read"));
        return step.getExitStatus();
    }
}
