package org.huboutcomes.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huboutcomes.delivery.NightlyNote;
import org.huboutcomes.files.AtomicFile;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.store.Store;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The state of the submissions after the last run, in its own file, because the store cannot be read during a run.
///
/// @param waiting files that arrived before the registers they need
/// @param returned files in force, held or refused that still have findings to correct or explain
/// @param missing returns not received, by hub and year
/// @param unknownNetworks networks in the list of hubs that are not in the catalogue
/// @param layouts arrangements of headings that hubs have confirmed
/// @param lists titles of the registers and lists of which none is in force
public record WorkspaceStatus(
        List<Waiting> waiting,
        List<Returned> returned,
        List<Missing> missing,
        List<Withdrawn> withdrawn,
        List<UnknownNetwork> unknownNetworks,
        List<Layout> layouts,
        List<String> lists) {

    /// @param layout its number
    /// @param columns the headings that are read, each with its field
    public record Layout(
            long layout,
            String hub,
            String returnName,
            List<String> columns,
            long submission,
            String file,
            String since) {}

    public record Waiting(long submission, String file, String since) {}

    public record Returned(
            long submission,
            String file,
            @Nullable String hub,
            @Nullable Integer year,
            String status,
            int errors,
            int queries) {}

    /// @param returns their titles
    /// @param due the day by which they are due, as 2023-10-31
    /// @param overdue whether that day was over at the last run
    public record Missing(
            String network,
            String hub,
            int year,
            List<String> returns,
            @Nullable String due,
            boolean overdue) {}

    public record Withdrawn(long submission, String file, String on, String why) {}

    /// @param nearest the network in the catalogue with the most similar name
    /// @param hubs the codes of its hubs, separated by commas
    public record UnknownNetwork(String network, String nearest, String hubs) {}

    public static final WorkspaceStatus NONE =
            new WorkspaceStatus(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /// Files written by older releases lack some lists.
    public WorkspaceStatus {
        waiting = orNone(waiting);
        returned = orNone(returned);
        missing = orNone(missing);
        withdrawn = orNone(withdrawn);
        unknownNetworks = orNone(unknownNetworks);
        layouts = orNone(layouts);
        lists = orNone(lists);
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static Path file(Workspace workspace) {
        return workspace.logs().resolve("status.json");
    }

    /// The state after the last run; empty before the first, or if the file cannot be read: the next run writes it
    /// again.
    public static Optional<WorkspaceStatus> read(Workspace workspace) {
        Path file = file(workspace);
        if (!Files.isRegularFile(file)) return Optional.empty();
        try {
            // A file of an older release lacks some members; numbers and flags are then 0 and false.
            JsonMapper lenient = JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();
            return Optional.ofNullable(lenient.readValue(file.toFile(), WorkspaceStatus.class));
        } catch (JacksonException damaged) {
            return Optional.empty();
        }
    }

    public static void write(Workspace workspace, Store store, ReturnTypes types) throws IOException {
        Path file = file(workspace);
        Files.createDirectories(file.getParent());
        AtomicFile.write(file, new JsonMapper().writeValueAsString(of(store, types)));
    }

    private static WorkspaceStatus of(Store store, ReturnTypes types) {
        JdbcClient sql = JdbcClient.create(store.dataSource());
        return new WorkspaceStatus(
                waiting(sql),
                returned(sql),
                missing(store),
                withdrawn(sql),
                unknownNetworks(sql),
                layouts(sql),
                lists(sql, types));
    }

    private static List<String> lists(JdbcClient sql, ReturnTypes types) {
        List<String> received = sql.sql("select distinct return_name from claim where in_force")
                .query(String.class)
                .list();
        return types.all().stream()
                .filter(type -> type.isList() && !received.contains(type.name()))
                .map(ReturnType::title)
                .toList();
    }

    private static List<Waiting> waiting(JdbcClient sql) {
        return sql.sql(
                        "select submission, file_name, taken_on from submission where status = 'waiting' order by submission")
                .query((row, n) -> new Waiting(row.getLong(1), row.getString(2), row.getString(3)))
                .list();
    }

    private static List<Returned> returned(JdbcClient sql) {
        return sql.sql("""
                        with counted as (
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
                        join counted using (submission)
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

    private static List<Missing> missing(Store store) {
        return NightlyNote.OutstandingReturns.in(store).stream()
                .map(outstanding -> new Missing(
                        outstanding.network(),
                        outstanding.hub(),
                        outstanding.timePeriod(),
                        outstanding.returns(),
                        outstanding.due().toString(),
                        outstanding.overdue()))
                .sorted(Comparator.comparing(Missing::year)
                        .reversed()
                        .thenComparing(Missing::network)
                        .thenComparing(Missing::hub))
                .toList();
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

    private static List<Layout> layouts(JdbcClient sql) {
        return sql.sql("""
                        select
                            layout,
                            hub,
                            return_name,
                            list(heading || ' as ' || field order by field) as columns,
                            confirmed_by,
                            file_name,
                            taken_on
                        from known_layout
                        group by layout, hub, return_name, headings, confirmed_by, file_name, taken_on
                        order by hub, return_name, confirmed_by, columns""")
                .query((row, n) -> new Layout(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        Stream.of((Object[]) row.getArray(4).getArray())
                                .map(Object::toString)
                                .toList(),
                        row.getLong(5),
                        row.getString(6),
                        row.getString(7)))
                .list();
    }

    private static List<UnknownNetwork> unknownNetworks(JdbcClient sql) {
        return sql.sql("select network, nearest, hubs from unknown_network order by network")
                .query((row, n) -> new UnknownNetwork(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }
}
