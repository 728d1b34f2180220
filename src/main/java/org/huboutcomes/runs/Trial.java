package org.huboutcomes.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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
    Receipt of(Path file, LocalDate asOf) throws IOException {
        String name = file.getFileName().toString();
        ScreenedFile screened = screening.screen(file, name, new StoredRegisters(open.store()));
        String sha256 = Fingerprint.of(file);
        LocalDateTime modified =
                LocalDateTime.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneOffset.UTC);
        TransactionTemplate transaction = new TransactionTemplate(open.store().transactions());
        Receipt receipt = transaction.execute(status -> {
            status.setRollbackOnly();
            // As one that is tried again: a file that stands already is to be read all the same.
            Submission tried =
                    new Ledger(open.store()).receive(name, sha256, modified, asOf, Submission.Status.WAITING);
            new Loading(open.store()).load(tried, screened, "");
            build();
            new Checks(open.store(), open.catalogue()).run();
            return new ReceiptQuery(open.store(), ReturnTypes.of(open.catalogue()))
                    .of(tried.as(Submission.Status.of(screened.status().name())));
        });
        if (receipt == null) throw new IllegalStateException("a trial always ends in a receipt");
        return receipt;
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
