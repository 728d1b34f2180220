package org.huboutcomes.publish;

import java.sql.Connection;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads published results for one hub at a time: its own rows and its network's, never those of another hub.
public final class Published {

    /// A possible report: a hub and an academic year in which it was open, or a network and a year.
    public record Edition(String network, String hub, int timePeriod) {}

    private final PublishedQuery query;
    private final Profile profile;

    public Published(Connection connection) {
        this(connection, Profile.RESTRICTED);
    }

    /// Reads only what readers of this profile may see.
    public Published(Connection connection, Profile profile) {
        this.query = new PublishedQuery(connection);
        this.profile = profile;
    }

    /// The tables that are read here, so that they can be copied for readers who cannot open the store.
    public static List<String> tables(Connection connection) {
        Set<String> tables = new TreeSet<>(List.of(
                "hub",
                "hub_year",
                "network_year",
                "definition",
                "profile_result",
                "report_table",
                "spread",
                "spread_point"));
        tables.addAll(new PublishedQuery(connection)
                .list(
                        "select unnest([table_name, public_table]) as name from report_table",
                        row -> Objects.requireNonNullElse(row.textOrNull("name"), "report_table")));
        return List.copyOf(tables);
    }

    public List<Edition> editions() {
        return query.list(
                "select network, hub, time_period from hub_year order by time_period, network, hub",
                row -> new Edition(row.text("network"), row.text("hub"), row.whole("time_period")));
    }

    /// One report for each network and academic year; its hub is `Total`.
    public List<Edition> networkEditions() {
        return query.list(
                "select network, time_period from network_year order by time_period, network",
                row -> new Edition(row.text("network"), Result.TOTAL, row.whole("time_period")));
    }

    /// Reads the figures of a hub or network up to the academic year of the report.
    public HubFigures figuresFor(Edition edition) {
        return edition.hub().equals(Result.TOTAL)
                ? networkFigures(edition.network(), edition.timePeriod())
                : figuresFor(edition.hub(), edition.timePeriod());
    }

    private HubFigures networkFigures(String network, int timePeriod) {
        return new HubFigures(
                network,
                Result.TOTAL,
                network,
                List.of(),
                timePeriod,
                results(network, Result.TOTAL, timePeriod),
                new Spreads(query, profile).of(network, timePeriod),
                definitions(),
                tables(network, Result.TOTAL, timePeriod));
    }

    /// Reads a hub's figures up to an academic year, with its rows of the other published tables.
    public HubFigures figuresFor(String hub, int timePeriod) {
        List<HubFigures> found = query.list(
                "select network, hub, hub_name, aliases from hub where hub = ?",
                row -> new HubFigures(
                        row.text("network"),
                        hub,
                        row.text("hub_name"),
                        names(row.textOrNull("aliases")),
                        timePeriod,
                        results(row.text("network"), hub, timePeriod),
                        new Spreads(query, profile).of(row.text("network"), timePeriod),
                        definitions(),
                        tables(row.text("network"), hub, timePeriod)),
                hub);
        if (found.size() != 1) throw new IllegalArgumentException("There is no hub " + hub + " in the list in force.");
        return found.get(0);
    }

    public List<Definition> definitions() {
        return query.list("select * from definition order by outcome, indicator", Published::definition);
    }

    private List<Result> results(String network, String hub, int timePeriod) {
        return query.list(
                """
                select *
                from profile_result
                where profile in (?, ?) and network = ? and hub in (?, 'Total') and time_period <= ?
                qualify
                    row_number() over (
                        partition by time_period, hub, indicator, education_phase, breakdown
                        order by profile = ? desc
                    ) = 1
                order by time_period, hub, indicator, education_phase, breakdown
                """,
                Published::result,
                profile.code(),
                profile.ofItself(),
                network,
                hub,
                timePeriod,
                profile.ofItself());
    }

    private Map<String, List<Map<String, Object>>> tables(String network, String hub, int timePeriod) {
        Map<String, List<Map<String, Object>>> tables = new LinkedHashMap<>();
        for (ReportTable table : query.list("select * from report_table order by table_name", ReportTable::of))
            tables.put(
                    table.name(),
                    table.isFor(profile)
                            ? query.list(
                                    "select * from " + table.holdsFor(profile)
                                            + " where network = ? and hub = ? and time_period between ? and ? order by all",
                                    PublishedQuery.Row::all,
                                    network,
                                    hub,
                                    table.toDate() ? 0 : timePeriod,
                                    timePeriod)
                            : List.of());
        return tables;
    }

    /// A table whose own rows are printed in a hub's report, for its year or for all years to date, and the table that
    /// a public report prints instead.
    private record ReportTable(
            String name, boolean toDate, @Nullable String forPublic) {
        static ReportTable of(PublishedQuery.Row row) {
            return new ReportTable(
                    row.text("table_name"), row.text("years").equals("to date"), row.textOrNull("public_table"));
        }

        boolean isFor(Profile profile) {
            return forPublic != null || profile == Profile.RESTRICTED;
        }

        String holdsFor(Profile profile) {
            return forPublic != null && profile == Profile.PUBLIC ? forPublic : name;
        }
    }

    private static Result result(PublishedQuery.Row row) {
        return new Result(
                row.whole("time_period"),
                row.text("network"),
                row.text("hub"),
                row.text("hub_name"),
                row.text("education_phase"),
                row.text("breakdown"),
                row.text("outcome"),
                row.text("indicator"),
                row.quantity("numerator", "numerator_symbol"),
                row.quantity("denominator", "denominator_symbol"),
                row.quantity("n", "n_symbol"),
                row.quantity("value", "value_symbol"),
                row.quantity("value_lower_ci", "limits_symbol"),
                row.quantity("value_upper_ci", "limits_symbol"),
                row.symbol("symbol"),
                row.text("comparison"),
                new Change(
                        row.quantity("change", "change_symbol"),
                        row.quantity("change_lower_ci", "change_limits_symbol"),
                        row.quantity("change_upper_ci", "change_limits_symbol"),
                        row.textOrNull("change_word"),
                        row.textOrNull("change_hubs") == null ? null : row.whole("change_hubs")),
                row.textOrNull("hubs_open") == null
                        ? null
                        : new Coverage(
                                row.whole("hubs_contributing"), row.whole("hubs_open"), row.number("coverage_percent")),
                row.whole("definition_version"));
    }

    private static Definition definition(PublishedQuery.Row row) {
        return new Definition(
                row.text("indicator"),
                row.text("outcome"),
                row.text("title"),
                row.text("question"),
                row.text("numerator"),
                row.text("denominator"),
                row.text("unit"),
                row.text("higher_is"),
                row.text("why"),
                row.text("source"),
                row.text("interval"),
                row.text("reviewed"),
                row.whole("version"),
                row.text("notes"));
    }

    private static List<String> names(@Nullable String aliases) {
        if (aliases == null) return List.of();
        return Arrays.stream(aliases.split(";"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
