package org.huboutcomes.publish;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Attacks the public files of a store, of one night or of several, with the school register and with the relations of
/// counts by their definitions. It reads what is printed, and the counts behind it only to judge what it found. It
/// shares no code with the program.
///
/// A count is named by what is counted, and the network, academic year, hub (or group of hubs) and phase. Where a value
/// is printed that is worked out from rounded counts, the attacker is assumed to have these counts back from its
/// decimals and limits; likewise both years' counts from a change, of the hubs that it stands on.
final class PublicAttack {

    private static final int ENOUGH = 3;
    private static final List<String> PHASES = List.of("Primary", "Secondary", "Post-16", "Other");
    private static final List<String> ALL_PHASES = List.of("Primary", "Secondary", "Post-16", "Other", "Total");

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

    /// Parts of wholes by definition, of the same hub, year and phase.
    private static final List<List<String>> PARTS = List.of(
            List.of("completed", "engaged"),
            List.of("engaged", "enrolled"),
            List.of("engaged", "ever"),
            List.of("retained", "engaged"),
            List.of("retained", "engaged last year"),
            List.of("reengaged", "retained"),
            List.of("single", "engaged"),
            List.of("other number", "engaged"),
            List.of("enrolled", "eligible"),
            List.of("ever", "eligible"),
            List.of("pathway", "eligible"),
            List.of("beyond", "pathway"),
            List.of("beyond", "any beyond"),
            List.of("progressed", "beyond"),
            List.of("progressed", "developing last year"),
            List.of("returned", "paused last year"),
            List.of("returned", "pathway"),
            List.of("engaged", "participants"),
            List.of("participants", "rows attended"),
            List.of("rows completed", "rows attended"),
            List.of("rows attended", "rows"),
            List.of("completed", "rows completed"),
            List.of("enrolled", "rows"),
            List.of("rows", "rows sent"),
            List.of("rows matched", "rows sent"),
            List.of("leads moved", "leads retained"),
            List.of("leads retained", "leads last year"),
            List.of("leads retained", "leads"),
            List.of("asked", "rows attended"),
            List.of("scores", "responses"),
            List.of("both engaged", "retained"),
            List.of("retained", "both engaged"),
            List.of("both completed", "both engaged"),
            List.of("both engaged", "both enrolled"),
            List.of("this completed", "this engaged"),
            List.of("this engaged", "this enrolled"),
            List.of("last completed", "last engaged"),
            List.of("last engaged", "last enrolled"),
            List.of("long_engaged_schools_percent/Total/numerator", "engaged"),
            List.of("respondents_satisfied_percent/Total/numerator", "respondents_satisfied_percent/Total/denominator"),
            List.of("respondents_trusting_percent/Total/numerator", "respondents_trusting_percent/Total/denominator"),
            List.of("respondents_satisfied_percent/Total/denominator", "responses"),
            List.of("respondents_trusting_percent/Total/denominator", "responses"),
            List.of("acceptability_mean_score/Total/n", "responses"),
            List.of("appropriateness_mean_score/Total/n", "responses"),
            List.of("feasibility_mean_score/Total/n", "responses"),
            List.of("both completed", "this completed"),
            List.of("both engaged", "this engaged"),
            List.of("both enrolled", "this enrolled"),
            List.of("both completed", "last completed"),
            List.of("both engaged", "last engaged"),
            List.of("both enrolled", "last enrolled"),
            List.of("both pathway", "this pathway"),
            List.of("both pathway", "last pathway"),
            List.of("this completed", "completed"),
            List.of("this engaged", "engaged"),
            List.of("this enrolled", "enrolled"),
            List.of("this pathway", "pathway"),
            List.of("last engaged", "engaged last year"),
            List.of("engaged last year", "last engaged"));

    /// Names a hub, a group of hubs or a place that the register describes.
    private record Place(String network, int year, String hub, String phase) {
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

    /// A number that is public, and the count behind it.
    private record Printed(Place place, String name, String kind, String cell, long really, int night) {}

    /// How many schools the register has in a place: eligible; eligible the year before as well, in the same phase;
    /// last year and not this; this year and not last; of no known place or without a known fifth.
    private record Registered(long eligible, long paired, long gone, long come, long placeless, long middle) {}

    private final List<Printed> printed = new ArrayList<>();
    private final Map<Place, Registered> register = new HashMap<>();
    private final Map<String, Set<String>> members = new TreeMap<>();
    private final Map<String, Long> really = new TreeMap<>();
    private final Set<String> isProtected = new LinkedHashSet<>();
    private Attacker attacker = new Attacker();
    private int nights;

    /// Reads the public files of a store. A night after the first is told which hubs sent something since, and for
    /// what year first, so that all others, and the years before, still count what they did.
    PublicAttack read(Connection connection, Map<String, Integer> changed) throws SQLException {
        nights++;
        readRegister(connection, changed);
        readMembers(connection, changed);
        readFigures(connection, changed);
        readChanges(connection, changed);
        readTables(connection, changed);
        return this;
    }

    /// Puts everything together.
    PublicAttack prepare() {
        attacker = new Attacker();
        Map<String, Map<Place, String>> names = new TreeMap<>();
        for (Printed cell : printed) {
            String count = cell.place().of(cell.name());
            really.put(count, cell.really());
            names.computeIfAbsent(cell.name(), none -> new HashMap<>()).put(cell.place(), count);
            Registered of = register.get(cell.place());
            long eligible = of == null ? 0 : of.eligible();
            boolean isOfRegister = isOfRegister(cell.name());
            if (isOfRegister) attacker.between(count, cell.really(), cell.really());
            else if (cell.kind().equals("schools")
                    && !cell.name().startsWith("from ")
                    && !cell.name().startsWith("life ")) attacker.register(count, eligible);
            switch (cell.cell()) {
                case "c" -> attacker.between(count, 0, 1_000_000);
                case "low" -> attacker.between(count, 0, 2);
                default -> {
                    long number = Math.round(Double.parseDouble(cell.cell()));
                    attacker.between(count, number == 0 ? 0 : number - 2, number == 0 ? 2 : number + 2);
                }
            }
            long few = cell.kind().equals("schools") ? 2 : cell.kind().equals("people") ? 4 : 0;
            if (!isOfRegister && cell.really() >= 1 && cell.really() <= few) isProtected.add(count);
        }
        Set<Place> places = new LinkedHashSet<>();
        names.values().forEach(of -> places.addAll(of.keySet()));
        for (Place place : places) relate(place);
        names.forEach((name, of) -> {
            for (Place place : of.keySet()) {
                if (place.phase().equals("Total"))
                    sum(
                            place.of(name),
                            PHASES.stream()
                                    .map(phase -> place.phase(phase).of(name))
                                    .toList());
                List<String> hubs =
                        members
                                .getOrDefault(place.network() + " " + place.year() + " " + place.hub(), Set.of())
                                .stream()
                                .map(hub -> place.hub(hub).of(name))
                                .toList();
                if (!hubs.isEmpty()) sum(place.of(name), hubs);
            }
        });
        tables(names.keySet(), places);
        return this;
    }

    /// Anybody can count these in the register.
    private static boolean isOfRegister(String name) {
        return name.equals("eligible") || name.matches("(rural|disadvantage)_reach_ratio/Total/n");
    }

    List<String> contradicted() {
        return attacker.contradictedBy(really);
    }

    int protectedCounts() {
        return isProtected.size();
    }

    /// The protected counts with too few possible numbers, with these numbers. All bounds narrow every range; integer
    /// programming then looks at one protected count of so many.
    List<String> exposed(int oneOf) {
        List<String> exposed = new ArrayList<>();
        int at = 0;
        for (String count : isProtected) {
            int enough = Math.min(ENOUGH, attacker.mostOf(count) + 1);
            if (attacker.width(count) >= enough && at++ % oneOf != 0) continue;
            Set<Long> fitting = attacker.fitting(count, enough);
            if (fitting.size() < enough) exposed.add(count + " is one of " + fitting + ", is " + really.get(count));
        }
        return exposed;
    }

    /// The counts of which the attacker's bounds, one by one, leave fewer numbers than the program's own disclosure
    /// step takes to be left: each comes from a bound that the program lacks.
    List<String> knownBetter(Connection connection) throws SQLException {
        List<String> better = new ArrayList<>();
        for (List<String> row : rows(connection, """
                select
                    public_part.network, public_part.hub, public_part.time_period, public_part.education_phase,
                    coalesce(
                        public_part.indicator || '/' || public_part.breakdown || '/' || public_part.part, public_part.series
                    ),
                    public_part.indicator, public_part.breakdown, public_part.part, public_range.lower, public_range.upper,
                    public_part.number
                from public_part
                join public_class using (network, time_period, series)
                join public_count using (network, hub, time_period, education_phase, class)
                join public_range using (count_id)
                """)) {
            Place place = new Place(row.get(0), Integer.parseInt(row.get(2)), row.get(1), row.get(3));
            String part = row.get(7);
            String name = NAMES.getOrDefault(row.get(4), row.get(4));
            if (part.equals("both") || part.endsWith(" of both")) {
                String of = row.get(5) + "/" + row.get(6) + "/numerator";
                name = part.replace(" of both", "") + " " + NAMES.getOrDefault(of, row.get(5));
            }
            String count = place.of(name);
            if (!really.containsKey(count) || isOfRegister(name)) continue;
            long[] range = attacker.range(count);
            long lower = Long.parseLong(row.get(8));
            long upper = Long.parseLong(row.get(9));
            if (range[0] > lower || range[1] < upper)
                better.add(count + " is from " + range[0] + " to " + range[1] + ", not " + lower + " to " + upper
                        + ", is " + row.get(10));
        }
        return better;
    }

    /// Parts that are all known of, and their whole. What the parts leave over (a school that a hub lists outside its
    /// own area counts in the network alone) is assumed to be known.
    private void sum(String whole, List<String> parts) {
        List<String> those = parts.stream().filter(really::containsKey).toList();
        boolean isWhole = those.size() == parts.size()
                || parts.stream().allMatch(part -> really.containsKey(part) || isEmpty(part));
        long left = really.get(whole) - those.stream().mapToLong(really::get).sum();
        Map<String, Integer> factors = new TreeMap<>();
        factors.put(whole, 1);
        those.forEach(part -> factors.merge(part, -1, Integer::sum));
        if (!those.isEmpty() && isWhole) attacker.comes(factors, left, left);
    }

    private boolean isEmpty(String count) {
        return register.entrySet().stream()
                .noneMatch(of ->
                        count.endsWith(of.getKey().of("")) && of.getValue().eligible() > 0);
    }

    /// A hub that has changed from this year on is as it was in the year before.
    private Place yearBefore(Place place) {
        Place before = place.in(place.year() - 101);
        return register.containsKey(before)
                ? before
                : before.hub(place.hub().replaceAll("^(?!Total)(.*) \\(night .*", "$1"));
    }

    private void relate(Place place) {
        for (List<String> part : PARTS) isIn(place.of(part.get(0)), place.of(part.get(1)));
        Place before = yearBefore(place);
        Registered of = register.getOrDefault(place, new Registered(0, 0, 0, 0, 0, 0));
        // All but those that the register says have come or gone.
        within(Map.of(before.of("engaged"), 1, place.of("engaged last year"), -1), -of.come(), of.gone());
        within(Map.of(before.of("leads"), 1, place.of("leads last year"), -1), 0, 0);
        for (String name : List.of("enrolled", "engaged", "completed", "pathway")) {
            within(Map.of(place.of(name), 1, place.of("this " + name), -1), 0, of.eligible() - of.paired());
            within(Map.of(before.of(name), 1, place.of("last " + name), -1), -of.come(), of.gone());
            within(
                    Map.of(place.of("this " + name), 1, place.of("last " + name), 1, place.of("both " + name), -1),
                    0,
                    of.paired());
        }
        within(
                Map.of(place.of("engaged"), 1, place.of("engaged rural"), -1, place.of("engaged urban"), -1),
                0,
                of.placeless());
        within(
                Map.of(place.of("engaged"), 1, place.of("engaged highest"), -1, place.of("engaged lowest"), -1),
                0,
                of.middle());
        within(Map.of(place.of("asked"), 1, place.of("asked highest"), -1, place.of("asked lowest"), -1), 0, 0);
        within(Map.of(place.of("scores"), 1, place.of("promoters"), -1, place.of("detractors"), -1), 0, Long.MAX_VALUE);
        within(
                Map.of(place.of("responses"), 1, place.of("answered highest"), -1, place.of("answered lowest"), -1),
                0,
                Long.MAX_VALUE);
        within(
                Map.of(
                        place.of("rows matched"),
                        1,
                        place.of("rows matched own"),
                        -1,
                        place.of("rows matched other"),
                        -1),
                0,
                0);
        within(Map.of(place.of("engaged"), 1, place.of("contexts reached"), -3), 0, Long.MAX_VALUE);
        // Whoever is engaged this year and was not before is new among those ever engaged.
        within(Map.of(before.of("ever"), 1, place.of("ever"), -1), Long.MIN_VALUE, of.gone());
        within(Map.of(place.of("ever"), 1, before.of("ever"), -1, place.of("engaged"), -1), Long.MIN_VALUE, of.come());
        within(
                Map.of(place.of("ever"), 1, place.of("retained"), 1, before.of("ever"), -1, place.of("engaged"), -1),
                Long.MIN_VALUE,
                of.come());
        for (int step = 1; step <= 5; step++) {
            isIn(place.of("life " + step + " lost"), place.of("life " + step + " at risk"));
            within(
                    Map.of(
                            place.of("life " + step + " at risk"),
                            1,
                            place.of("life " + step + " lost"),
                            -1,
                            place.of("life " + (step + 1) + " at risk"),
                            -1),
                    0,
                    Long.MAX_VALUE);
        }
    }

    /// The rows of a table add up to its total, and the columns of a year to the rows of the next.
    private void tables(Set<String> names, Set<Place> places) {
        List<String> stages = List.of("Absent", "Developing", "Embedding", "Sustaining", "Paused", "Left");
        for (Place place : places) {
            for (String stage : stages) {
                List<String> row = names.stream()
                        .filter(name -> name.startsWith("from " + stage + " to "))
                        .map(place::of)
                        .filter(really::containsKey)
                        .toList();
                if (!row.isEmpty() && really.containsKey(place.of("from " + stage)))
                    sum(place.of("from " + stage), row);
                List<String> column = names.stream()
                        .filter(name -> name.startsWith("from ") && name.endsWith(" to " + stage))
                        .map(place::of)
                        .filter(really::containsKey)
                        .toList();
                String next = place.in(place.year() + 101).of("from " + stage);
                if (!column.isEmpty() && !stage.equals("Absent") && really.containsKey(next)) sum(next, column);
            }
            reaches(place, names, "pathway", "Developing|Embedding|Sustaining");
            for (String kind : List.of("Pathway", "Activities")) {
                Map<String, Integer> held = new TreeMap<>();
                for (String name : names)
                    if (name.startsWith(kind + ", ") && really.containsKey(place.of(name))) held.put(place.of(name), 1);
                if (held.isEmpty()) continue;
                held.put(place.of(kind.equals("Pathway") ? "pathway" : "engaged"), -1);
                within(held, Long.MIN_VALUE, 0);
            }
        }
    }

    /// Schools at a stage, and those that came to it. Every school that a hub lists is followed, and it is counted
    /// where it is eligible; how many more are followed is assumed to be known.
    private void reaches(Place place, Set<String> names, String whole, String to) {
        List<String> column = names.stream()
                .filter(name -> name.matches("from .* to (" + to + ")"))
                .map(place::of)
                .filter(really::containsKey)
                .toList();
        if (!column.isEmpty() && really.containsKey(place.of(whole))) sum(place.of(whole), column);
    }

    private void isIn(String part, String whole) {
        if (really.containsKey(part) && really.containsKey(whole)) attacker.isIn(part, whole);
    }

    private void within(Map<String, Integer> factors, long least, long most) {
        if (really.keySet().containsAll(factors.keySet())) attacker.comes(factors, least, most);
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

    /// Which hubs a group consists of follows from the returns that are public to have come.
    private void readMembers(Connection connection, Map<String, Integer> changed) throws SQLException {
        for (List<String> row :
                rows(connection, "select network, time_period, hub, member from figure_hub where hub <> member"))
            members.computeIfAbsent(
                            row.get(0) + " " + row.get(1) + " "
                                    + label(row.get(2), Integer.parseInt(row.get(1)), changed),
                            none -> new TreeSet<>())
                    .add(label(row.get(3), Integer.parseInt(row.get(1)), changed));
    }

    /// A group of hubs and a hub that has sent something since are told apart by their night.
    private String label(String hub, int year, Map<String, Integer> changed) {
        boolean isChanged = hub.startsWith("Total") || changed.getOrDefault(hub, Integer.MAX_VALUE) <= year;
        return nights > 1 && isChanged ? hub + " (night " + nights + ")" : hub;
    }

    private void readFigures(Connection connection, Map<String, Integer> changed) throws SQLException {
        for (List<String> row : rows(connection, """
                with told as (
                    select
                        csv.network, csv.time_period, csv.hub, csv.education_phase, csv.indicator, csv.breakdown, figure.counted_as,
                        figure.counts, figure.has_counts, csv.numerator, csv.denominator, csv.n, csv.value,
                        measured.numerator as really_numerator, measured.denominator as really_denominator,
                        coalesce(measured.n, measured.denominator) as really_n, measured.public_counts
                    from public_indicators_csv as csv
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
            printed.add(new Printed(
                    new Place(row.get(0), Integer.parseInt(row.get(1)), hub, row.get(2)),
                    NAMES.getOrDefault(name, name),
                    kind,
                    row.get(8),
                    Long.parseLong(row.get(9)),
                    nights));
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

    /// What a change tells of the hubs that it stands on, in both years; and its limits of the schools in both years.
    private void readChanges(Connection connection, Map<String, Integer> changed) throws SQLException {
        for (List<String> row : rows(connection, """
                with compared as (
                    select distinct
                        csv.network, csv.time_period, academic_year.previous_period, csv.education_phase, csv.indicator, csv.breakdown,
                        definition.counts, case when csv.hub = 'Total' then hub_group.counted_as else csv.hub end as counted_as,
                        try_cast(csv.change_lower_ci as double) is not null as has_limits
                    from public_indicators_csv as csv
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
        printed.add(new Printed(place, name, kind, String.valueOf((number + 2) / 5 * 5), number, nights));
    }

    private void readTables(Connection connection, Map<String, Integer> changed) throws SQLException {
        for (List<String> row : rows(connection, """
                select 'from ' || from_stage || ' to ' || to_stage, network, time_period, standing.counted_as, public.schools, told.schools
                from public_transitions_csv as public
                join transitions_csv as told using (network, hub, time_period, from_stage, to_stage)
                join figure_standing as standing using (network, hub, time_period)
                where standing.indicator = 'stage_progressed_percent'
                union all
                -- A share beside its count tells what it is a share of.
                select
                    'from ' || from_stage, network, time_period, standing.counted_as,
                    (5 * max(round(20 * try_cast(public.schools as double) / nullif(try_cast(public.row_percent as double), 0))))
                        ::bigint::varchar as of_schools,
                    sum(told.schools)::bigint
                from public_transitions_csv as public
                join transitions_csv as told using (network, hub, time_period, from_stage, to_stage)
                join figure_standing as standing using (network, hub, time_period)
                where standing.indicator = 'stage_progressed_percent'
                group by all
                having of_schools is not null
                union all
                select kind || ', ' || places || ' places', network, time_period, standing.counted_as, public.schools, coalesce(told.schools, 0)
                from public_overlaps_csv as public
                left join overlap as told using (network, hub, time_period, kind, places)
                join figure_standing as standing using (network, hub, time_period)
                where standing.indicator = case kind when 'Pathway' then 'pathway_schools_percent' else 'schools_engaged_percent' end
                """))
            printed.add(new Printed(
                    new Place(
                            row.get(1),
                            Integer.parseInt(row.get(2)),
                            label(row.get(3), Integer.parseInt(row.get(2)), changed),
                            "Total"),
                    row.get(0),
                    "schools",
                    row.get(4),
                    Long.parseLong(row.get(5)),
                    nights));
    }

    /// Of the cells that hold a number in the restricted file, the share that is hidden in the public one, in percent.
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
