package org.huboutcomes.publish;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.huboutcomes.publish.PublicCells.Place;
import org.huboutcomes.publish.PublicCells.Printed;
import org.huboutcomes.publish.PublicCells.Registered;

/// Attacks the public files of a store, of one nightly run or of several, with the school register and with
/// relations between counts that follow from definitions. It uses printed numbers only; the counts behind them are
/// used only to judge the result. It shares no code with the program.
final class PublicAttack {

    private static final int ENOUGH = 3;
    private static final List<String> PHASES = List.of("Primary", "Secondary", "Post-16", "Other");
    private static final List<String> ALL_PHASES = List.of("Primary", "Secondary", "Post-16", "Other", "Total");

    /// Parts and wholes by definition, of the same hub, year and phase.
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

    private final PublicCells cells = new PublicCells();
    private final Map<String, Long> really = new TreeMap<>();
    private final Set<String> isProtected = new LinkedHashSet<>();
    private Attacker attacker = new Attacker();

    /// Reads the public files of a store. For a later nightly run, gives the hubs that sent something since, and
    /// the earliest year that it is for, so that all other hubs and the years before are unchanged.
    PublicAttack read(Connection connection, Path folder, Map<String, Integer> changed) throws SQLException {
        cells.read(connection, folder, changed);
        return this;
    }

    /// Puts everything together.
    PublicAttack prepare() {
        attacker = new Attacker();
        Map<String, Map<Place, String>> names = new TreeMap<>();
        for (Printed cell : cells.printed()) {
            String count = cell.place().of(cell.name());
            really.put(count, cell.really());
            names.computeIfAbsent(cell.name(), none -> new HashMap<>()).put(cell.place(), count);
            Registered of = cells.register(cell.place());
            boolean isOfRegister = isOfRegister(cell.name());
            if (isOfRegister) attacker.between(count, cell.really(), cell.really());
            else if (cell.kind().equals("schools")
                    && !cell.name().startsWith("from ")
                    && !cell.name().startsWith("life ")) attacker.register(count, of == null ? 0 : of.eligible());
            attacker.between(count, cell.least(), cell.most());
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
                List<String> hubs = cells.members(place).stream()
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

    /// The protected counts with too few possible numbers, with these numbers. All bounds narrow every range;
    /// integer programming then checks one in so many of the protected counts.
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

    /// The counts for which the attacker's single bounds leave fewer numbers than the program's own disclosure step
    /// assumes: each comes from a bound that the program lacks.
    List<String> knownBetter(Connection connection) throws SQLException {
        List<String> better = new ArrayList<>();
        for (List<String> row : PublicCells.rows(connection, """
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
            String name = PublicCells.NAMES.getOrDefault(row.get(4), row.get(4));
            if (part.equals("both") || part.endsWith(" of both")) {
                String of = row.get(5) + "/" + row.get(6) + "/numerator";
                name = part.replace(" of both", "") + " " + PublicCells.NAMES.getOrDefault(of, row.get(5));
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

    /// Parts that are all known, and their whole. The remainder (a school that a hub lists outside its own area is
    /// counted only in the network) is assumed to be known.
    private void sum(String whole, List<String> parts) {
        List<String> those = parts.stream().filter(really::containsKey).toList();
        boolean isWhole = those.size() == parts.size()
                || parts.stream().allMatch(part -> really.containsKey(part) || cells.isEmpty(part));
        long left = really.get(whole) - those.stream().mapToLong(really::get).sum();
        Map<String, Integer> factors = new TreeMap<>();
        factors.put(whole, 1);
        those.forEach(part -> factors.merge(part, -1, Integer::sum));
        if (!those.isEmpty() && isWhole) attacker.comes(factors, left, left);
    }

    /// The same place in the year before, for which a hub that sent something since may have its former name.
    private Place yearBefore(Place place) {
        Place before = place.in(place.year() - 101);
        return cells.register(before) != null
                ? before
                : before.hub(place.hub().replaceAll("^(?!Total)(.*) \\(night .*", "$1"));
    }

    private Registered registered(Place place) {
        Registered of = cells.register(place);
        return of == null ? new Registered(0, 0, 0, 0, 0, 0) : of;
    }

    private void relate(Place place) {
        for (List<String> part : PARTS) isIn(place.of(part.get(0)), place.of(part.get(1)));
        Place before = yearBefore(place);
        Registered of = registered(place);
        // All except those that have come or gone according to the register.
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
        // A school that is engaged this year and was not before is new among those ever engaged.
        within(Map.of(before.of("ever"), 1, place.of("ever"), -1), Long.MIN_VALUE, of.gone());
        within(Map.of(place.of("ever"), 1, before.of("ever"), -1, place.of("engaged"), -1), Long.MIN_VALUE, of.come());
        within(
                Map.of(place.of("ever"), 1, place.of("retained"), 1, before.of("ever"), -1, place.of("engaged"), -1),
                Long.MIN_VALUE,
                of.come());
        within(place);
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

    /// Bounds that follow from the counts of earlier years.
    private void within(Place place) {
        Place before = yearBefore(place);
        Place first = yearBefore(before);
        long gone = registered(place).gone();
        long goneBefore = registered(before).gone();
        long come = registered(place).come();
        // Those at Developing are on the pathway and not beyond; the next year's figure starts from them.
        within(
                Map.of(before.of("pathway"), 1, before.of("beyond"), -1, place.of("developing last year"), -1),
                -come,
                gone);
        // In the third year the life table is that of the schools of the first.
        if (!place.hub().startsWith("Total") && really.containsKey(before.of("engaged")) && cells.isFirst(first)) {
            within(Map.of(first.of("engaged"), 1, place.of("life 1 at risk"), -1), 0, gone + goneBefore);
            within(
                    Map.of(place.of("life 1 at risk"), 1, place.of("life 1 lost"), -1, before.of("retained"), -1),
                    -gone,
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
            reaches(place, names, "beyond", "Embedding|Sustaining");
            memberships(place, names);
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

    /// Schools at a stage, and those that came to it. Every school that a hub lists is followed, but it is counted
    /// only if it is eligible; how many more are followed is assumed to be known.
    private void reaches(Place place, Set<String> names, String whole, String to) {
        List<String> column = names.stream()
                .filter(name -> name.matches("from .* to (" + to + ")"))
                .map(place::of)
                .filter(really::containsKey)
                .toList();
        if (!column.isEmpty() && really.containsKey(place.of(whole))) sum(place.of(whole), column);
    }

    /// A school in two activities has a row in each.
    private void memberships(Place place, Set<String> names) {
        Map<String, Integer> held = new TreeMap<>();
        for (String name : names)
            if (name.startsWith("Activities, ") && really.containsKey(place.of(name)))
                held.put(place.of(name), Integer.parseInt(name.replaceAll("[^0-9]", "")));
        if (held.isEmpty()) return;
        held.put(place.of("rows attended"), -1);
        within(held, Long.MIN_VALUE, 0);
    }

    private void isIn(String part, String whole) {
        if (really.containsKey(part) && really.containsKey(whole)) attacker.isIn(part, whole);
    }

    private void within(Map<String, Integer> factors, long least, long most) {
        if (really.keySet().containsAll(factors.keySet())) attacker.comes(factors, least, most);
    }
}
