package org.huboutcomes.receipts;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.receipts.Receipt.Slot;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.store.Store;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads from the ledger which hubs and years a submission covers, what it replaced, and what replaced it.
final class ClaimQuery {

    private final JdbcClient sql;
    private final SubmissionDifferences differences;

    ClaimQuery(Store store, ReturnTypes types) {
        this.sql = JdbcClient.create(store.dataSource());
        this.differences = new SubmissionDifferences(store, types);
    }

    /// By sheet.
    Map<Long, List<Slot>> of(List<Long> submissions) {
        return sql
                .sql("""
                        with replaced as (
                            select claim, replaced_by, accepted
                            from claim
                            where not in_force and replaced_by is not null
                            union all
                            select claim, replaced_by, accepted
                            from claim_part
                        ),
                        named as (
                            select
                                replaced.claim,
                                replaced.replaced_by,
                                replaced.accepted,
                                earlier.submission,
                                earlier.sheet as earlier_sheet,
                                earlier.in_force as rows_left,
                                submitted_sheet.name as sheet_name,
                                earlier_file.file_name as earlier_name,
                                later.submission as later_submission,
                                later_file.file_name as later_name
                            from replaced
                            join claim as earlier on earlier.claim = replaced.claim
                            join submission as earlier_file on earlier_file.submission = earlier.submission
                            join submitted_sheet on submitted_sheet.sheet = earlier.sheet
                            join claim as later on later.claim = replaced.replaced_by
                            join submission as later_file on later_file.submission = later.submission
                        ),
                        before as (
                            select
                                replaced_by as claim,
                                string_agg(distinct earlier_name, ', ' order by earlier_name) as supersedes,
                                case when count(distinct earlier_sheet) = 1 then min(sheet_name) end as earlier_sheet,
                                bool_or(rows_left) as rows_left,
                                bool_or(exists (
                                    from claim as other
                                    where other.submission = named.submission
                                    and other.sheet <> named.earlier_sheet
                                    and other.in_force)) as others_left
                            from named
                            where submission <> later_submission
                            group by all
                        ),
                        after as (
                            select
                                claim,
                                max_by(later_name, replaced_by) as superseded_by,
                                sum(accepted) filter (where submission = later_submission) as within,
                                sum(accepted) filter (where submission <> later_submission) as since
                            from named
                            group by claim
                        ),
                        divided as (
                            select claim, sum(accepted) as accepted
                            from claim_part
                            group by claim
                        )
                        select
                            claim.*,
                            claim.accepted + coalesce(divided.accepted, 0) as all_accepted,
                            before.supersedes,
                            before.earlier_sheet,
                            coalesce(before.rows_left, false) as rows_left,
                            coalesce(before.others_left, false) as others_left,
                            after.superseded_by,
                            coalesce(after.within, 0) as replaced_within,
                            coalesce(after.since, 0) as replaced_since
                        from claim
                        left join divided using (claim)
                        left join before using (claim)
                        left join after using (claim)
                        where claim.submission in (:submissions)
                        order by claim.claim""")
                .param("submissions", submissions)
                .query((row, n) -> Map.entry(row.getLong("sheet"), slot(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private Slot slot(ResultSet row) throws SQLException {
        boolean inForce = row.getBoolean("in_force");
        String supersedes = row.getString("supersedes");
        return new Slot(
                row.getString("hub"),
                year(row.getObject("time_period", Integer.class)),
                row.getInt("all_accepted"),
                inForce,
                inForce ? supersedes : null,
                row.getString("superseded_by"),
                inForce && supersedes != null
                        ? differences.between(row.getString("return_name"), row.getLong("claim"))
                        : null,
                earlier(row),
                inForce ? row.getInt("accepted") : 0,
                row.getInt("replaced_within"),
                row.getInt("replaced_since"));
    }

    private static Receipt.@Nullable Earlier earlier(ResultSet row) throws SQLException {
        String sheet = row.getString("earlier_sheet");
        return sheet == null
                ? null
                : new Receipt.Earlier(sheet, row.getBoolean("rows_left"), row.getBoolean("others_left"));
    }

    private static @Nullable String year(@Nullable Integer period) {
        return period == null ? null : AcademicYear.ofPeriod(period).label();
    }
}
