package org.huboutcomes.delivery;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.compare.FigureChanges;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.receipts.ReceiptPlaces;
import org.huboutcomes.returns.text.TitledNames;
import org.huboutcomes.store.Store;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The content of the nightly note, read from the tables of the `publish` step.
///
/// @param unknownNetworks networks in the list of hubs that are not in the catalogue
/// @param changes which figures changed since the last nightly run, and why
/// @param indicatorTitles from the name of an indicator to its title
public record NightlyNote(
        LocalDate asOf,
        List<SubmittedFile> files,
        List<OutstandingReturns> outstanding,
        List<UnknownNetwork> unknownNetworks,
        FigureChanges changes,
        Map<String, String> indicatorTitles) {

    public NightlyNote {
        files = List.copyOf(files);
        outstanding = List.copyOf(outstanding);
        unknownNetworks = List.copyOf(unknownNetworks);
        indicatorTitles = Map.copyOf(indicatorTitles);
    }

    /// A file received since the last note, once for each of its hubs and academic years.
    ///
    /// @param leftOut rows with an error
    /// @param duplicate rows that are the same as another
    /// @param aside rows without data: blank rows, totals, notes
    /// @param receipt the page of its receipt, below the folder of all receipts; null if there is none
    public record SubmittedFile(
            long submission,
            String name,
            String status,
            @Nullable String hub,
            @Nullable Integer timePeriod,
            long read,
            long accepted,
            long leftOut,
            long duplicate,
            long aside,
            long errors,
            long queries,
            @Nullable String receipt) {

        public SubmittedFile {
            if (read != accepted + leftOut + duplicate + aside)
                throw new IllegalArgumentException(
                        name + ": the rows of submission " + submission + " do not add up to those read.");
        }

        private SubmittedFile with(ReceiptPlaces receipts) {
            return new SubmittedFile(
                    submission,
                    name,
                    status,
                    hub,
                    timePeriod,
                    read,
                    accepted,
                    leftOut,
                    duplicate,
                    aside,
                    errors,
                    queries,
                    receipts.page(submission, hub, timePeriod).orElse(null));
        }
    }

    /// The returns of an academic year that a hub has not yet sent.
    ///
    /// @param due the day by which they are due
    /// @param overdue whether that day has passed
    /// @param returns their titles
    public record OutstandingReturns(
            String network,
            String hub,
            String name,
            int timePeriod,
            LocalDate due,
            boolean overdue,
            List<String> returns) {

        public OutstandingReturns {
            returns = List.copyOf(returns);
        }

        /// The day by which they are due, as printed.
        public String day() {
            return EnglishFormat.day(due) + (overdue ? " (overdue)" : "");
        }

        /// All outstanding returns of all hubs.
        public static List<OutstandingReturns> in(Store store) {
            return JdbcClient.create(store.dataSource())
                    .sql("from return_owed order by network, hub, time_period, due_on, returns")
                    .query((row, number) -> new OutstandingReturns(
                            row.getString("network"),
                            row.getString("hub"),
                            row.getString("hub_name"),
                            row.getInt("time_period"),
                            row.getObject("due_on", LocalDate.class),
                            row.getBoolean("overdue"),
                            Stream.of((Object[]) row.getArray("returns").getArray())
                                    .map(Object::toString)
                                    .toList()))
                    .list();
        }
    }

    /// @param nearest the network of the catalogue with the most similar name
    /// @param hubs the codes of its hubs, with a comma between
    public record UnknownNetwork(String network, String nearest, String hubs) {

        /// What the reader must know and do, as one paragraph.
        String message() {
            return "The list of hubs has the network \"%s\" (%s), which is not known; the nearest is \"%s\"."
                            .formatted(network, hubs, nearest)
                    + " Nothing is asked of its hubs and no figure counts them until the network is corrected.";
        }
    }

    public static NightlyNote of(Store store, LocalDate asOf, FigureChanges changes, ReceiptPlaces receipts) {
        JdbcClient sql = JdbcClient.create(store.dataSource());
        return new NightlyNote(
                asOf,
                sql
                        .sql("from night_file order by submission, hub, time_period")
                        .query((row, number) -> new SubmittedFile(
                                row.getLong("submission"),
                                TitledNames.without(row.getString("file_name")),
                                row.getString("status"),
                                row.getString("hub"),
                                row.getObject("time_period", Integer.class),
                                row.getLong("rows_read"),
                                row.getLong("accepted"),
                                row.getLong("left_out"),
                                row.getLong("duplicate"),
                                row.getLong("aside"),
                                row.getLong("errors"),
                                row.getLong("queries"),
                                null))
                        .list()
                        .stream()
                        .map(file -> file.with(receipts))
                        .toList(),
                OutstandingReturns.in(store),
                sql.sql("from unknown_network order by network")
                        .query((row, number) -> new UnknownNetwork(
                                row.getString("network"), row.getString("nearest"), row.getString("hubs")))
                        .list(),
                changes,
                sql
                        .sql("select indicator, title from definition")
                        .query((row, number) -> Map.entry(row.getString("indicator"), row.getString("title")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /// Records how far this note reports; the next one starts there.
    public void recordWatermark(Store store) {
        TransactionTemplate own = new TransactionTemplate(store.transactions());
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        JdbcClient sql = JdbcClient.create(store.dataSource());
        own.executeWithoutResult(status -> {
            // If a nightly run is repeated on the same day, its note covers the whole day.
            sql.sql("delete from night_watermark where as_of = ?").param(asOf).update();
            sql.sql("insert into night_watermark (as_of, last_submission)"
                            + " select ?, coalesce(max(submission), 0) from submission")
                    .param(asOf)
                    .update();
        });
    }
}
