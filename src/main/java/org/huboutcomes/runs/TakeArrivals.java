package org.huboutcomes.runs;

import java.io.IOException;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.huboutcomes.intake.Archive;
import org.huboutcomes.intake.Arrival;
import org.huboutcomes.intake.Arrivals;
import org.huboutcomes.store.Store;
import org.huboutcomes.tables.Ledger;
import org.huboutcomes.tables.Retention;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Step `intake`: what lies at rest in the import folder is archived, written down, and only then taken away. Then what
/// the archive has kept long enough goes.
final class TakeArrivals implements Work {

    /// A later file takes the place of an earlier one; of two of the same time, the later name.
    static final Comparator<Arrival> ORDER =
            Comparator.comparing(Arrival::modified).thenComparing(Arrival::name);

    private static final Logger LOG = LoggerFactory.getLogger(TakeArrivals.class);

    private final Workspace workspace;
    private final Archive archive;
    private final Arrivals arrivals;
    private final Ledger ledger;
    private final TransactionTemplate own;
    private final Run run;
    private final Retention retention;
    private final @Nullable Period kept;

    /// @param kept how long the archive keeps what counts no longer; null for ever
    TakeArrivals(Workspace workspace, Store store, Arrivals arrivals, Run run, @Nullable Period kept) {
        this.workspace = workspace;
        this.archive = new Archive(workspace.archive());
        this.retention = new Retention(store, archive);
        this.kept = kept;
        this.arrivals = arrivals;
        this.ledger = new Ledger(store);
        this.run = run;
        // A file may leave the import folder only when its line in the ledger is committed, not when the step ends.
        this.own = new TransactionTemplate(store.transactions());
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public String run(Progress progress) throws IOException, InterruptedException {
        List<Arrival> settled = arrivals.settled(workspace.importFolder()).stream()
                .sorted(ORDER)
                .toList();
        progress.begin("intake", settled.size());
        int taken = 0;
        for (Arrival arrival : settled) {
            if (archive.keep(arrival).isEmpty()) continue;
            own.executeWithoutResult(status -> ledger.receive(arrival, run.asOf()));
            Arrivals.takeAway(arrival);
            taken++;
            progress.advance(arrival.name());
        }
        return (taken == 1 ? "1 file taken" : taken + " files taken") + left() + removed();
    }

    private String left() throws IOException {
        Map<String, String> left = Arrivals.left(workspace.importFolder());
        left.forEach((file, why) -> LOG.info("intake: {}: left: {}", file, why));
        return left.isEmpty() ? "" : ", " + left.size() + " left, `status` says why";
    }

    private String removed() throws IOException {
        List<String> removed = retention.end(kept, run.asOf());
        removed.forEach(file -> LOG.info("intake: {}: removed from the archive, its time there is over", file));
        return removed.isEmpty() ? "" : ", " + removed.size() + " removed from the archive";
    }
}
