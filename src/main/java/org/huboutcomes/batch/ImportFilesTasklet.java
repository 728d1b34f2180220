package org.huboutcomes.batch;

import java.io.IOException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.huboutcomes.intake.Archive;
import org.huboutcomes.intake.Arrival;
import org.huboutcomes.intake.Arrivals;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.store.Store;
import org.huboutcomes.tables.ForgottenFiles;
import org.huboutcomes.tables.Ledger;
import org.huboutcomes.tables.LedgerJournal;
import org.huboutcomes.tables.Retention;
import org.huboutcomes.workspace.OpenWorkspace;
import org.huboutcomes.workspace.Progress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Step `intake`: archives each complete file in the import folder, records it in the ledger and in the journal of the
/// archive, and only then deletes it from the folder. Afterwards it deletes archived files whose retention has expired.
final class ImportFilesTasklet implements Tasklet {

    /// The order in which files replace each other: by time, then by name.
    static final Comparator<Arrival> ORDER =
            Comparator.comparing(Arrival::modified).thenComparing(Arrival::name);

    private static final Logger LOG = LoggerFactory.getLogger(ImportFilesTasklet.class);

    private final OpenWorkspace open;
    private final LocalDate asOf;
    private final Progress progress;
    private final Archive archive;
    private final Ledger ledger;
    private final ForgottenFiles forgotten;
    private final LedgerJournal journal;
    private final TransactionTemplate ownTransaction;

    ImportFilesTasklet(OpenWorkspace open, LocalDate asOf, Progress progress) {
        this.open = open;
        this.asOf = asOf;
        this.progress = progress;
        this.archive = new Archive(open.workspace().archive());
        Store store = open.store();
        this.ledger = new Ledger(store);
        this.forgotten =
                new ForgottenFiles(store, ReturnTypes.of(open.catalogue()).rules());
        this.journal = open.journal();
        // A file may be deleted only when its ledger row is committed, which is before the step ends.
        this.ownTransaction = new TransactionTemplate(store.transactions());
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context)
            throws IOException, InterruptedException {
        List<Arrival> settled =
                Arrivals.lookingEvery(open.settings().settling())
                        .settled(open.workspace().importFolder())
                        .stream()
                        .sorted(ORDER)
                        .toList();
        progress.itemsExpected(settled.size());
        List<Arrival> taken = new ArrayList<>();
        for (Arrival arrival : settled) {
            if (forgotten.has(arrival.sha256())) {
                ownTransaction.executeWithoutResult(status -> forgotten.refuse(arrival, asOf));
                taken.add(arrival);
                continue;
            }
            if (archive.keep(arrival).isEmpty()) continue;
            ownTransaction.executeWithoutResult(status -> ledger.receive(arrival, asOf));
            taken.add(arrival);
            progress.itemDone(arrival.name());
        }
        journal.update(asOf);
        for (Arrival arrival : taken) Arrivals.deleteFromImport(arrival);
        String summary =
                (taken.size() == 1 ? "1 file imported" : taken.size() + " files imported") + left() + removed();
        journal.update(asOf);
        return TaskletResult.finished(contribution, summary);
    }

    private String left() throws IOException {
        Map<String, String> left = Arrivals.left(open.workspace().importFolder());
        left.forEach((file, reason) -> LOG.info("intake: {}: left in the folder: {}", file, reason));
        return left.isEmpty() ? "" : ", " + left.size() + " left in the folder; see `status`";
    }

    private String removed() throws IOException {
        @Nullable Period retention = open.settings().retention().period();
        List<String> removed = new Retention(open.store(), archive).end(retention, asOf);
        removed.forEach(file -> LOG.info("intake: {}: removed from the archive, retention expired", file));
        return removed.isEmpty() ? "" : ", " + removed.size() + " removed from the archive";
    }
}
