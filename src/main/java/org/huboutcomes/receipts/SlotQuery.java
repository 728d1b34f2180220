package org.huboutcomes.receipts;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.huboutcomes.receipts.Receipt.Slot;
import org.huboutcomes.returns.AcademicYear;
import org.huboutcomes.returns.ReturnTypes;
import org.huboutcomes.store.Store;
import org.huboutcomes.tables.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Gathers from the ledger which hubs and years a submission fills, whose place it took there, and who took its own.
final class SlotQuery {

    private final JdbcClient sql;
    private final Differences differences;

    SlotQuery(Store store, ReturnTypes types) {
        this.sql = JdbcClient.create(store.dataSource());
        this.differences = new Differences(store, types);
    }

    /// Of all that claim the same and were accepted, the one before and the one after; by sheet.
    Map<Long, List<Slot>> of(Submission submission) {
        return sql
                .sql("""
                        with standing as (
                            select claim.*, submission.file_name
                            from claim
                            join submission using (submission)
                            join submitted_sheet using (sheet)
                            where submitted_sheet.status = 'accepted' and submission.status in ('accepted', 'partial')
                        ),
                        other as (
                            select mine.claim, standing.claim as other, standing.file_name, standing.submission
                            from claim as mine
                            join standing
                                on standing.return_name = mine.return_name
                                and standing.hub is not distinct from mine.hub
                                and standing.time_period is not distinct from mine.time_period
                                and standing.submission <> mine.submission
                            where mine.submission = ?
                        ),
                        around as (
                            select
                                other.claim,
                                max_by(other.other, other.other) filter (where other.submission < claim.submission) as before,
                                max_by(file_name, other.other) filter (where other.submission < claim.submission) as supersedes,
                                max_by(file_name, other.other) filter (where other.submission > claim.submission) as superseded_by
                            from other
                            join claim on claim.claim = other.claim
                            group by other.claim
                        )
                        select claim.*, around.before, around.supersedes, around.superseded_by
                        from claim
                        left join around using (claim)
                        where claim.submission = ?
                        order by claim.claim""")
                .params(submission.number(), submission.number())
                .query((row, n) -> Map.entry(row.getLong("sheet"), slot(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    /// Where responses add up, none takes the place of another.
    private Slot slot(ResultSet row) throws SQLException {
        boolean inForce = row.getBoolean("in_force");
        boolean supersedes = differences.supersede(row.getString("return_name"));
        long before = row.getLong("before");
        return new Slot(
                row.getString("hub"),
                year(row.getObject("time_period", Integer.class)),
                row.getInt("accepted"),
                inForce,
                supersedes && inForce ? row.getString("supersedes") : null,
                supersedes && !inForce ? row.getString("superseded_by") : null,
                supersedes && inForce && before > 0
                        ? differences.between(row.getString("return_name"), before, row.getLong("claim"))
                        : null);
    }

    private static @Nullable String year(@Nullable Integer period) {
        return period == null ? null : AcademicYear.ofPeriod(period).label();
    }
}
