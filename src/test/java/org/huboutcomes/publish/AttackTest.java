package org.huboutcomes.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.indicators.Indicators;
import org.huboutcomes.tables.GrainCounts;
import org.huboutcomes.tables.Workbench;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// An attacker has all public data of twelve small hubs over three years, and the school register, and uses integer
/// programming to find the possible values of each count. For each count of 1 or 2 schools, or of 1 to 4 people, at
/// least three whole numbers must remain possible, or all that the register leaves. And only few counts may be hidden
/// for this.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackTest {

    private static final int ENOUGH = 3;
    private static final List<String> PHASES = List.of("Primary", "Secondary", "Post-16", "Other");
    private static final List<Integer> YEARS = List.of(202021, 202122, 202223);
    private static final String CELLS = "numerator, denominator, n, value, value_lower_ci, value_upper_ci";

    /// Counts that are the same by definition.
    private static final Map<String, String> NAMES = Map.ofEntries(
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
            Map.entry("long_engaged_schools_percent/Total/denominator", "engaged"),
            Map.entry("single_advocate_percent/Total/denominator", "engaged"),
            Map.entry("participants_per_school/Total/denominator", "engaged"),
            Map.entry("leads_per_100_schools/Total/denominator", "engaged"),
            Map.entry("lineage_matched_percent/Total/denominator", "engaged"),
            Map.entry("representativeness_index/Total/n", "engaged"),
            Map.entry("context_diversity_ratio/Total/n", "engaged"),
            Map.entry("schools_retained_percent/Total/numerator", "retained"),
            Map.entry("schools_retained_percent/Total/denominator", "engaged last year"),
            Map.entry("schools_reengaged_percent/Total/denominator", "engaged last year"));

    private static final List<List<String>> PARTS = List.of(
            List.of("completed", "engaged"),
            List.of("engaged", "enrolled"),
            List.of("engaged", "ever"),
            List.of("retained", "engaged"),
            List.of("enrolled", "eligible"),
            List.of("ever", "eligible"),
            List.of("pathway", "eligible"));

    /// A cell of the public files and its true count.
    private record Printed(int year, String hub, String phase, String name, String kind, String cell, long really) {

        String count() {
            return at(name, year, hub, phase);
        }

        boolean isProtected() {
            return really >= 1 && really <= (kind.equals("schools") ? 2 : 4);
        }
    }

    private final Workbench workbench;

    AttackTest() throws SQLException {
        workbench = new Workbench(Catalogue.packaged());
    }

    @BeforeAll
    void publish() throws SQLException {
        new Population(12, 600, 950, 450).submitTo(workbench);
        workbench.execute("update school_register set pupils = 80 + (hash(urn, 12) % 900)::integer,"
                + " fsm_percent = (hash(urn, 10) % 70)::integer,"
                + " urban_rural = ['Urban', 'Rural'][1 + (hash(urn, 11) % 2)::integer]");
        workbench.build();
        make();
    }

    @AfterAll
    void close() throws SQLException {
        workbench.close();
    }

    private void make() throws SQLException {
        new Indicators(Catalogue.packaged()).measure(workbench.connection());
        new Publication(Catalogue.packaged()).make(workbench.connection());
    }

    @Test
    void everyFactOfTheAttackerIsTrue() throws SQLException {
        List<Printed> printed = printed();
        Map<String, Long> numbers = new TreeMap<>();
        for (Printed cell : printed) numbers.put(cell.count(), cell.really());
        assertThat(attacker(printed).contradictedBy(numbers)).isEmpty();
    }

    @Test
    void threeNumbersArePossibleForEveryProtectedCount() throws SQLException {
        List<Printed> printed = printed();
        assertThat(printed.stream().filter(Printed::isProtected)).hasSizeGreaterThan(500);
        assertThat(exposed(printed, attacker(printed))).isEmpty();
    }

    @Test
    void withoutSuppressionSomeCountsWouldBeExposed() throws SQLException {
        List<Printed> unhidden = printed().stream()
                .map(cell -> new Printed(
                        cell.year(),
                        cell.hub(),
                        cell.phase(),
                        cell.name(),
                        cell.kind(),
                        cell.cell().equals("c") ? rounded(cell.really()) : cell.cell(),
                        cell.really()))
                .toList();
        assertThat(exposed(unhidden, attacker(unhidden)).findFirst()).isPresent();
    }

    @Test
    void fewerThanOneInTwentyNumbersIsHidden() throws SQLException {
        assertThat(shareHidden()).isBetween(0.0, 5.0);
    }

    /// There are enough hubs for comparisons here, unlike in the sample years.
    @Test
    void everyPublishedTableHasItsStatedGrain() throws SQLException {
        assertThat(GrainCounts.of(workbench.connection(), "publish")).noneMatch(GrainCounts::isShared);
    }

    @Test
    void everyCountIsRoundedToFive() throws SQLException {
        assertThat(workbench.rows("""
                        select distinct cell
                        from (unpivot (select numerator, denominator, n from public_indicators_csv) on columns(*) into name part value cell)
                        where not regexp_full_match(cell, '0|[0-9]*[05]|x|z|c|low')
                        """)).isEmpty();
        assertThat(workbench.rows("""
                        select *
                        from public_indicators_csv
                        where indicator = 'pupils_reached_percent' and not regexp_full_match(numerator || denominator || n,
                            '(0|[0-9]*00|x|z|c|low){3}')
                        """)).isEmpty();
    }

    @Test
    void everyRateIsComputedFromThePrintedCounts() throws SQLException {
        assertThat(workbench.rows("""
                        select indicator, numerator, denominator, value
                        from public_indicators_csv
                        semi join (select indicator from definition where unit = 'percent') as percent using (indicator)
                        where
                            try_cast(value as double)
                            - 100 * try_cast(numerator as double) / nullif(try_cast(denominator as double), 0)
                            not between -0.0500001 and 0.0500001
                        """)).isEmpty();
        assertThat(workbench.rows(
                        "select count(*) > 500 from public_indicators_csv where try_cast(value as double) > 0"))
                .containsExactly("true");
    }

    private double shareHidden() throws SQLException {
        return Double.parseDouble(workbench.rows("""
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
                        where try_cast(told.cell as double) is not null
                        """.formatted(CELLS)).get(0));
    }

    /// The protected counts with too few possible numbers. How many schools are eligible is no secret.
    private static Stream<String> exposed(List<Printed> printed, Attacker attacker) {
        return printed.stream()
                .filter(cell -> cell.isProtected() && !cell.name().equals("eligible"))
                .map(Printed::count)
                .distinct()
                .filter(count -> {
                    int enough = Math.min(ENOUGH, attacker.mostOf(count) + 1);
                    return attacker.fitting(count, enough).size() < enough;
                });
    }

    private static String at(String name, int year, String hub, String phase) {
        return name + " @ " + year + " " + hub + " | " + phase;
    }

    private static String rounded(long number) {
        long rounded = (number + 2) / 5 * 5;
        return rounded == 0 ? "low" : rounded + "";
    }

    /// Knows the public files, the register, and the relations of counts by definition.
    private Attacker attacker(List<Printed> printed) throws SQLException {
        Attacker attacker = new Attacker();
        Map<String, Long> eligible = eligible();
        Set<String> names = new LinkedHashSet<>();
        Set<String> hubs = new TreeSet<>();
        for (Printed cell : printed) {
            String name = cell.name();
            names.add(name);
            if (!cell.hub().equals("Total")) hubs.add(cell.hub());
            long schools = eligible.getOrDefault(at("eligible", cell.year(), cell.hub(), cell.phase()), 0L);
            if (name.equals("eligible")) attacker.between(cell.count(), schools, schools);
            if (cell.kind().equals("schools") && !name.startsWith("from ")) attacker.register(cell.count(), schools);
            switch (cell.cell()) {
                case "c" -> attacker.between(cell.count(), 0, 1_000_000);
                case "low" -> attacker.between(cell.count(), 0, 2);
                default -> {
                    long number = Long.parseLong(cell.cell());
                    attacker.between(cell.count(), number == 0 ? 0 : number - 2, number == 0 ? 0 : number + 2);
                }
            }
        }
        for (int year : YEARS)
            for (String name : names) {
                for (String phase : with(PHASES, "Total"))
                    attacker.adds(
                            at(name, year, "Total", phase),
                            hubs.stream().map(hub -> at(name, year, hub, phase)).toList());
                for (String hub : with(hubs, "Total")) {
                    attacker.adds(
                            at(name, year, hub, "Total"),
                            PHASES.stream()
                                    .map(phase -> at(name, year, hub, phase))
                                    .toList());
                    for (String phase : with(PHASES, "Total")) relate(attacker, name, year, hub, phase);
                }
            }
        tables(attacker, names);
        return attacker;
    }

    private static void relate(Attacker attacker, String name, int year, String hub, String phase) {
        String count = at(name, year, hub, phase);
        if (name.endsWith("/numerator")) {
            String whole = name.replace("/numerator", "/denominator");
            String of = at(NAMES.getOrDefault(whole, whole), year, hub, phase);
            // Every engaged school has at least one participant; a lead works with many schools. It is not known how
            // many rows of this population were sent.
            if (name.startsWith("participants_per_school")) attacker.isIn(of, count);
            else if (!name.startsWith("leads_per") && !name.startsWith("rows_")) attacker.isIn(count, of);
        }
        for (List<String> part : PARTS)
            if (part.get(0).equals(name)) attacker.isIn(count, at(part.get(1), year, hub, phase));
        int before = year - 101;
        if (name.equals("engaged last year")) attacker.adds(count, List.of(at("engaged", before, hub, phase)));
        if (name.equals("leads_retained_percent/Total/denominator"))
            attacker.adds(count, List.of(at("leads_per_100_schools/Total/numerator", before, hub, phase)));
        if (!name.equals("ever")) return;
        String engaged = at("engaged", year, hub, phase);
        String everBefore = at("ever", before, hub, phase);
        String retained = at("retained", year, hub, phase);
        if (year == YEARS.get(0)) attacker.adds(count, List.of(engaged));
        // None of these schools has closed in this population.
        attacker.isIn(everBefore, count);
        attacker.comes(Map.of(count, 1, everBefore, -1, engaged, -1), Long.MIN_VALUE, 0);
        if (year == YEARS.get(1)) attacker.comes(Map.of(count, 1, retained, 1, everBefore, -1, engaged, -1), 0, 0);
        else attacker.comes(Map.of(count, 1, retained, 1, everBefore, -1, engaged, -1), Long.MIN_VALUE, 0);
    }

    /// The rows of a table add up to its total, and the columns of a year to the rows of the next.
    private static void tables(Attacker attacker, Set<String> names) {
        List<String> stages = List.of("Absent", "Developing", "Embedding", "Sustaining", "Paused", "Left");
        for (int year : YEARS)
            for (String stage : stages) {
                String row = at("from " + stage, year, "Total", "Total");
                attacker.adds(
                        row,
                        names.stream()
                                .filter(name -> name.startsWith("from " + stage + " to "))
                                .map(name -> at(name, year, "Total", "Total"))
                                .toList());
                List<String> column = names.stream()
                        .filter(name -> name.endsWith(" to " + stage))
                        .map(name -> at(name, year, "Total", "Total"))
                        .toList();
                if (!column.isEmpty() && !stage.equals("Absent"))
                    attacker.adds(at("from " + stage, year + 101, "Total", "Total"), column);
            }
        for (int year : YEARS)
            for (String kind : List.of("Pathway", "Activities")) {
                Map<String, Integer> held = new TreeMap<>();
                for (String name : names)
                    if (name.startsWith(kind + ", ") && attacker.knows(at(name, year, "Total", "Total")))
                        held.put(at(name, year, "Total", "Total"), 1);
                held.put(at(kind.equals("Pathway") ? "pathway" : "engaged", year, "Total", "Total"), -1);
                attacker.comes(held, Long.MIN_VALUE, 0);
            }
    }

    private static List<String> with(Iterable<String> those, String one) {
        List<String> all = new ArrayList<>();
        those.forEach(all::add);
        all.add(one);
        return all;
    }

    private Map<String, Long> eligible() throws SQLException {
        Map<String, Long> eligible = new TreeMap<>();
        for (String row : workbench.rows("""
                select time_period, hub, coalesce(phase, 'Total'), count(*)
                from eligible_school
                group by time_period, hub, grouping sets ((phase), ())
                """)) {
            String[] cells = row.split(" \\| ");
            eligible.put(at("eligible", Integer.parseInt(cells[0]), cells[1], cells[2]), Long.valueOf(cells[3]));
        }
        return eligible;
    }

    /// Describes every count of schools or people in the public files.
    private List<Printed> printed() throws SQLException {
        List<Printed> printed = new ArrayList<>();
        for (String part : List.of("numerator", "denominator", "n"))
            for (String row : workbench.rows("""
                    select
                        indicator || '/' || breakdown || '/%1$s', time_period, hub, education_phase, csv.%1$s,
                        figure.%1$s::bigint,
                        case
                            when figure.counts = 'schools' then 'schools'
                            when figure.counts = 'people per school' and '%1$s' <> 'numerator' then 'schools'
                            else 'people'
                        end
                    from public_indicators_csv as csv
                    join figure using (indicator, network, hub, time_period, education_phase, breakdown)
                    where
                        figure.profile = 'restricted'
                        and figure.counts in ('schools', 'people', 'people per school', 'respondents', 'rows', 'places')
                        and csv.%1$s not in ('x', 'z')
                        and ('%1$s' <> 'n' or not figure.has_counts)
                    """.formatted(part))) {
                String[] cells = row.split(" \\| ");
                printed.add(new Printed(
                        Integer.parseInt(cells[1]),
                        cells[2],
                        cells[3],
                        NAMES.getOrDefault(cells[0], cells[0]),
                        cells[6],
                        cells[4],
                        Long.parseLong(cells[5])));
            }
        for (String row : workbench.rows("""
                select 'from ' || from_stage || ' to ' || to_stage, time_period, public.schools, told.schools
                from public_transitions_csv as public
                join transitions_csv as told using (network, hub, time_period, from_stage, to_stage)
                union all
                -- A share beside its count reveals its denominator.
                select
                    'from ' || from_stage, time_period,
                    (5 * max(round(20 * try_cast(public.schools as double) / nullif(try_cast(public.row_percent as double), 0))))
                        ::bigint::varchar as of_schools,
                    sum(told.schools)::bigint
                from public_transitions_csv as public
                join transitions_csv as told using (network, hub, time_period, from_stage, to_stage)
                group by all
                having of_schools is not null
                union all
                select kind || ', ' || places || ' places', time_period, public.schools, coalesce(told.schools, 0)
                from public_overlaps_csv as public
                left join overlap as told using (network, hub, time_period, kind, places)
                """)) {
            String[] cells = row.split(" \\| ");
            printed.add(new Printed(
                    Integer.parseInt(cells[1]),
                    "Total",
                    "Total",
                    cells[0],
                    "schools",
                    cells[2],
                    Long.parseLong(cells[3])));
        }
        return printed;
    }
}
