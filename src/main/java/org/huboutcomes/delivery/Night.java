package org.huboutcomes.delivery;

import java.time.LocalDate;
import java.util.List;
import org.huboutcomes.explain.Changes;
import org.huboutcomes.store.Store;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// What a night has to tell, read from the tables that its `publish` step left.
///
/// @param changes which figures moved since the last night, and why
public record Night(LocalDate asOf, List<Filed> files, List<Owed> owed, Changes changes) {

    /// A file that came since the last note.
    public record Filed(
            String name,
            String status,
            @Nullable String hub,
            @Nullable Integer timePeriod,
            long read,
            long accepted,
            long leftOut,
            long errors,
            long queries) {}

    /// What a hub has still to return.
    public record Owed(String network, String hub, String name, int timePeriod, String returns) {}

    public static Night of(Store store, LocalDate asOf, Changes changes) {
        JdbcClient sql = JdbcClient.create(store.dataSource());
        return new Night(
                asOf,
                sql.sql("from night_file order by submission, hub, time_period")
                        .query((row, number) -> new Filed(
                                row.getString("file_name"),
                                row.getString("status"),
                                row.getString("hub"),
                                row.getObject("time_period", Integer.class),
                                row.getLong("rows_read"),
                                row.getLong("accepted"),
                                row.getLong("left_out"),
                                row.getLong("errors"),
                                row.getLong("queries")))
                        .list(),
                sql.sql("from return_owed order by network, hub")
                        .query((row, number) -> new Owed(
                                row.getString("network"),
                                row.getString("hub"),
                                row.getString("hub_name"),
                                row.getInt("time_period"),
                                row.getString("returns")))
                        .list(),
                changes);
    }

    /// Once the note is out, the next one tells what comes after it.
    public void told(Store store) {
        TransactionTemplate own = new TransactionTemplate(store.transactions());
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        JdbcClient sql = JdbcClient.create(store.dataSource());
        own.executeWithoutResult(status -> {
            sql.sql("insert into night_told select ?, coalesce(max(submission), 0) from submission")
                    .param(asOf)
                    .update();
        });
    }
}
