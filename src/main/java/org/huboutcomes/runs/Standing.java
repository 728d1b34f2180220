package org.huboutcomes.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.huboutcomes.intake.WholeFile;
import org.huboutcomes.store.Store;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// How things stand between the hubs and the store, as the last run left them: written beside the runs' notes, because
/// the store itself cannot be asked while a night holds it.
///
/// @param waiting files that came before the registers they are read against
/// @param returned files in force, or held, in which something is still to be corrected or explained
/// @param missing returns that a hub owes for a year and that have not come
record Standing(List<Waiting> waiting, List<Returned> returned, List<Missing> missing, List<Withdrawn> withdrawn) {

    record Waiting(long submission, String file, String since) {}

    record Returned(
            long submission,
            String file,
            @Nullable String hub,
            @Nullable Integer year,
            String status,
            int errors,
            int queries) {}

    record Missing(String network, String hub, int year, List<String> returns) {}

    record Withdrawn(long submission, String file, String on, String why) {}

    static final Standing NONE = new Standing(List.of(), List.of(), List.of(), List.of());

    private static Path file(Workspace workspace) {
        return workspace.logs().resolve("standing.json");
    }

    static Optional<Standing> read(Workspace workspace) {
        Path file = file(workspace);
        return Files.isRegularFile(file)
                ? Optional.of(new JsonMapper().readValue(file.toFile(), Standing.class))
                : Optional.empty();
    }

    static void write(Workspace workspace, Store store) throws IOException {
        Path file = file(workspace);
        Files.createDirectories(file.getParent());
        WholeFile.write(file, new JsonMapper().writeValueAsString(of(store)));
    }

    private static Standing of(Store store) {
        JdbcClient sql = JdbcClient.create(store.dataSource());
        return new Standing(waiting(sql), returned(sql), missing(sql), withdrawn(sql));
    }

    private static List<Waiting> waiting(JdbcClient sql) {
        return sql.sql(
                        "select submission, file_name, taken_on from submission where status = 'waiting' order by submission")
                .query((row, n) -> new Waiting(row.getLong(1), row.getString(2), row.getString(3)))
                .list();
    }

    private static List<Returned> returned(JdbcClient sql) {
        return sql.sql("""
                        with told as (
                            select
                                submission,
                                count(*) filter (where severity = 'error') as errors,
                                count(*) filter (where severity = 'query') as queries
                            from finding
                            anti join explained_finding using (submission, claim, rule, field, row_key)
                            group by submission
                        ),
                        place as (
                            select submission, hub, time_period, bool_or(in_force) as in_force
                            from claim
                            group by all
                        )
                        select submission.submission, file_name, hub, time_period, status, errors, queries
                        from submission
                        join told using (submission)
                        left join place using (submission)
                        where status in ('held', 'refused') or status in ('accepted', 'partial') and in_force
                        order by hub nulls first, time_period, submission.submission""")
                .query((row, n) -> new Returned(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        (Integer) row.getObject(4),
                        row.getString(5),
                        row.getInt(6),
                        row.getInt(7)))
                .list();
    }

    private static List<Missing> missing(JdbcClient sql) {
        return sql.sql("""
                        select network, hub, time_period, string_agg(return_name, '|' order by return_name)
                        from hub_year
                        join network_return using (network)
                        anti join claim_in_force using (hub, time_period, return_name)
                        group by network, hub, time_period
                        order by time_period desc, network, hub""")
                .query((row, n) -> new Missing(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        List.of(row.getString(4).split("\\|"))))
                .list();
    }

    private static List<Withdrawn> withdrawn(JdbcClient sql) {
        return sql.sql("""
                        select submission, file_name, withdrawn_on, why
                        from withdrawal
                        join submission using (submission)
                        order by submission""")
                .query((row, n) -> new Withdrawn(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }
}
