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
    public record Edition(String network, String hub, int timePeriod) {

        /// Whether it is for a whole network.
        public boolean isNetwork() {
            return hub.equals(Result.TOTAL);
        }
    }

    private final PublishedQuery query;
    private final Profile profile;
    private @Nullable Recipient read;
    private @Nullable List<Definition> definitions;

    /// The figures of one hub or network for all years, because the reports of several years are made one after the
    /// other.
    private record Recipient(
            String network,
            String hub,
            List<Result> results,
            List<Spread> spreads,
            Map<ReportTable, List<Map<String, Object>>> tables) {

        boolean is(String otherNetwork, String otherHub) {
            return network.equals(otherNetwork) && hub.equals(otherHub);
        }

        List<Result> results(int timePeriod) {
            return results.stream()
                    .filter(result -> result.timePeriod() <= timePeriod)
                    .toList();
        }

        List<Spread> spreads(int timePeriod) {
            return spreads.stream()
                    .filter(spread -> spread.timePeriod() <= timePeriod)
                    .toList();
        }

        Map<String, List<Map<String, Object>>> tables(int timePeriod) {
            Map<String, List<Map<String, Object>>> printed = new LinkedHashMap<>();
            tables.forEach((table, rows) -> printed.put(
                    table.name(),
                    rows.stream()
                            .filter(row -> table.prints(year(row), timePeriod))
                            .toList()));
            return printed;
        }
    }

    public Published(Connection connection) {
        this(connection, Profile.RESTRICTED);
    }

    /// Reads only what readers of this profile may see.
    public Published(Connection connection, Profile profile) {
        this.query = new PublishedQuery(connection);
        this.profile = profile;
    }

    /// The tables that this class reads, so that they can be copied for readers who cannot open the store.
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
        return edition.isNetwork()
                ? networkFigures(edition.network(), edition.timePeriod())
                : figuresFor(edition.hub(), edition.timePeriod());
    }

    private HubFigures networkFigures(String network, int timePeriod) {
        return figures(network, Result.TOTAL, network, List.of(), timePeriod);
    }

    private HubFigures figures(String network, String hub, String name, List<String> aliases, int timePeriod) {
        Recipient recipient = read(network, hub);
        return new HubFigures(
                network,
                hub,
                name,
                aliases,
                timePeriod,
                recipient.results(timePeriod),
                recipient.spreads(timePeriod),
                definitions(),
                recipient.tables(timePeriod));
    }

    private Recipient read(String network, String hub) {
        if (read == null || !read.is(network, hub))
            read = new Recipient(
                    network, hub, results(network, hub), new Spreads(query, profile).of(network), tables(network, hub));
        return read;
    }

    /// Reads a hub's figures up to an academic year, with its rows of the other published tables.
    public HubFigures figuresFor(String hub, int timePeriod) {
        List<HubFigures> found = query.list(
                "select network, hub, hub_name, aliases from hub where hub = ?",
                row -> figures(
                        row.text("network"), hub, row.text("hub_name"), names(row.textOrNull("aliases")), timePeriod),
                hub);
        if (found.size() != 1) throw new IllegalArgumentException("There is no hub " + hub + " in the list in force.");
        return found.get(0);
    }

    public List<Definition> definitions() {
        if (definitions == null)
            definitions = query.list("select * from definition order by outcome, indicator", Published::definition);
        return definitions;
    }

    private List<Result> results(String network, String hub) {
        return query.list("""
                select *
                from profile_result
                where profile in (?, ?) and network = ? and hub in (?, 'Total')
                qualify
                    row_number() over (
                        partition by time_period, hub, indicator, education_phase, breakdown
                        order by profile = ? desc
                    ) = 1
                order by time_period, hub, indicator, education_phase, breakdown
                """, Published::result, profile.code(), profile.ofItself(), network, hub, profile.ofItself());
    }

    private Map<ReportTable, List<Map<String, Object>>> tables(String network, String hub) {
        Map<ReportTable, List<Map<String, Object>>> tables = new LinkedHashMap<>();
        for (ReportTable table : ReportTable.all(query))
            tables.put(
                    table,
                    table.isFor(profile)
                            ? query.list(
                                    "select * from " + table.holdsFor(profile)
                                            + " where network = ? and hub = ? and time_period >= 0 order by all",
                                    PublishedQuery.Row::all,
                                    network,
                                    hub)
                            : List.of());
        return tables;
    }

    /// A table whose own rows are printed in a hub's report, for its year or for all years to date, and the table that
    /// a public report prints instead.
    record ReportTable(
            String name, boolean toDate, @Nullable String forPublic) {
        static List<ReportTable> all(PublishedQuery query) {
            return query.list("select * from report_table order by table_name", ReportTable::of);
        }

        private static ReportTable of(PublishedQuery.Row row) {
            return new ReportTable(
                    row.text("table_name"), row.text("years").equals("to date"), row.textOrNull("public_table"));
        }

        /// Whether a report of a year has the rows of another.
        boolean prints(int timePeriod, int ofReport) {
            return toDate ? timePeriod <= ofReport : timePeriod == ofReport;
        }

        boolean isFor(Profile profile) {
            return forPublic != null || profile == Profile.RESTRICTED;
        }

        String holdsFor(Profile profile) {
            return forPublic != null && profile == Profile.PUBLIC ? forPublic : name;
        }
    }

    private static int year(Map<String, Object> row) {
        return ((Number) Objects.requireNonNull(row.get("time_period"))).intValue();
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
                row.text("counts"),
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
