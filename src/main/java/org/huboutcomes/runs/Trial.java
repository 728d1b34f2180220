package org.huboutcomes.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.huboutcomes.checks.Checks;
import org.huboutcomes.intake.Archive;
import org.huboutcomes.intake.Arrival;
import org.huboutcomes.intake.Fingerprint;
import org.huboutcomes.receipts.Receipt;
import org.huboutcomes.receipts.ReceiptQuery;
import org.huboutcomes.returns.ReturnTypes;
import org.huboutcomes.returns.Screening;
import org.huboutcomes.tables.Ledger;
import org.huboutcomes.tables.Loading;
import org.huboutcomes.tables.Submission;
import org.huboutcomes.tables.Tables;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.transaction.support.TransactionTemplate;

/// What would become of a file, found out by really loading it, in a transaction that is then rolled back: the findings
/// are those of the night because they are made by the same code, in the same order, on the same data. What waits in
/// the store is tried again with it, as the night would.
final class Trial {

    private final OpenWorkspace open;
    private final ReturnTypes types;
    private final Ledger ledger;

    Trial(OpenWorkspace open) {
        this.open = open;
        this.types = ReturnTypes.of(open.catalogue());
        this.ledger = new Ledger(open.store());
    }

    /// The receipt that the file would get if it were dropped now.
    Receipt of(Path file, LocalDate asOf) {
        return of(List.of(file), asOf).get(0);
    }

    /// The receipts that these files would get if they were dropped together: a return is read against a register among
    /// them, and a later file takes the place of an earlier one.
    List<Receipt> of(List<Path> files, LocalDate asOf) {
        List<Arrival> arrivals = files.stream().map(Trial::arrival).toList();
        TransactionTemplate transaction = new TransactionTemplate(open.store().transactions());
        List<Receipt> receipts = transaction.execute(status -> {
            status.setRollbackOnly();
            Map<Path, Long> numbers = receive(arrivals, asOf);
            load(arrivals);
            build();
            new Checks(open.store(), open.catalogue()).run();
            return files.stream()
                    .map(file -> receipt(Objects.requireNonNull(numbers.get(file))))
                    .toList();
        });
        if (receipts == null) throw new IllegalStateException("a trial always ends in receipts");
        return receipts;
    }

    private Map<Path, Long> receive(List<Arrival> arrivals, LocalDate asOf) {
        Map<Path, Long> numbers = new HashMap<>();
        arrivals.stream()
                .sorted(TakeArrivals.ORDER)
                .forEach(arrival -> numbers.put(
                        arrival.path(), ledger.receive(arrival, asOf).number()));
        return numbers;
    }

    private void load(List<Arrival> arrivals) {
        Map<String, Path> here = new HashMap<>();
        arrivals.forEach(arrival -> here.put(arrival.sha256(), arrival.path()));
        Archive archive = new Archive(open.workspace().archive());
        ReadAhead.Kept kept = sha256 ->
                here.containsKey(sha256) ? Optional.of(Objects.requireNonNull(here.get(sha256))) : archive.find(sha256);
        String readBy = Steps.readBy(open.catalogue());
        Loading loading = new Loading(open.store());
        ReadAhead reading = new ReadAhead(
                open.store(), kept, new Screening(types, Steps.limits(open.catalogue())), readBy, new SilentProgress());
        try {
            reading.open(new ExecutionContext());
            for (ReadAhead.ReadFile read = reading.read(); read != null; read = reading.read())
                loading.load(read.submission(), read.file(), readBy);
        } finally {
            reading.close();
        }
    }

    /// Of the same bytes as a file that stands nothing would be loaded, but what is said of that file holds.
    private Receipt receipt(long number) {
        ReceiptQuery query = new ReceiptQuery(open.store(), types);
        Submission submission = ledger.find(number);
        Receipt own = query.of(submission);
        return submission.status() == Submission.Status.DUPLICATE
                ? own.sayingOf(query.of(ledger.original(submission)))
                : own;
    }

    private static Arrival arrival(Path file) {
        try {
            return new Arrival(
                    file,
                    file.getFileName().toString(),
                    Files.size(file),
                    Files.getLastModifiedTime(file).toInstant(),
                    Fingerprint.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void build() {
        open.store().inTransaction(connection -> {
            new Tables(open.catalogue()).build(connection);
            return true;
        });
    }

    private static final class SilentProgress implements Progress {
        @Override
        public void begin(String step, int total) {}

        @Override
        public void advance(String what) {}

        @Override
        public void end(String step, String summary) {}
    }
}
