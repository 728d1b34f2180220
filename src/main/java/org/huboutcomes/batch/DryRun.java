package org.huboutcomes.batch;

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
import org.huboutcomes.batch.returns.FileLookup;
import org.huboutcomes.batch.returns.ReturnsLoad;
import org.huboutcomes.checks.Checks;
import org.huboutcomes.files.Sha256;
import org.huboutcomes.intake.Archive;
import org.huboutcomes.intake.Arrival;
import org.huboutcomes.receipts.Receipt;
import org.huboutcomes.receipts.ReceiptQuery;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.tables.CatalogueTables;
import org.huboutcomes.tables.ForgottenFiles;
import org.huboutcomes.tables.Ledger;
import org.huboutcomes.tables.Replacements;
import org.huboutcomes.tables.Submission;
import org.huboutcomes.workspace.OpenWorkspace;
import org.springframework.transaction.support.TransactionTemplate;

/// Finds what would happen to files if they were imported now. They are loaded by the same code as in a nightly run,
/// together with files that are pending in the store, in a transaction that is rolled back.
public final class DryRun {

    private final OpenWorkspace open;
    private final ReturnTypes types;
    private final Ledger ledger;
    private final ForgottenFiles forgotten;

    public DryRun(OpenWorkspace open) {
        this.open = open;
        this.types = ReturnTypes.of(open.catalogue());
        this.ledger = new Ledger(open.store());
        this.forgotten = new ForgottenFiles(open.store(), types.rules());
    }

    /// The receipt that a file would get.
    public Receipt of(Path file, LocalDate asOf) {
        return of(List.of(file), asOf).get(0);
    }

    /// The receipts that files would get if they were imported together. A return is read with the registers among
    /// them, and a later file replaces an earlier one.
    public List<Receipt> of(List<Path> files, LocalDate asOf) {
        List<Arrival> arrivals = files.stream().map(DryRun::arrival).toList();
        TransactionTemplate transaction = new TransactionTemplate(open.store().transactions());
        List<Receipt> receipts = transaction.execute(status -> {
            status.setRollbackOnly();
            Map<Path, Long> numbers = receive(arrivals, asOf);
            new ReturnsLoad(open, types, files(arrivals)).load(every -> true);
            Checks checks = new Checks(open.store(), open.catalogue());
            build(checks);
            checks.run();
            return files.stream()
                    .map(file -> receipt(Objects.requireNonNull(numbers.get(file))))
                    .toList();
        });
        return Objects.requireNonNull(receipts);
    }

    private Map<Path, Long> receive(List<Arrival> arrivals, LocalDate asOf) {
        Map<Path, Long> numbers = new HashMap<>();
        arrivals.stream()
                .sorted(ImportFilesTasklet.ORDER)
                .forEach(arrival -> numbers.put(
                        arrival.path(),
                        forgotten.has(arrival.sha256())
                                ? forgotten.refuse(arrival, asOf).number()
                                : ledger.receive(arrival, asOf).number()));
        return numbers;
    }

    private FileLookup files(List<Arrival> arrivals) {
        Map<String, Path> here = new HashMap<>();
        arrivals.forEach(arrival -> here.put(arrival.sha256(), arrival.path()));
        Archive archive = new Archive(open.workspace().archive());
        return sha256 -> {
            Optional<Path> file = Optional.ofNullable(here.get(sha256));
            return file.isPresent() ? file : archive.find(sha256);
        };
    }

    /// The receipt of a submission. A file with the same content as one in force is not loaded again and gets that
    /// file's findings.
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
                    Sha256.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Builds the tables that checks and receipts read. The other tables are not needed, because everything is
    /// rolled back.
    private void build(Checks checks) {
        Map<String, String> queries = new HashMap<>(checks.queries());
        queries.put("receipt", ReceiptQuery.DERIVED);
        open.store().inTransaction(connection -> {
            new Replacements(open.store(), types).migrateOlderClaims();
            new CatalogueTables(open.catalogue()).buildFor(queries, connection);
            return true;
        });
    }
}
