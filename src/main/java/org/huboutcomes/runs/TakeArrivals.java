package org.huboutcomes.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.huboutcomes.intake.Archive;
import org.huboutcomes.intake.Arrival;
import org.huboutcomes.intake.Arrivals;
import org.huboutcomes.store.Store;
import org.huboutcomes.tables.Ledger;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Step `intake`: what lies at rest in the import folder is archived, written down, and only then taken away.
final class TakeArrivals implements Work {

    /// A later file takes the place of an earlier one; of two of the same time, the later name.
    static final Comparator<Arrival> ORDER =
            Comparator.comparing(Arrival::modified).thenComparing(Arrival::name);

    private final Workspace workspace;
    private final Arrivals arrivals;
    private final Ledger ledger;
    private final TransactionTemplate own;
    private final Run run;

    TakeArrivals(Workspace workspace, Store store, Arrivals arrivals, Run run) {
        this.workspace = workspace;
        this.arrivals = arrivals;
        this.ledger = new Ledger(store);
        this.run = run;
        // A file may leave the import folder only when its line in the ledger is committed, not when the step ends.
        this.own = new TransactionTemplate(store.transactions());
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public String run(Progress progress) throws IOException, InterruptedException {
        Archive archive = new Archive(workspace.archive());
        List<Arrival> settled = arrivals.settled(workspace.importFolder()).stream()
                .sorted(ORDER)
                .toList();
        progress.begin("intake", settled.size());
        int taken = 0;
        for (Arrival arrival : settled) {
            Optional<Path> kept = archive.keep(arrival);
            if (kept.isEmpty()) continue;
            own.executeWithoutResult(status -> ledger.receive(arrival, run.asOf()));
            Files.deleteIfExists(arrival.path());
            taken++;
            progress.advance(arrival.name());
        }
        return taken == 1 ? "1 file taken" : taken + " files taken";
    }
}
