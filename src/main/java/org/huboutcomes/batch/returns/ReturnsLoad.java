package org.huboutcomes.batch.returns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Predicate;
import org.huboutcomes.returns.Screening;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.values.Pseudonyms;
import org.huboutcomes.tables.Ledger;
import org.huboutcomes.tables.Submission;
import org.huboutcomes.tables.SubmissionLoader;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.OpenWorkspace;
import org.huboutcomes.workspace.Progress;
import org.huboutcomes.workspace.PseudonymKey;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.integration.async.AsyncItemProcessor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads, screens and loads pending submissions like step `returns`, outside a job.
public final class ReturnsLoad {

    private final OpenWorkspace open;
    private final FileLookup files;
    private final Screening screening;
    private final SubmissionLoader loader;
    private final String version;

    public ReturnsLoad(OpenWorkspace open, ReturnTypes types, FileLookup files) {
        this.open = open;
        this.files = files;
        this.screening = new Screening(types, open.limits().read(), pseudonyms(open));
        this.loader = new SubmissionLoader(open.store(), types);
        this.version = ReturnFileProcessor.version(open.catalogue());
    }

    private static Pseudonyms pseudonyms(OpenWorkspace open) {
        try {
            return new Pseudonyms(PseudonymKey.of(open.workspace()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Loads each submission in its own transaction, or in the one that is already open.
    ///
    /// @param wanted which of the pending submissions to load
    public void load(Predicate<Submission> wanted) {
        int threads = Runtime.getRuntime().availableProcessors();
        TransactionTemplate transaction = new TransactionTemplate(open.store().transactions());
        try (SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("load-")) {
            executor.setConcurrencyLimit(threads);
            ReturnFileReader reader = new ReturnFileReader(
                    open.store(),
                    files,
                    screening,
                    () -> new Ledger(open.store())
                            .pending(version).stream().filter(wanted).toList(),
                    executor,
                    Progress.SILENT,
                    SharedScreening.NONE);
            AsyncItemProcessor<PendingFile, ScreenedSubmission> asynchronous =
                    new AsyncItemProcessor<>(new ReturnFileProcessor(files, screening, SharedScreening.NONE));
            asynchronous.setTaskExecutor(executor);
            ReadAheadProcessor<PendingFile, ScreenedSubmission> processor =
                    new ReadAheadProcessor<>(asynchronous, reader::upcoming, threads);
            reader.open(new ExecutionContext());
            for (PendingFile pending = reader.read(); pending != null; pending = reader.read()) {
                ScreenedSubmission screened = Objects.requireNonNull(processor.process(pending));
                transaction.executeWithoutResult(
                        status -> loader.load(screened.submission(), screened.file(), version));
            }
        } catch (Exception e) {
            throw Fault.of(e);
        }
    }
}
