package org.huboutcomes.runs;

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
            LOG.info(
                    "returns: {}: {}, {} sheets",
                    read.submission().fileName(),
                    read.file().status(),
                    read.file().sheets().size());
            progress.advance(read.submission().fileName());
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
