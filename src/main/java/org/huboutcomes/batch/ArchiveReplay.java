package org.huboutcomes.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huboutcomes.batch.returns.ReturnsLoad;
import org.huboutcomes.intake.Archive;
import org.huboutcomes.intake.ArchiveJournal;
import org.huboutcomes.intake.ArchiveJournal.Event;
import org.huboutcomes.publish.PublicRanges;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.store.Store;
import org.huboutcomes.tables.ForgottenFiles;
import org.huboutcomes.tables.LayoutWithdrawals;
import org.huboutcomes.tables.Ledger;
import org.huboutcomes.tables.Submission;
import org.huboutcomes.tables.Withdrawals;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.OpenWorkspace;
import org.springframework.transaction.support.TransactionTemplate;

/// Fills an empty store from the archive by replaying its journal in the same order, so that every submission and
/// every claim gets its former number. Files are read with the current catalogue. A file whose retention has
/// expired is recorded but not read; none of its rows were in force.
public final class ArchiveReplay {

    private final OpenWorkspace open;
    private final Store store;
    private final Ledger ledger;
    private final Withdrawals withdrawals;
    private final LayoutWithdrawals layouts;
    private final ForgottenFiles forgotten;
    private final Map<Long, String> contents = new HashMap<>();
    private final ReturnsLoad returns;
    private final TransactionTemplate transaction;

    /// @param open a workspace whose store is empty
    public ArchiveReplay(OpenWorkspace open) {
        this.open = open;
        this.store = open.store();
        ReturnTypes types = ReturnTypes.of(open.catalogue());
        this.ledger = new Ledger(store);
        this.withdrawals = new Withdrawals(store, types);
        this.layouts = new LayoutWithdrawals(store);
        this.forgotten = new ForgottenFiles(store, types.rules());
        this.returns = new ReturnsLoad(open, types, new Archive(open.workspace().archive())::intact);
        this.transaction = new TransactionTemplate(store.transactions());
    }

    /// Replays the events up to the end of a day.
    ///
    /// @return the number of submissions received
    public int until(LocalDate day) throws IOException {
        List<Event> all = new ArchiveJournal(open.workspace().archive()).events();
        List<Event> events = all.subList(0, end(all, day));
        contents.putAll(ArchiveJournal.contents(all));
        transaction.executeWithoutResult(status -> forgotten.record(all));
        Map<Long, Event.Expired> expired = new HashMap<>();
        for (Event event : all) if (event instanceof Event.Expired gone) expired.put(gone.submission(), gone);
        int received = 0;
        for (Event event : events) {
            if (event instanceof Event.Arrived arrived) {
                receive(arrived);
                received++;
            } else if (event instanceof Event.Read read) {
                Set<Long> now = new HashSet<>(read.submissions());
                now.stream().filter(expired::containsKey).map(expired::get).forEach(this::recordExpired);
                now.removeAll(expired.keySet());
                returns.load(submission -> now.contains(submission.number()));
            } else if (event instanceof Event.Withdrawn withdrawn) {
                withdraw(withdrawn);
            } else if (event instanceof Event.LayoutWithdrawn layout) {
                transaction.executeWithoutResult(status -> layouts.withdraw(
                        layout.hub(), layout.returnName(), layout.headings(), layout.day(), layout.why()));
            }
        }
        loadPublicRanges();
        return received;
    }

    /// The index after the last event of the day. Events that a run for a later day recorded before it are
    /// included.
    private static int end(List<Event> events, LocalDate day) {
        int end = events.size();
        while (end > 0 && events.get(end - 1).day().isAfter(day)) end--;
        return end;
    }

    private void withdraw(Event.Withdrawn withdrawn) {
        transaction.executeWithoutResult(
                status -> withdrawals.withdraw(ledger.find(withdrawn.submission()), withdrawn.day(), withdrawn.why()));
    }

    private void receive(Event.Arrived arrived) {
        Submission received = transaction.execute(status -> ledger.receive(
                arrived.file(), content(arrived), arrived.modified(), arrived.day(), Submission.Status.RECEIVED));
        if (received == null || received.number() != arrived.submission())
            throw new Fault(
                    ExitCode.INVALID_SETUP,
                    "The journal of the archive lacks what came before submission " + arrived.submission()
                            + ". Put the archive back from a backup. Nothing was changed.");
    }

    private String content(Event.Arrived arrived) {
        return contents.getOrDefault(arrived.submission(), arrived.sha256());
    }

    private void recordExpired(Event.Expired gone) {
        transaction.executeWithoutResult(status ->
                forgotten.expire(ledger.find(gone.submission()), Submission.Status.of(gone.status()), gone.day()));
    }

    private void loadPublicRanges() {
        if (!Files.exists(open.workspace().publicRanges())) return;
        transaction.executeWithoutResult(status -> store.inTransaction(connection -> {
            new PublicRanges(connection).load(open.workspace().publicRanges());
            return true;
        }));
    }
}
