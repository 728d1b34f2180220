package org.huboutcomes.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huboutcomes.checks.Checks;
import org.huboutcomes.intake.Fingerprint;
import org.huboutcomes.receipts.Receipt;
import org.huboutcomes.receipts.ReceiptQuery;
import org.huboutcomes.returns.ReturnTypes;
import org.huboutcomes.returns.ScreenedFile;
import org.huboutcomes.returns.Screening;
import org.huboutcomes.tables.Ledger;
import org.huboutcomes.tables.Loading;
import org.huboutcomes.tables.StoredRegisters;
import org.huboutcomes.tables.Submission;
import org.huboutcomes.tables.Tables;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

/// What would become of a file, found out by really loading it, in a transaction that is then rolled back: the findings
/// are those of the night because they are made by the same code on the same data.
final class Trial {

    private final OpenWorkspace open;
    private final Screening screening;

    Trial(OpenWorkspace open) {
        this.open = open;
        this.screening = new Screening(ReturnTypes.of(open.catalogue()), Steps.limits(open.catalogue()));
    }

    /// The receipt that the file would get if it were dropped now.
    Receipt of(Path file, LocalDate asOf) {
        return of(List.of(file), asOf).get(0);
    }

    /// The receipts that these files would get if they were dropped together: a return is read against a register among
    /// them, and a later file takes the place of an earlier one.
    List<Receipt> of(List<Path> files, LocalDate asOf) {
        TransactionTemplate transaction = new TransactionTemplate(open.store().transactions());
        List<Receipt> receipts = transaction.execute(status -> {
            status.setRollbackOnly();
            Map<Path, Submission> tried = load(files, asOf);
            build();
            new Checks(open.store(), open.catalogue()).run();
            ReceiptQuery query = new ReceiptQuery(open.store(), ReturnTypes.of(open.catalogue()));
            return files.stream()
                    .map(file -> query.of(Objects.requireNonNull(tried.get(file))))
                    .toList();
        });
        if (receipts == null) throw new IllegalStateException("a trial always ends in receipts");
        return receipts;
    }

    /// In the order in which a night would load them.
    private Map<Path, Submission> load(List<Path> files, LocalDate asOf) {
        Map<Path, Submission> tried = new HashMap<>();
        for (Path file : files.stream()
                .sorted(Comparator.comparing(Trial::modified).thenComparing(Path::getFileName))
                .toList())
            // As one that is tried again: a file that stands already is to be read all the same.
            tried.put(
                    file,
                    new Ledger(open.store())
                            .receive(name(file), sha256(file), modified(file), asOf, Submission.Status.WAITING));
        tried.keySet().stream()
                .sorted(Comparator.<Path>comparingInt(file -> screening.order(file, name(file)))
                        .thenComparing(
                                file -> Objects.requireNonNull(tried.get(file)).number()))
                .toList()
                .forEach(file -> {
                    Submission submission = Objects.requireNonNull(tried.get(file));
                    ScreenedFile screened = screening.screen(file, name(file), new StoredRegisters(open.store()));
                    new Loading(open.store()).load(submission, screened, "");
                    tried.put(
                            file,
                            submission.as(Submission.Status.of(screened.status().name())));
                });
        return tried;
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static LocalDateTime modified(Path file) {
        try {
            return LocalDateTime.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneOffset.UTC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(Path file) {
        try {
            return Fingerprint.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void build() {
        Connection connection = DataSourceUtils.getConnection(open.store().dataSource());
        try {
            new Tables(open.catalogue()).build(connection);
        } finally {
            DataSourceUtils.releaseConnection(connection, open.store().dataSource());
        }
    }
}
