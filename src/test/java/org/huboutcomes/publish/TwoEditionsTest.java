package org.huboutcomes.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.publish.disclosure.Disclosure;
import org.huboutcomes.tables.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever moves between two editions, somebody who has both learns of no 1 or 2 schools, nor from either alone; and
/// the second hides nothing without need. He is given more than he can know, which counts have not moved: what would
/// then follow whatever the second edition hides is the one thing that he may find.
class TwoEditionsTest {

    private static final List<String> HUBS = List.of("H1", "H2", "H3", "H4");
    private static final List<String> PHASES = List.of("Primary", "Secondary", "Other");
    private static final List<String> STEPS = List.of(
            "part_of",
            "register_count",
            "table_sum",
            "count_now",
            "relation_now",
            "count_before",
            "public_count",
            "public_relation",
            "public_hidden");

    private final Catalogue catalogue = Catalogue.packaged();
    private final Map<String, String> steps = catalogue.list("publish", "sql").stream()
            .collect(Collectors.toMap(Catalogue.Entry::name, Catalogue.Entry::text));
    private Workbench workbench;

    /// What an edition prints: the number of each count, and which are hidden.
    private record Edition(Map<String, Long> numbers, Set<String> hidden) {

        Map<String, List<String>> remainders() {
            Map<String, List<String>> remainders = new TreeMap<>();
            for (String count : numbers.keySet())
                if (count.startsWith("completed")) {
                    String whole = count.replace("completed", "engaged");
                    remainders.put("engaged less " + count, List.of(whole, count));
                    remainders.put("eligible less " + count, List.of(count.replace("completed", "eligible"), count));
                    remainders.put("eligible less " + whole, List.of(count.replace("completed", "eligible"), whole));
                }
            return remainders;
        }

        /// What nobody may know: 1 or 2 schools, printed or left of a whole.
        Set<String> secrets() {
            Set<String> secrets = new TreeSet<>();
            numbers.forEach((count, number) -> {
                if (isFew(number)) secrets.add(count);
            });
            remainders().forEach((left, of) -> {
                long part = numbers.get(of.get(1));
                if (part > 0 && isFew(numbers.get(of.get(0)) - part)) secrets.add(left);
            });
            return secrets;
        }

        private static boolean isFew(long number) {
            return number == 1 || number == 2;
        }
    }

    @BeforeEach
    void open() throws SQLException {
        workbench = new Workbench(catalogue);
        workbench.execute("create table table_count (network varchar, hub varchar, time_period integer,"
                + " count_name varchar, whole varchar, number bigint)");
        workbench.execute("create table figure_count (indicator varchar, network varchar, hub varchar,"
                + " time_period integer, education_phase varchar, breakdown varchar, part varchar, kind varchar,"
                + " count_name varchar, is_the_count boolean, is_of_few boolean, number bigint)");
    }

    @AfterEach
    void close() throws SQLException {
        workbench.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void neitherEditionTellsByTheOther(long seed) throws SQLException {
        Random random = new Random(seed);
        Map<String, int[]> schools = new TreeMap<>();
        for (String hub : HUBS)
            for (String phase : PHASES) {
                int engaged = random.nextInt(9);
                schools.put(
                        hub + "|" + phase, new int[] {12 + random.nextInt(9), engaged, random.nextInt(engaged + 1)});
            }
        Edition first = publish(schools);
        new Publication(catalogue).freeze(workbench.connection(), "first");
        for (int[] numbers : schools.values())
            if (random.nextInt(3) == 0) {
                numbers[1] = Math.max(0, numbers[1] + random.nextInt(5) - 2);
                numbers[2] = Math.min(numbers[1], Math.max(0, numbers[2] + random.nextInt(3) - 1));
            }
        Edition second = publish(schools);

        assertThat(first.secrets()).isNotEmpty();
        assertThat(told(first, first, Set.of())).doesNotContainAnyElementsOf(first.secrets());
        assertThat(told(second, second, Set.of())).doesNotContainAnyElementsOf(second.secrets());
        Set<String> avoidable = secrets(first, second);
        avoidable.removeAll(inevitable(first, second));
        assertThat(told(first, second, Set.of())).doesNotContainAnyElementsOf(avoidable);
        assertThat(needless(first, second)).isEmpty();
    }

    /// What one who knew what has not moved would find, were everything hidden that the first edition has not shown.
    private static Set<String> inevitable(Edition first, Edition second) {
        Set<String> silent = second.numbers().keySet().stream()
                .filter(count -> second.numbers().get(count) > 0 && !isShownBefore(first, second, count))
                .collect(Collectors.toCollection(TreeSet::new));
        silent.addAll(second.hidden());
        return told(first, new Edition(second.numbers(), silent), Set.of());
    }

    private static List<String> needless(Edition first, Edition second) {
        List<String> needless = new ArrayList<>();
        for (String count : second.hidden())
            if (!Edition.isFew(second.numbers().get(count))
                    && !isShownBefore(first, second, count)
                    && told(second, second, Set.of(count)).stream().noneMatch(second.secrets()::contains)
                    && told(first, second, Set.of(count)).stream().noneMatch(secrets(first, second)::contains))
                needless.add(count);
        return needless;
    }

    private static boolean isShownBefore(Edition first, Edition second, String count) {
        return !first.hidden().contains(count) && isUnmoved(first, second, count);
    }

    private static boolean isUnmoved(Edition first, Edition second, String count) {
        return first.numbers().get(count).equals(second.numbers().get(count));
    }

    private static Set<String> secrets(Edition first, Edition second) {
        Set<String> secrets = new TreeSet<>(second.secrets());
        first.secrets().forEach(secret -> secrets.add(before(first, second, secret)));
        return secrets;
    }

    /// The name of a count of the first edition: its own, if it has moved since.
    private static String before(Edition first, Edition second, String count) {
        List<String> of = first.remainders().getOrDefault(count, List.of(count));
        return of.stream().allMatch(part -> isUnmoved(first, second, part)) ? count : count + " before";
    }

    /// All that can be worked out of both editions, and of the counts that the second is made to show.
    private static Set<String> told(Edition first, Edition second, Set<String> shown) {
        Attacker attacker = new Attacker();
        for (String count : second.numbers().keySet()) {
            if (!second.hidden().contains(count) || shown.contains(count) || count.startsWith("eligible"))
                attacker.knows(count, second.numbers().get(count));
            else attacker.misses(count, 1);
            String before = before(first, second, count);
            if (!first.hidden().contains(count) || count.startsWith("eligible"))
                attacker.knows(before, first.numbers().get(count));
            else attacker.misses(before, 1);
        }
        sums(second).forEach(sum -> attacker.adds(sum.get(0), sum.subList(1, sum.size())));
        sums(first).stream()
                .map(sum ->
                        sum.stream().map(count -> before(first, second, count)).toList())
                .forEach(sum -> attacker.adds(sum.get(0), sum.subList(1, sum.size())));
        return attacker.solve().keySet();
    }

    /// Each a whole and its parts.
    private static List<List<String>> sums(Edition edition) {
        List<List<String>> sums = new ArrayList<>();
        for (String count : edition.numbers().keySet()) {
            if (count.endsWith("|Total"))
                sums.add(parts(count, "|Total", PHASES.stream().map("|"::concat).toList()));
            if (count.contains("|Total|"))
                sums.add(parts(
                        count,
                        "|Total|",
                        HUBS.stream().map(hub -> "|" + hub + "|").toList()));
        }
        edition.remainders().forEach((left, of) -> sums.add(List.of(of.get(0), of.get(1), left)));
        return sums;
    }

    private static List<String> parts(String whole, String total, List<String> parts) {
        List<String> sum = new ArrayList<>(List.of(whole));
        int at = total.endsWith("|") ? whole.indexOf(total) : whole.length() - total.length();
        for (String part : parts) sum.add(whole.substring(0, at) + part + whole.substring(at + total.length()));
        return sum;
    }

    private Edition publish(Map<String, int[]> schools) throws SQLException {
        workbench.execute("delete from figure_count");
        for (Map.Entry<String, int[]> place : schools.entrySet()) {
            String hub = place.getKey().split("\\|")[0];
            String phase = place.getKey().split("\\|")[1];
            insert(hub, phase, place.getValue());
        }
        workbench.execute("""
                insert into figure_count
                select
                    indicator, network, coalesce(hub, 'Total'), 202223, coalesce(education_phase, 'Total'), 'Total',
                    part, 'schools', count_name, true, false, sum(number)
                from figure_count
                group by indicator, network, part, count_name, grouping sets ((hub), (education_phase), ())
                """);
        workbench.execute("create or replace table withheld as select distinct indicator, network, hub, time_period,"
                + " education_phase, breakdown, null::varchar as n_symbol from figure_count");
        for (String step : STEPS) workbench.execute(steps.get(step));
        new Disclosure(workbench.connection()).protect();
        Map<String, Long> numbers = new TreeMap<>();
        Set<String> hidden = new TreeSet<>();
        for (String row : workbench.rows("""
                select concat_ws('|', count_name, hub, education_phase), number, public_hidden.count_id is not null
                from count_now left join public_hidden using (count_id) where is_printed
                """)) {
            String[] cells = row.split(" \\| ");
            numbers.put(cells[0], Long.valueOf(cells[1]));
            if (Boolean.parseBoolean(cells[2])) hidden.add(cells[0]);
        }
        return new Edition(numbers, hidden);
    }

    private void insert(String hub, String phase, int[] numbers) throws SQLException {
        String row = "('%s', 'Maths Hubs', '" + hub + "', 202223, '" + phase
                + "', 'Total', '%s', 'schools', '%s', true," + " false, %d)";
        workbench.execute("insert into figure_count values "
                + row.formatted("completed", "denominator", "eligible", numbers[0]) + ", "
                + row.formatted("engaged", "denominator", "eligible", numbers[0]) + ", "
                + row.formatted("engaged", "numerator", "engaged", numbers[1]) + ", "
                + row.formatted("completed", "numerator", "completed", numbers[2]));
    }
}
