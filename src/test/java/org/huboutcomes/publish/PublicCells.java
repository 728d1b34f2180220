package org.huboutcomes.publish;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an outsider reads: the public files of a folder on disk, of one release or of several, and the register.
/// The store is used for the register, for the hubs behind a network's figure, and for the counts behind the
/// printed ones, by which the attack is judged.
///
/// If a printed value is computed from rounded counts, the reader is assumed to recover these counts from its
/// decimals and limits; likewise both years' counts from a change, for the hubs that it is based on.
final class PublicCells {

    private static final long ANY = 1_000_000_000;

    private static final String FILES = """
            create or replace temp view open_figure as
            select * replace (time_period::integer as time_period)
            from read_csv('%1$s/indicators.csv', all_varchar = true);
            create or replace temp view open_transition as
            select * replace (time_period::integer as time_period)
            from read_csv('%1$s/transitions.csv', all_varchar = true);
            create or replace temp view open_overlap as
            select * replace (time_period::integer as time_period, places::integer as places)
            from read_csv('%1$s/overlaps.csv', all_varchar = true);
            """;

    /// Counts that are the same by definition.
    static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("schools_engaged_percent/Enrolled/numerator", "enrolled"),
            Map.entry("schools_engaged_percent/Total/numerator", "engaged"),
            Map.entry("schools_engaged_percent/Completed/numerator", "completed"),
            Map.entry("schools_engaged_percent/Enrolled/denominator", "eligible"),
            Map.entry("schools_engaged_percent/Total/denominator", "eligible"),
            Map.entry("schools_engaged_percent/Completed/denominator", "eligible"),
            Map.entry("schools_engaged_cumulative_percent/Total/numerator", "ever"),
            Map.entry("schools_engaged_cumulative_percent/Total/denominator", "eligible"),
            Map.entry("pathway_schools_percent/Total/numerator", "pathway"),
            Map.entry("pathway_schools_percent/Total/denominator", "eligible"),
            Map.entry("pupils_reached_percent/Total/count 1", "engaged"),
            Map.entry("long_engaged_schools_percent/Total/denominator", "engaged"),
            Map.entry("single_advocate_percent/Total/denominator", "engaged"),
            Map.entry("single_advocate_percent/Total/numerator", "single"),
            Map.entry("participants_per_school/Total/numerator", "participants"),
            Map.entry("participants_per_school/Total/denominator", "engaged"),
            Map.entry("leads_per_100_schools/Total/numerator", "leads"),
            Map.entry("leads_per_100_schools/Total/denominator", "engaged"),
            Map.entry("leads_retained_percent/Total/denominator", "leads last year"),
            Map.entry("leads_retained_percent/Total/numerator", "leads retained"),
            Map.entry("leads_moved_percent/Total/denominator", "leads retained"),
            Map.entry("leads_moved_percent/Total/numerator", "leads moved"),
            Map.entry("lineage_matched_percent/Total/denominator", "engaged"),
            Map.entry("lineage_matched_percent/Total/numerator", "other number"),
            Map.entry("representativeness_index/Total/n", "engaged"),
            Map.entry("context_diversity_ratio/Total/n", "engaged"),
            Map.entry("context_coverage_percent/Total/numerator", "contexts reached"),
            Map.entry("schools_retained_percent/Total/numerator", "retained"),
            Map.entry("schools_retained_percent/Total/denominator", "engaged last year"),
            Map.entry("schools_reengaged_percent/Total/numerator", "reengaged"),
            Map.entry("pathway_continued_percent/Total/numerator", "beyond"),
            Map.entry("pathway_continued_percent/Total/denominator", "any beyond"),
            Map.entry("stage_progressed_percent/Total/numerator", "progressed"),
            Map.entry("stage_progressed_percent/Total/denominator", "developing last year"),
            Map.entry("paused_returned_percent/Total/numerator", "returned"),
            Map.entry("paused_returned_percent/Total/denominator", "paused last year"),
            Map.entry("participants_completed_percent/Total/denominator", "rows"),
            Map.entry("participants_completed_percent/Total/numerator", "rows completed"),
            Map.entry("survey_response_percent/Total/numerator", "responses"),
            Map.entry("survey_response_percent/Total/denominator", "rows attended"),
            Map.entry("rows_matched_percent/Total/denominator", "rows sent"),
            Map.entry("rows_matched_percent/Own URN/denominator", "rows sent"),
            Map.entry("rows_matched_percent/Successor/denominator", "rows sent"),
            Map.entry("rows_matched_percent/Total/numerator", "rows matched"),
            Map.entry("rows_matched_percent/Own URN/numerator", "rows matched own"),
            Map.entry("rows_matched_percent/Successor/numerator", "rows matched other"),
            Map.entry("net_promoter_score/Total/n", "scores"),
            Map.entry("net_promoter_score/Total/count 1", "promoters"),
            Map.entry("net_promoter_score/Total/count 2", "detractors"),
            Map.entry("rural_reach_ratio/Total/count 1", "engaged rural"),
            Map.entry("rural_reach_ratio/Total/count 2", "engaged urban"),
            Map.entry("disadvantage_reach_ratio/Total/count 1", "engaged highest"),
            Map.entry("disadvantage_reach_ratio/Total/count 2", "engaged lowest"),
            Map.entry("response_bias_points/Total/n", "asked"),
            Map.entry("response_bias_points/Total/count 1", "answered highest"),
            Map.entry("response_bias_points/Total/count 2", "answered lowest"),
            Map.entry("response_bias_points/Total/count 3", "asked highest"),
            Map.entry("response_bias_points/Total/count 4", "asked lowest"));

    /// Names a hub, a group of hubs or a place that the register describes.
    record Place(String network, int year, String hub, String phase) {
        String of(String name) {
            return name + " @ " + network + " " + year + " " + hub + " | " + phase;
        }

        Place in(int otherYear) {
            return new Place(network, otherYear, hub, phase);
        }

        Place phase(String other) {
            return new Place(network, year, hub, other);
        }

        Place hub(String other) {
            return new Place(network, year, other, phase);
        }
    }

    /// What is public about a count: its range; and the count behind it.
    record Printed(Place place, String name, String kind, long least, long most, long really) {

        static Printed of(Place place, String name, String kind, String cell, long really) {
            if (cell.equals("c")) return new Printed(place, name, kind, 0, ANY, really);
            if (cell.equals("low")) return new Printed(place, name, kind, 0, 2, really);
            if (cell.contains("..")) {
                String[] ends = cell.split("\\.\\.");
                return new Printed(place, name, kind, Long.parseLong(ends[0]), Long.parseLong(ends[1]), really);
            }
            long number = Math.round(Double.parseDouble(cell));
            return new Printed(place, name, kind, Math.max(0, number - 2), number + 2, really);
        }
    }

    /// How many schools the register has in a place: eligible; eligible the year before as well, in the same phase;
    /// last year and not this; this year and not last; of no known place or without a known fifth.
    record Registered(long eligible, long paired, long gone, long come, long placeless, long middle) {}

    private final List<Printed> printed = new ArrayList<>();
    private final Map<Place, Registered> register = new HashMap<>();
    private final Map<String, Set<String>> members = new TreeMap<>();
    private int nights;

    List<Printed> printed() {
        return printed;
    }

    /// The register's numbers for a place; null if it has nothing there.
    @Nullable
    Registered register(Place place) {
        return register.get(place);
    }

    boolean isEmpty(String count) {
        return register.entrySet().stream()
                .noneMatch(of ->
                        count.endsWith(of.getKey().of("")) && of.getValue().eligible() > 0);
    }

    /// Whether this is the first year in which anything of the place is printed.
    boolean isFirst(Place place) {
        return printed.stream()
                .noneMatch(cell -> cell.place().year() < place.year()
                        && cell.place().hub().equals(place.hub())
                        && cell.place().network().equals(place.network()));
    }

    /// The hubs of a group of hubs.
    Set<String> members(Place place) {
        return members.getOrDefault(place.network() + " " + place.year() + " " + place.hub(), Set.of());
    }

    /// Reads the public files of a store. For a later nightly run, gives the hubs that sent something since, and
    /// the earliest year that it is for, so that all other hubs and the years before are unchanged.
    PublicCells read(Connection connection, Path folder, Map<String, Integer> changed) throws SQLException {
        nights++;
        try (Statement statement = connection.createStatement()) {
            statement.execute(FILES.formatted(folder.toString().replace("'", "''")));
        }
        readRegister(connection, changed);
        readMembers(connection, changed);
        readFigures(connection, changed);
        readChanges(connection, changed);
        readTables(connection, changed);
        readPupils(connection, changed);
        return this;
    }

    private void readRegister(Connection connection, Map<String, Integer> changed) throws SQLException {
        for (List<String> row : rows(connection, """
                with place as (
                    select network, hub, time_period, figure_phase.education_phase, lineage, is_rural, fsm_percent
                    from eligible_school
                    join figure_phase on figure_phase.member = eligible_school.phase
                ), years as (
                    select
                        coalesce(this.network, last.network), coalesce(this.hub, last.hub),
                        coalesce(this.time_period, last.time_period + 101),
                        coalesce(this.education_phase, last.education_phase),
                        count(this.lineage),
                        count(*) filter (where this.lineage is not null and last.lineage is not null),
                        count(*) filter (where this.lineage is null),
                        count(*) filter (where this.lineage is not null and last.lineage is null),
                        count(*) filter (where this.lineage is not null and this.is_rural is null)
                    from place as this
                    full join place as last
                        on last.network = this.network and last.hub = this.hub
                        and last.time_period + 101 = this.time_period
                        and last.education_phase = this.education_phase and last.lineage = this.lineage
                    group by all
                )
                select * from years
                """)) {
            long eligible = Long.parseLong(row.get(4));
            register.put(
                    new Place(
                            row.get(0),
                            Integer.parseInt(row.get(2)),
                            label(row.get(1), Integer.parseInt(row.get(2)), changed),
                            row.get(3)),
                    new Registered(
                            eligible,
                            Long.parseLong(row.get(5)),
                            Long.parseLong(row.get(6)),
                            Long.parseLong(row.get(7)),
                            Long.parseLong(row.get(8)),
                            eligible));
        }
    }

    /// The hubs of a group follow from the returns that are publicly known to have been received.
    private void readMembers(Connection connection, Map<String, Integer> changed) throws SQLException {
        for (List<String> row :
                rows(connection, "select network, time_period, hub, member from figure_hub where hub <> member"))
            members.computeIfAbsent(
                            row.get(0) + " " + row.get(1) + " "
                                    + label(row.get(2), Integer.parseInt(row.get(1)), changed),
                            none -> new TreeSet<>())
                    .add(label(row.get(3), Integer.parseInt(row.get(1)), changed));
    }

    /// A group of hubs and a hub that has sent something since are distinguished by their nightly run.
    private String label(String hub, int year, Map<String, Integer> changed) {
        boolean isChanged = hub.startsWith("Total") || changed.getOrDefault(hub, Integer.MAX_VALUE) <= year;
        return nights > 1 && isChanged ? hub + " (night " + nights + ")" : hub;
    }

    private void readFigures(Connection connection, Map<String, Integer> changed) throws SQLException {
        for (List<String> row : rows(connection, """
                with grouped as (
                    select
                        'rural_reach_ratio' as indicator, network, hub as counted_as, time_period,
                        count(*) filter (where is_rural) as one, count(*) filter (where not is_rural) as other
                    from eligible_school
                    group by all
                    union all
                    select
                        'disadvantage_reach_ratio' as indicator, network, hub as counted_as, time_period,
                        count(*) filter (where fsm_fifth = 5) as one, count(*) filter (where fsm_fifth = 1) as other
                    from eligible_school
                    join fsm_group using (network, lineage, time_period)
                    group by all
                ), told as (
                    select
                        csv.network, csv.time_period, csv.hub, csv.education_phase, csv.indicator, csv.breakdown, figure.counted_as,
                        figure.counts, figure.has_counts, figure.is_covered, csv.numerator, csv.denominator, csv.n, csv.value,
                        measured.numerator as really_numerator, measured.denominator as really_denominator,
                        coalesce(measured.n, measured.denominator) as really_n, measured.public_counts
                    from open_figure as csv
                    join figure using (indicator, network, hub, time_period, education_phase, breakdown)
                    left join measured
                        on measured.indicator = csv.indicator and measured.network = csv.network
                        and measured.hub = figure.counted_as and measured.time_period = csv.time_period
                        and measured.education_phase = csv.education_phase and measured.breakdown = csv.breakdown
                    where figure.profile = 'restricted'
                ), part as (
                    select told.*, 'numerator' as part, numerator as cell, coalesce(really_numerator, 0)::bigint as really from told
                    where counts <> 'pupils'
                    union all
                    select told.*, 'denominator' as part, denominator as cell, coalesce(really_denominator, 0)::bigint as really from told
                    where counts <> 'pupils'
                    union all
                    select told.*, 'n' as part, n as cell, coalesce(really_n, 0)::bigint as really from told
                    where counts <> 'pupils' and not has_counts
                    union all
                    select
                        told.*, 'count ' || place as part,
                        (5 * round(public_counts[place] / 5.0::double))::bigint::varchar as cell,
                        public_counts[place] as really
                    from told
                    cross join range(1, 11) as places (place)
                    where place <= len(public_counts) and value not in ('x', 'z', 'c') and counts <> 'pupils'
                    union all
                    -- A share is printed if the rounded count is ten or more.
                    select
                        told.*, 'denominator' as part, case value when 'x' then '0..7' else '8..1000000000' end as cell,
                        coalesce(really_denominator, 0)::bigint as really
                    from told
                    where
                        has_counts and is_covered and counts in ('schools', 'people per school', 'people', 'rows', 'places')
                        and denominator not in ('x', 'z') and value not in ('z', 'c')
                    union all
                    -- A ratio of large enough groups is missing if none of the second takes part.
                    select told.*, 'count 2' as part, '0..2' as cell, public_counts[2] as really
                    from told
                    join grouped using (indicator, network, counted_as, time_period)
                    where value = 'x' and n not in ('x', 'z') and is_covered and least(one, other) >= 8 and len(public_counts) = 2
                )
                select
                    network, time_period, education_phase, indicator, breakdown, counted_as, counts, part, cell, really,
                    coalesce(len(public_counts), 0)
                from part
                where cell not in ('x', 'z')
                """)) {
            String counts = row.get(6);
            String part = row.get(7);
            String name = row.get(3) + "/" + row.get(4) + "/" + part;
            if (row.get(3).equals("engagement_survival_percent"))
                name = life(row.get(4), part, Integer.parseInt(row.get(10)));
            String kind = switch (counts) {
                case "schools" -> "schools";
                case "people per school" -> part.equals("numerator") ? "people" : "schools";
                case "people", "respondents", "rows", "places" -> "people";
                default -> "others";
            };
            if (counts.equals("respondents") && part.equals("denominator")) kind = "people";
            String hub = label(row.get(5), Integer.parseInt(row.get(1)), changed);
            printed.add(Printed.of(
                    new Place(row.get(0), Integer.parseInt(row.get(1)), hub, row.get(2)),
                    NAMES.getOrDefault(name, name),
                    kind,
                    row.get(8),
                    Long.parseLong(row.get(9))));
        }
    }

    /// A life table of several horizons has the same steps.
    private static String life(String breakdown, String part, int counts) {
        int horizon = Integer.parseInt(breakdown.replaceAll(" .*", ""));
        if (part.equals("n")) return "life " + horizon + " at risk";
        int place = Integer.parseInt(part.replaceAll(".* ", ""));
        int steps = counts / 2;
        return "life " + (place <= steps ? place + " at risk" : place - steps + " lost");
    }

    /// What a change reveals about its hubs, in both years; and its limits about the schools in both years.
    private void readChanges(Connection connection, Map<String, Integer> changed) throws SQLException {
        for (List<String> row : rows(connection, """
                with compared as (
                    select distinct
                        csv.network, csv.time_period, academic_year.previous_period, csv.education_phase, csv.indicator, csv.breakdown,
                        definition.counts, case when csv.hub = 'Total' then hub_group.counted_as else csv.hub end as counted_as,
                        try_cast(csv.change_lower_ci as double) is not null as has_limits
                    from open_figure as csv
                    join definition using (indicator)
                    join academic_year using (time_period)
                    join (select distinct indicator, need from needed_return) as needed using (indicator)
                    left join hub_group
                        on hub_group.network = csv.network and hub_group.need = needed.need
                        and hub_group.time_period = csv.time_period and hub_group.basis = 'change'
                    where try_cast(csv.change as double) is not null and definition.counts not in ('pupils', 'hubs')
                )
                select
                    compared.network, measured.time_period, compared.time_period, compared.education_phase, compared.indicator,
                    compared.breakdown, compared.counts, compared.counted_as, compared.has_limits,
                    measured.numerator::bigint, measured.denominator::bigint,
                    case when compared.time_period = measured.time_period then measured.in_both end,
                    measured.in_this_only, measured.in_last_only
                from compared
                join measured
                    on measured.indicator = compared.indicator and measured.network = compared.network
                    and measured.hub = compared.counted_as
                    and measured.time_period in (compared.time_period, compared.previous_period)
                    and measured.education_phase = compared.education_phase and measured.breakdown = compared.breakdown
                """)) {
            Place place = new Place(
                    row.get(0),
                    Integer.parseInt(row.get(1)),
                    label(row.get(7), Integer.parseInt(row.get(1)), changed),
                    row.get(3));
            String counts = row.get(6);
            for (String part : List.of("numerator", "denominator")) {
                String number = row.get(part.equals("numerator") ? 9 : 10);
                if (number.isEmpty()) continue;
                String name = row.get(4) + "/" + row.get(5) + "/" + part;
                String kind =
                        counts.equals("schools") || counts.equals("people per school") && part.equals("denominator")
                                ? "schools"
                                : counts.matches("people.*|respondents|rows|places") ? "people" : "others";
                add(place, NAMES.getOrDefault(name, name), kind, Long.parseLong(number));
            }
            if (row.get(11).isEmpty() || !row.get(8).equals("true")) continue;
            String name = NAMES.getOrDefault(row.get(4) + "/" + row.get(5) + "/numerator", row.get(4));
            long both = Long.parseLong(row.get(11));
            add(place, "both " + name, "schools", both);
            add(place, "this " + name, "schools", both + Long.parseLong(row.get(12)));
            add(place, "last " + name, "schools", both + Long.parseLong(row.get(13)));
        }
    }

    private void add(Place place, String name, String kind, long number) {
        printed.add(Printed.of(place, name, kind, String.valueOf((number + 2) / 5 * 5), number));
    }

    private void readTables(Connection connection, Map<String, Integer> changed) throws SQLException {
        for (List<String> row : rows(connection, """
                select 'from ' || from_stage || ' to ' || to_stage, network, time_period, standing.counted_as, public.schools, told.schools
                from open_transition as public
                join transitions_csv as told using (network, hub, time_period, from_stage, to_stage)
                join figure_standing as standing using (network, hub, time_period)
                where standing.indicator = 'stage_progressed_percent'
                union all
                -- A share beside its count reveals its denominator, and a missing one reveals that this is small.
                select
                    'from ' || from_stage, network, time_period, standing.counted_as,
                    case when bool_or(public.row_percent = 'x') or bool_and(public.row_percent = 'c') then 0
                        else greatest(8, 5 * ceil(max(20 * part / (share + 0.05)) - 0.000001) - 2) end::bigint
                    || '..'
                    || case when bool_or(public.row_percent = 'x') then 7
                        else coalesce(5 * floor(min(20 * part / (share - 0.05)) + 0.000001) + 2, 1000000000) end::bigint,
                    sum(told.schools)::bigint
                from open_transition as public
                join transitions_csv as told using (network, hub, time_period, from_stage, to_stage)
                join figure_standing as standing using (network, hub, time_period)
                cross join lateral (
                    select try_cast(public.schools as double) as part, try_cast(public.row_percent as double) as share
                ) as printed
                where standing.indicator = 'stage_progressed_percent'
                group by all
                union all
                select kind || ', ' || places || ' places', network, time_period, standing.counted_as, public.schools, coalesce(told.schools, 0)
                from open_overlap as public
                left join overlap as told using (network, hub, time_period, kind, places)
                join figure_standing as standing using (network, hub, time_period)
                where standing.indicator = case kind when 'Pathway' then 'pathway_schools_percent' else 'schools_engaged_percent' end
                """))
            printed.add(Printed.of(
                    new Place(
                            row.get(1),
                            Integer.parseInt(row.get(2)),
                            label(row.get(3), Integer.parseInt(row.get(2)), changed),
                            "Total"),
                    row.get(0),
                    "schools",
                    row.get(4),
                    Long.parseLong(row.get(5))));
    }

    /// The printed pupils of a place belong to at least as many schools as its largest need, and at most as many as
    /// its smallest.
    private void readPupils(Connection connection, Map<String, Integer> changed) throws SQLException {
        for (List<String> row : rows(connection, """
                select
                    csv.network, csv.time_period, figure.counted_as, csv.education_phase,
                    case csv.numerator when 'low' then 0 else csv.numerator::bigint end,
                    list(coalesce(eligible_school.pupils, 0) order by eligible_school.pupils nulls first)::varchar,
                    any_value(measured.public_counts[1])
                from open_figure as csv
                join figure using (indicator, network, hub, time_period, education_phase, breakdown)
                join measured
                    on measured.indicator = csv.indicator and measured.network = csv.network
                    and measured.hub = figure.counted_as and measured.time_period = csv.time_period
                    and measured.education_phase = csv.education_phase and measured.breakdown = csv.breakdown
                join figure_phase on figure_phase.education_phase = csv.education_phase
                join eligible_school
                    on eligible_school.network = csv.network
                    and eligible_school.hub = figure.counted_as
                    and eligible_school.time_period = csv.time_period
                    and eligible_school.phase = figure_phase.member
                where
                    figure.profile = 'restricted' and csv.indicator = 'pupils_reached_percent'
                    and csv.numerator not in ('x', 'z', 'c')
                group by all
                """)) {
            long[] pupils = Stream.of(row.get(5).replaceAll("[^0-9,]", "").split(","))
                    .filter(number -> !number.isEmpty())
                    .mapToLong(Long::parseLong)
                    .toArray();
            long least = Math.max(0, Long.parseLong(row.get(4)) - 50);
            long most = Long.parseLong(row.get(4)) + 50;
            int fewest = 0;
            for (long sum = 0; sum < least && fewest < pupils.length; fewest++)
                sum += pupils[pupils.length - 1 - fewest];
            int highest = 0;
            for (long sum = 0; highest < pupils.length && sum + pupils[highest] <= most; highest++)
                sum += pupils[highest];
            printed.add(new Printed(
                    new Place(
                            row.get(0),
                            Integer.parseInt(row.get(1)),
                            label(row.get(2), Integer.parseInt(row.get(1)), changed),
                            row.get(3)),
                    "engaged",
                    "schools",
                    fewest,
                    highest,
                    Long.parseLong(row.get(6))));
        }
    }

    /// The percentage of cells with a number in the restricted file that are hidden in the public one.
    static double shareHidden(Connection connection, String network) throws SQLException {
        String cells = "numerator, denominator, n, value, value_lower_ci, value_upper_ci";
        return Double.parseDouble(
                rows(connection, """
                with told as (
                    unpivot (select time_period, network, hub, indicator, education_phase, breakdown, %1$s from indicators_csv)
                    on %1$s into name part value cell
                ), open as (
                    unpivot (select time_period, network, hub, indicator, education_phase, breakdown, %1$s from public_indicators_csv)
                    on %1$s into name part value cell
                )
                select 100 * count(*) filter (where open.cell = 'c') / count(*)::double
                from told
                join open using (time_period, network, hub, indicator, education_phase, breakdown, part)
                where try_cast(told.cell as double) is not null and network = '%2$s'
                """.formatted(cells, network)).get(0).get(0));
    }

    static List<List<String>> rows(Connection connection, String select) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(select)) {
            while (answer.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++)
                    row.add(Objects.toString(answer.getObject(i), ""));
                rows.add(row);
            }
        }
        return rows;
    }
}
