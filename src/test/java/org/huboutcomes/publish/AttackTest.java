package org.huboutcomes.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.indicators.Indicators;
import org.huboutcomes.tables.Workbench;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Somebody reads all public figures of six small hubs over three years, adds and subtracts, and learns of no 1 or 2
/// schools; and nothing is hidden without need: any count shown beside, and he would.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackTest {

    private static final List<String> PHASES = List.of("Primary", "Secondary", "Post-16", "Other");
    private static final List<String> HUBS = List.of("H0", "H1", "H2", "H3", "H4", "H5");

    /// What the definitions say is the same count, or a part of another.
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
            Map.entry("lineage_matched_percent/Total/denominator", "engaged"),
            Map.entry("schools_retained_percent/Total/denominator", "engaged before and still here"),
            Map.entry("schools_reengaged_percent/Total/denominator", "engaged before and still here"));

    private static final List<List<String>> PARTS =
            List.of(List.of("completed", "engaged"), List.of("engaged", "enrolled"), List.of("engaged", "ever"));

    /// A cell of the public file, and how many it really is.
    private record Printed(String place, String name, String cell, long really, boolean ofFew) {

        boolean isPrimary() {
            return isSmall(really) || ofFew;
        }

        String count() {
            return name + " @ " + place;
        }
    }

    private final Workbench workbench;
    private List<Printed> printed = List.of();

    AttackTest() throws SQLException {
        workbench = new Workbench(Catalogue.packaged());
    }

    @BeforeAll
    void publish() throws SQLException {
        Population.small().submitTo(workbench);
        workbench.build();
        new Indicators(Catalogue.packaged()).measure(workbench.connection());
        new Publication(Catalogue.packaged()).make(workbench.connection());
        printed = read();
    }

    @AfterAll
    void close() throws SQLException {
        workbench.close();
    }

    @Test
    void theFileIsWorthAttacking() {
        assertThat(printed.stream()
                        .filter(cell -> cell.cell().equals("c"))
                        .map(Printed::count)
                        .distinct())
                .hasSizeGreaterThan(100);
        assertThat(printed.stream().filter(cell -> isSmall(cell.really()))).hasSizeGreaterThan(100);
    }

    @Test
    void noOneOrTwoSchoolsArePrinted() {
        assertThat(printed.stream()
                        .filter(cell -> isSmall(cell.really()))
                        .filter(cell -> !cell.cell().equals("c")))
                .isEmpty();
    }

    @Test
    void noHiddenCountAndNoSmallRemainderCanBeWorkedOut() {
        Map<String, BigInteger> solved = attacker("").solve();
        assertThat(secrets()).isNotEmpty().noneMatch(solved::containsKey);
        assertThat(hidden()).noneMatch(count -> solved.containsKey(count) && really(count) > 0);
    }

    @Test
    void whateverElseWereShownWouldGiveOneAway() throws SQLException {
        Set<String> primary =
                printed.stream().filter(Printed::isPrimary).map(Printed::count).collect(Collectors.toSet());
        // The tables hide more: some of their sums hold for most schools and not for all, and are taken to hold.
        List<String> beside = hidden().stream()
                .filter(count -> !primary.contains(count) && !isOfTable(count))
                .toList();
        assertThat(beside).hasSizeGreaterThan(20);
        List<String> needless = new ArrayList<>();
        for (String count : beside) {
            Map<String, BigInteger> solved = attacker(count).solve();
            if (secrets().stream().noneMatch(solved::containsKey)) needless.add(count);
        }
        assertThat(needless).isEmpty();
    }

    @Test
    void aValueStandsOnlyWhereBothItsCountsDo() throws SQLException {
        assertThat(workbench.rows("""
                        select *
                        from public_indicators_csv
                        where 'c' in (numerator, denominator, n) and value not in ('c', 'x', 'z')
                        """)).isEmpty();
    }

    @Test
    void anEditionOfAnyFiguresCanBeFrozen() throws SQLException {
        new Publication(Catalogue.packaged()).freeze(workbench.connection(), "first");
        assertThat(workbench.rows("select count(*) from frozen_count"))
                .isEqualTo(workbench.rows("select count(*) from count_now"));
        assertThat(workbench.rows("select count(*) from frozen_count where is_shown and count_name = 'engaged'"))
                .isNotEqualTo(List.of("0"));
    }

    private static boolean isOfTable(String count) {
        return count.startsWith("from ") || count.contains(" places @ ");
    }

    private static boolean isSmall(long number) {
        return number == 1 || number == 2;
    }

    private Set<String> hidden() {
        return printed.stream()
                .filter(cell -> cell.cell().equals("c"))
                .map(Printed::count)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// All that nobody may know: the 1 and 2 that are printed, and those that a subtraction of two printed ones leaves.
    private Set<String> secrets() {
        Set<String> secrets = new TreeSet<>();
        Map<String, Long> really = new TreeMap<>();
        for (Printed cell : printed) {
            really.put(cell.count(), cell.really());
            if (isSmall(cell.really())) secrets.add(cell.count());
        }
        remainders().forEach((left, of) -> {
            // With a part of 0 the whole is left, which is told or hidden by itself.
            if (really.get(of.get(1)) > 0 && isSmall(really.get(of.get(0)) - really.get(of.get(1)))) secrets.add(left);
        });
        return secrets;
    }

    /// What is left of a whole, with the whole and the part.
    private Map<String, List<String>> remainders() {
        Map<String, List<String>> remainders = new LinkedHashMap<>();
        Set<String> counts = printed.stream().map(Printed::count).collect(Collectors.toCollection(TreeSet::new));
        for (String count : counts) {
            String place = count.substring(count.indexOf(" @ "));
            String name = count.substring(0, count.indexOf(" @ "));
            List<String> wholes = new ArrayList<>();
            if (name.endsWith("/numerator")) wholes.add(name(name.replace("/numerator", "/denominator")));
            if (Set.of("enrolled", "engaged", "completed", "ever", "pathway").contains(name)) wholes.add("eligible");
            for (List<String> part : PARTS) if (part.get(0).equals(name)) wholes.add(part.get(1));
            for (String whole : wholes)
                if (counts.contains(whole + place))
                    remainders.put(whole + " less " + name + place, List.of(whole + place, count));
        }
        return remainders;
    }

    private static String name(String part) {
        return NAMES.getOrDefault(part, part);
    }

    /// Knows what is printed, what the register tells (the eligible), and one count more if there is one.
    private Attacker attacker(String shown) {
        Attacker attacker = new Attacker();
        Set<String> counts = printed.stream().map(Printed::count).collect(Collectors.toCollection(TreeSet::new));
        Set<String> ofFew =
                printed.stream().filter(Printed::ofFew).map(Printed::count).collect(Collectors.toSet());
        for (Printed cell : printed)
            if (!cell.cell().equals("c") || cell.count().equals(shown)) attacker.knows(cell.count(), cell.really());
            else attacker.misses(cell.count(), ofFew.contains(cell.count()) ? 0 : 1);
        for (String count : counts) {
            if (count.contains(" | Total"))
                sum(
                        attacker,
                        counts,
                        count,
                        " | Total",
                        PHASES.stream().map(" | "::concat).toList());
            if (count.contains(" Total | "))
                sum(
                        attacker,
                        counts,
                        count,
                        " Total | ",
                        HUBS.stream().map(hub -> " " + hub + " | ").toList());
        }
        for (String count : counts)
            if (count.endsWith(" Total | Total")) {
                String place = count.substring(count.indexOf(" @ "));
                String name = count.substring(0, count.indexOf(" @ "));
                table(attacker, counts, count, name + " to ", place);
                if (name.equals("engaged")) table(attacker, counts, count, "Activities, ", place);
                if (name.equals("pathway")) table(attacker, counts, count, "Pathway, ", place);
            }
        remainders().forEach((left, of) -> {
            if (!of.get(0).startsWith("eligible")) attacker.adds(of.get(0), List.of(of.get(1), left));
            else
                attacker.knows("register " + of.get(0), really(of.get(0)))
                        .adds("register " + of.get(0), List.of(of.get(1), left));
        });
        return attacker;
    }

    private long really(String count) {
        return printed.stream()
                .filter(cell -> cell.count().equals(count))
                .findFirst()
                .orElseThrow()
                .really();
    }

    /// Rows of a table that come to a whole.
    private static void table(Attacker attacker, Set<String> counts, String whole, String part, String place) {
        List<String> there = counts.stream()
                .filter(count -> count.startsWith(part) && count.endsWith(place))
                .toList();
        if (!there.isEmpty()) attacker.adds(whole, there);
    }

    private static void sum(Attacker attacker, Set<String> counts, String whole, String total, List<String> parts) {
        List<String> there = parts.stream()
                .map(part -> whole.replace(total, part))
                .filter(counts::contains)
                .toList();
        if (!there.isEmpty()) attacker.adds(whole, there);
    }

    private List<Printed> read() throws SQLException {
        List<Printed> read = new ArrayList<>();
        for (String part : List.of("numerator", "denominator"))
            for (String row : workbench.rows("""
                    select
                        indicator || '/' || breakdown || '/%1$s', time_period || ' ' || hub || ' | ' || education_phase,
                        csv.%1$s, figure.%1$s::bigint, '%1$s' = 'numerator' and figure.denominator between 1 and 2
                    from public_indicators_csv as csv
                    join figure using (indicator, network, hub, time_period, education_phase, breakdown)
                    where
                        figure.counts = 'schools' and figure.has_counts and figure.is_given and figure.is_received
                    """.formatted(part))) {
                String[] cells = row.split(" \\| (?!Total|Primary|Secondary|Post-16|Other)");
                read.add(new Printed(
                        cells[1], name(cells[0]), cells[2], Long.parseLong(cells[3]), Boolean.parseBoolean(cells[4])));
            }
        String cells = """
                select 'from ' || from_stage || ' to ' || to_stage as name, time_period, public.schools, told.schools as really
                from public_transitions_csv as public
                join transitions_csv as told using (network, hub, time_period, from_stage, to_stage)
                union all
                -- A share beside its count tells what it is a share of.
                select
                    'from ' || from_stage, time_period,
                    max(round(100 * try_cast(public.schools as double) / nullif(try_cast(public.row_percent as double), 0)))
                        ::bigint::varchar,
                    sum(told.schools)::bigint
                from public_transitions_csv as public
                join transitions_csv as told using (network, hub, time_period, from_stage, to_stage)
                group by network, time_period, from_stage
                having bool_or(public.row_percent not in ('x', 'c') and public.schools not in ('0', 'c'))
                union all
                select kind || ', ' || places || ' places', time_period, public.schools, told.schools
                from public_overlaps_csv as public
                join overlaps_csv as told using (network, hub, time_period, kind, places)
                order by all
                """;
        for (String row : workbench.rows(cells)) {
            String[] cell = row.split(" \\| ");
            read.add(new Printed(cell[1] + " Total | Total", cell[0], cell[2], Long.parseLong(cell[3]), false));
        }
        return read;
    }
}
