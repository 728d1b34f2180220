package org.huboutcomes.tables;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.returns.AcceptedRow;
import org.huboutcomes.returns.Claim;
import org.huboutcomes.returns.RowCounts;
import org.huboutcomes.returns.ScreenedFile;
import org.huboutcomes.returns.ScreenedSheet;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/// A store with the catalogue's tables, copied from a prepared one, into which a test loads files as if they had
/// just been read.
final class LoaderBench implements AutoCloseable {

    static final String CATALOGUE = "the catalogue of tonight";

    private static final LocalDate TONIGHT = LocalDate.of(2026, 11, 22);
    private static final LocalDateTime WRITTEN = LocalDateTime.of(2026, 11, 20, 9, 0);

    private final Catalogue catalogue = Catalogue.packaged();
    private final ReturnTypes types = ReturnTypes.of(catalogue);
    private final CatalogueTables tables = new CatalogueTables(catalogue);
    private final Path file = Workbench.copyOf(tables);
    private final Store store = Store.open(file, List.of(), "500MB");
    private final SubmissionLoader loading = new SubmissionLoader(store, types);
    private final TransactionTemplate transaction = new TransactionTemplate(store.transactions());
    final Ledger ledger = new Ledger(store);

    Submission receive(String content) {
        return ledger.receive(content + ".xlsx", content, WRITTEN, TONIGHT, Submission.Status.RECEIVED);
    }

    /// Receives a file and loads it at once.
    Submission drop(String content, ScreenedFile file) {
        return load(receive(content), file);
    }

    Submission load(Submission submission, ScreenedFile file) {
        return load(submission, file, CATALOGUE);
    }

    Submission load(Submission submission, ScreenedFile file, String byCatalogue) {
        transaction.executeWithoutResult(status -> loading.load(submission, file, byCatalogue));
        return submission.as(status(submission));
    }

    Submission.Status status(Submission submission) {
        return Submission.Status.of(sql().sql("select status from submission where submission = ?")
                .param(submission.number())
                .query(String.class)
                .single());
    }

    void build() {
        transaction.executeWithoutResult(status -> {
            var connection = DataSourceUtils.getConnection(store.dataSource());
            tables.build(connection);
            DataSourceUtils.releaseConnection(connection, store.dataSource());
        });
    }

    List<Integer> numbers(String select) {
        return sql().sql(select).query(Integer.class).list();
    }

    List<String> texts(String select) {
        return sql().sql(select).query(String.class).list();
    }

    void migrateOlderClaims() {
        transaction.executeWithoutResult(status -> new Replacements(store, types).migrateOlderClaims());
    }

    List<String> withdraw(Submission submission) {
        return transaction.execute(
                status -> new Withdrawals(store, types).withdraw(submission, TONIGHT, "the wrong file"));
    }

    List<String> leadsInForce() {
        return texts("select lead from pd_lead semi join claim on claim.claim = pd_lead.claim and claim.in_force"
                + " order by lead");
    }

    /// The stated values in force.
    List<Integer> inForce() {
        return numbers("select stated_value from stated_total semi join claim on claim.claim = stated_total.claim"
                + " and claim.in_force order by stated_value");
    }

    /// A sheet on which a hub states values for a year.
    ScreenedSheet stated(String hub, int timePeriod, Object... values) {
        return sheet(
                "stated_total",
                hub,
                timePeriod,
                IntStream.range(0, values.length)
                        .mapToObj(i -> new Object[] {hub, timePeriod, "Quantity " + i, values[i]})
                        .toList());
    }

    /// @param rows the values of the first fields of the return; the others are blank
    ScreenedSheet sheet(String returnName, String hub, Integer timePeriod, List<Object[]> rows) {
        ReturnType type = types.named(returnName);
        List<AcceptedRow> accepted = IntStream.range(0, rows.size())
                .mapToObj(i -> new AcceptedRow(
                        i + 2, Arrays.copyOf(rows.get(i), type.fields().size())))
                .toList();
        return new ScreenedSheet(
                returnName,
                type,
                ScreenedSheet.Status.ACCEPTED,
                Map.of(),
                new RowCounts(rows.size(), rows.size(), 0, 0, 0),
                List.of(new Claim(hub, timePeriod, accepted)),
                List.of());
    }

    /// The same sheet with too many wrong rows.
    static ScreenedSheet held(ScreenedSheet sheet) {
        int read = sheet.tally().read();
        return new ScreenedSheet(
                sheet.name(),
                sheet.type(),
                ScreenedSheet.Status.HELD,
                sheet.columns(),
                new RowCounts(read, 0, read, 0, 0),
                sheet.claims().stream()
                        .map(claim -> new Claim(claim.hub(), claim.timePeriod(), List.of()))
                        .toList(),
                sheet.findings());
    }

    static ScreenedFile file(ScreenedFile.Status status, ScreenedSheet... sheets) {
        return new ScreenedFile(status, List.of(sheets), List.of());
    }

    static ScreenedFile accepted(ScreenedSheet... sheets) {
        return file(ScreenedFile.Status.ACCEPTED, sheets);
    }

    JdbcClient sql() {
        return JdbcClient.create(store.dataSource());
    }

    @Override
    public void close() {
        store.close();
        FileSystemUtils.deleteRecursively(file.getParent().toFile());
    }
}
