package org.huboutcomes.publish;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/// Attacks what is public about each hub with what the register has about each of its schools. Pupils reached are
/// the sum of the pupils of the engaged schools: a school that is in every possible set of schools with that sum is
/// identified. Indices are computed from exact counts: a phase is exposed if only few numbers of engaged schools
/// give the printed indices. It shares no code with the program.
final class SchoolsAttack {

    private static final int ENOUGH = 3;
    private static final int TRIES = 200_000;

    /// The range known from a printed count.
    private record Range(int least, int most) {

        static Range of(String cell, int atMost) {
            if (cell.equals("low")) return new Range(0, Math.min(2, atMost));
            if (!cell.matches("[0-9.]+")) return new Range(0, atMost);
            int number = (int) Math.round(Double.parseDouble(cell));
            return new Range(Math.max(0, number - 2), Math.min(number + 2, atMost));
        }

        boolean has(int number) {
            return number >= least && number <= most;
        }
    }

    /// The schools of one phase, area and wealth, according to the register.
    private record Context(String phase, String third, int eligible) {}

    private SchoolsAttack() {}

    /// Schools that are in every set of as many schools with as many pupils.
    ///
    /// @param oneOf one in so many printed numbers of pupils is checked
    static List<String> named(Connection connection, int oneOf) throws SQLException {
        List<String> named = new ArrayList<>();
        int at = 0;
        for (List<String> row : PublicCells.rows(connection, """
                select
                    pupils.network, pupils.hub, pupils.time_period, pupils.education_phase,
                    pupils.numerator, engaged.numerator,
                    list(eligible_school.pupils order by eligible_school.lineage)::varchar
                from public_indicators_csv as pupils
                join public_indicators_csv as engaged using (network, hub, time_period, education_phase, breakdown)
                join figure_phase using (education_phase)
                join eligible_school
                    on eligible_school.network = pupils.network
                    and eligible_school.hub = pupils.hub
                    and eligible_school.time_period = pupils.time_period
                    and eligible_school.phase = figure_phase.member
                where
                    pupils.indicator = 'pupils_reached_percent'
                    and engaged.indicator = 'schools_engaged_percent'
                    and pupils.breakdown = 'Total'
                    and pupils.hub <> 'Total'
                    and try_cast(pupils.numerator as double) is not null
                group by all
                order by all
                """)) {
            if (at++ % oneOf != 0) continue;
            int[] pupils = List.of(row.get(6).replaceAll("[^0-9,]", "").split(",")).stream()
                    .mapToInt(Integer::parseInt)
                    .toArray();
            int printed = Integer.parseInt(row.get(4));
            Range schools = Range.of(row.get(5), pupils.length);
            for (int school = 0; school < pupils.length; school++)
                if (pupils[school] > 0 && !canBeReached(pupils, school, printed, schools))
                    named.add(String.join(" ", row.subList(0, 6)) + ": a school of " + pupils[school] + " pupils");
        }
        return named;
    }

    /// Whether some set of the schools without this one has the printed number of pupils.
    private static boolean canBeReached(int[] pupils, int without, int printed, Range schools) {
        int most = printed + 50;
        List<BitSet> sums = new ArrayList<>();
        for (int number = 0; number <= schools.most(); number++) sums.add(new BitSet(most + 1));
        sums.get(0).set(0);
        for (int school = 0; school < pupils.length; school++) {
            if (school == without) continue;
            for (int number = Math.min(school + 1, schools.most()); number > 0; number--)
                sums.get(number).or(shifted(sums.get(number - 1), pupils[school], most));
        }
        return sums.subList(schools.least(), schools.most() + 1).stream()
                .anyMatch(reached -> reached.nextSetBit(Math.max(0, printed - 50)) >= 0);
    }

    private static BitSet shifted(BitSet sums, int by, int most) {
        long[] words = sums.toLongArray();
        long[] moved = new long[words.length + by / 64 + 1];
        for (int word = 0; word < words.length; word++) {
            moved[word + by / 64] |= words[word] << by;
            if (by % 64 != 0) moved[word + by / 64 + 1] |= words[word] >>> -by;
        }
        BitSet shifted = BitSet.valueOf(moved);
        shifted.clear(most + 1, Math.max(most + 1, shifted.length()));
        return shifted;
    }

    /// Phases for which fewer than three numbers of engaged schools were found that give the printed indices.
    static List<String> exposedByIndices(Connection connection) throws SQLException {
        Map<List<String>, List<List<String>>> contexts = new LinkedHashMap<>();
        for (List<String> row : PublicCells.rows(connection, """
                select
                    context.network, context.hub, context.time_period, context.phase,
                    concat_ws(' ', fsm_third, is_rural), context.is_selective, context.eligible, context.engaged,
                    coalesce(spread.value, ''), coalesce(diversity.value, ''), total.numerator, phase.numerator
                from context_year as context
                join public_indicators_csv as total
                    on total.network = context.network and total.hub = context.hub
                    and total.time_period = context.time_period and total.education_phase = 'Total'
                    and total.indicator = 'schools_engaged_percent' and total.breakdown = 'Total'
                join public_indicators_csv as phase
                    on phase.network = context.network and phase.hub = context.hub
                    and phase.time_period = context.time_period and phase.education_phase = context.phase
                    and phase.indicator = 'schools_engaged_percent' and phase.breakdown = 'Total'
                left join public_indicators_csv as spread
                    on spread.network = context.network and spread.hub = context.hub
                    and spread.time_period = context.time_period and spread.indicator = 'representativeness_index'
                left join public_indicators_csv as diversity
                    on diversity.network = context.network and diversity.hub = context.hub
                    and diversity.time_period = context.time_period and diversity.indicator = 'context_diversity_ratio'
                where
                    context.hub <> 'Total'
                    and (try_cast(spread.value as double) is not null or try_cast(diversity.value as double) is not null)
                order by all
                """))
            contexts.computeIfAbsent(row.subList(0, 3), none -> new ArrayList<>())
                    .add(row);
        List<String> exposed = new ArrayList<>();
        contexts.forEach((place, rows) -> exposed.addAll(exposed(place, rows)));
        return exposed;
    }

    private static List<String> exposed(List<String> place, List<List<String>> rows) {
        Hub hub = new Hub(rows);
        List<String> exposed = new ArrayList<>();
        hub.phases.forEach((phase, range) -> {
            int really = hub.of(phase, hub.really);
            int eligible = hub.eligible(phase);
            if (really < 1 || really > 2) return;
            TreeSet<Integer> found = new TreeSet<>(List.of(really));
            for (int number = range.least(); number <= range.most() && found.size() < ENOUGH; number++)
                if (hub.canBe(phase, number)) found.add(number);
            if (found.size() < Math.min(ENOUGH, eligible + 1))
                exposed.add(String.join(" ", place) + " " + phase + " is one of " + found);
        });
        return exposed;
    }

    /// A hub's contexts, and its printed numbers.
    private static final class Hub {

        private final List<Context> contexts = new ArrayList<>();
        private final int[] really;
        private final Map<String, Range> phases = new TreeMap<>();
        private final Range total;
        private final double spread;
        private final double diversity;

        Hub(List<List<String>> rows) {
            really = new int[rows.size()];
            for (int at = 0; at < rows.size(); at++) {
                List<String> row = rows.get(at);
                contexts.add(new Context(row.get(3), row.get(4), Integer.parseInt(row.get(6))));
                really[at] = Integer.parseInt(row.get(7));
            }
            for (List<String> row : rows) phases.put(row.get(3), Range.of(row.get(11), eligible(row.get(3))));
            total = Range.of(
                    rows.get(0).get(10),
                    contexts.stream().mapToInt(Context::eligible).sum());
            spread = number(rows.get(0).get(8));
            diversity = number(rows.get(0).get(9));
        }

        private static double number(String cell) {
            return cell.matches("[0-9.]+") ? Double.parseDouble(cell) : Double.NaN;
        }

        int eligible(String phase) {
            return contexts.stream()
                    .filter(context -> context.phase().equals(phase))
                    .mapToInt(Context::eligible)
                    .sum();
        }

        int of(String phase, int[] engaged) {
            int sum = 0;
            for (int at = 0; at < engaged.length; at++)
                if (contexts.get(at).phase().equals(phase)) sum += engaged[at];
            return sum;
        }

        /// Whether a number of engaged schools of a phase was found that agrees with everything printed. A random
        /// search that prefers to come closer.
        boolean canBe(String phase, int number) {
            Random random = new Random(number);
            int[] engaged = really.clone();
            double off = off(engaged, phase, number);
            for (int tries = 0; tries < TRIES && off > 0; tries++) {
                int[] other = engaged.clone();
                other[random.nextInt(other.length)]++;
                if (random.nextBoolean()) other[random.nextInt(other.length)]--;
                if (random.nextInt(3) == 0) other[random.nextInt(other.length)]--;
                double otherOff = off(other, phase, number);
                if (otherOff <= off || random.nextDouble() < Math.exp((off - otherOff) * 200)) {
                    engaged = other;
                    off = otherOff;
                }
            }
            return off <= 0;
        }

        private double off(int[] engaged, String phase, int number) {
            double off = 0;
            int all = 0;
            for (int at = 0; at < engaged.length; at++) {
                if (engaged[at] < 0 || engaged[at] > contexts.get(at).eligible()) return Double.POSITIVE_INFINITY;
                all += engaged[at];
            }
            if (all == 0) return Double.POSITIVE_INFINITY;
            off += outside(all, total) + Math.abs(of(phase, engaged) - number);
            for (Map.Entry<String, Range> other : phases.entrySet())
                off += outside(of(other.getKey(), engaged), other.getValue());
            off *= 0.05;
            if (!Double.isNaN(spread)) off += Math.max(0, Math.abs(spread(engaged, all) - spread) - 0.00501);
            if (!Double.isNaN(diversity)) off += Math.max(0, Math.abs(diversity(engaged, all) - diversity) - 0.00501);
            return off;
        }

        private static int outside(int number, Range range) {
            return Math.max(0, Math.max(range.least() - number, number - range.most()));
        }

        private double spread(int[] engaged, int all) {
            Map<String, Integer> of = new TreeMap<>();
            Map<String, Integer> in = new TreeMap<>();
            int eligible = 0;
            for (int at = 0; at < engaged.length; at++) {
                String context =
                        contexts.get(at).phase() + " " + contexts.get(at).third();
                of.merge(context, contexts.get(at).eligible(), Integer::sum);
                in.merge(context, engaged[at], Integer::sum);
                eligible += contexts.get(at).eligible();
            }
            double apart = 0;
            for (Map.Entry<String, Integer> context : of.entrySet())
                apart += Math.abs(in.get(context.getKey()) / (double) all - context.getValue() / (double) eligible);
            return 1 - apart / 2;
        }

        private double diversity(int[] engaged, int all) {
            double ofEngaged = 0;
            double ofEligible = 0;
            int eligible = contexts.stream().mapToInt(Context::eligible).sum();
            for (int at = 0; at < engaged.length; at++) {
                if (engaged[at] > 0) ofEngaged -= share(engaged[at], all);
                ofEligible -= share(contexts.get(at).eligible(), eligible);
            }
            return ofEligible == 0 ? Double.NaN : ofEngaged / ofEligible;
        }

        private static double share(int part, int all) {
            double share = part / (double) all;
            return share * Math.log(share);
        }
    }
}
