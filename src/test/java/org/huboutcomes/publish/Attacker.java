package org.huboutcomes.publish;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/// Finds the whole numbers that are possible for a count, given everything known about it and others. All bounds
/// together narrow the ranges of all counts; then integer programming finds the possible values of each count together
/// with the counts related to it. It shares no code with the program.
final class Attacker {

    private static final int NEAREST = 120;

    private record Bound(Map<String, Integer> factors, long least, long most) {}

    private final Map<String, long[]> ranges = new TreeMap<>();
    private final Map<String, Long> registered = new HashMap<>();
    private final List<Bound> bounds = new ArrayList<>();

    /// Numbers found to be possible.
    private final Map<String, Set<Long>> fitting = new HashMap<>();

    private Map<String, List<Bound>> boundsOf = Map.of();

    /// Bounds a count by two numbers; several bounds are combined.
    Attacker between(String count, long least, long most) {
        long[] range = ranges.computeIfAbsent(count, none -> new long[] {0, 1_000_000_000});
        range[0] = Math.max(range[0], least);
        range[1] = Math.min(range[1], most);
        return this;
    }

    /// There are no more schools than the register has.
    Attacker register(String count, long schools) {
        registered.merge(count, schools, Math::min);
        return between(count, 0, schools);
    }

    /// The upper bound of a count from the register alone.
    int mostOf(String count) {
        return registered.getOrDefault(count, 1_000_000_000L).intValue();
    }

    boolean knows(String count) {
        return ranges.containsKey(count);
    }

    /// The parts add up to the whole.
    Attacker adds(String whole, List<String> parts) {
        Map<String, Integer> factors = new TreeMap<>();
        factors.merge(whole, -1, Integer::sum);
        for (String part : parts) factors.merge(part, 1, Integer::sum);
        return comes(factors, 0, 0);
    }

    /// The part is at most the whole.
    Attacker isIn(String part, String whole) {
        return part.equals(whole) ? this : comes(Map.of(part, 1, whole, -1), Long.MIN_VALUE, 0);
    }

    /// The sum of the counts times their factors lies between two numbers.
    Attacker comes(Map<String, Integer> factors, long least, long most) {
        if (ranges.keySet().containsAll(factors.keySet())) bounds.add(new Bound(factors, least, most));
        return this;
    }

    /// The bounds that these numbers violate.
    List<String> contradictedBy(Map<String, Long> numbers) {
        List<String> contradicted = new ArrayList<>();
        ranges.forEach((count, range) -> {
            if (numbers.get(count) < range[0] || numbers.get(count) > range[1])
                contradicted.add(count + " is " + numbers.get(count) + ", not from " + range[0] + " to " + range[1]);
        });
        for (Bound bound : bounds) {
            long sum = 0;
            for (Map.Entry<String, Integer> factor : bound.factors().entrySet())
                sum += factor.getValue() * numbers.get(factor.getKey());
            if (sum < bound.least() || sum > bound.most()) contradicted.add(bound + " comes to " + sum);
        }
        return contradicted;
    }

    /// The possible whole numbers of a count: up to this many, or all if there are fewer.
    Set<Long> fitting(String count, int enough) {
        if (boundsOf.isEmpty()) {
            narrow();
            boundsOf = boundsOf();
        }
        Set<Long> found = fitting.computeIfAbsent(count, none -> new TreeSet<>());
        if (!boundsOf.containsKey(count)) {
            long[] range = ranges.get(count);
            for (long number = range[0]; number <= range[1] && found.size() < enough; number++) found.add(number);
        }
        if (found.size() >= enough) return found;
        long least = most(count, -1);
        long most = most(count, 1);
        for (long number = Math.max(0, least); number <= most && found.size() < enough; number++)
            if (number == least
                    || number == most
                    || !solve(group(count), Map.of(), Map.of(count, number)).isEmpty()) found.add(number);
        return found;
    }

    /// How many whole numbers each bound leaves by itself, before they are combined.
    long width(String count) {
        if (boundsOf.isEmpty()) {
            narrow();
            boundsOf = boundsOf();
        }
        long[] range = ranges.get(count);
        return range[1] - range[0] + 1;
    }

    /// The range that each bound leaves for a count by itself.
    long[] range(String count) {
        width(count);
        return ranges.get(count).clone();
    }

    private Map<String, List<Bound>> boundsOf() {
        Map<String, List<Bound>> boundsOf = new HashMap<>();
        for (Bound bound : bounds)
            if (binds(bound))
                for (String count : bound.factors().keySet())
                    boundsOf.computeIfAbsent(count, none -> new ArrayList<>()).add(bound);
        return boundsOf;
    }

    /// Whether a bound could narrow the ranges any further.
    private boolean binds(Bound bound) {
        long least = 0;
        long most = 0;
        for (Map.Entry<String, Integer> factor : bound.factors().entrySet()) {
            long[] range = ranges.get(factor.getKey());
            least += factor.getValue() * range[factor.getValue() > 0 ? 0 : 1];
            most += factor.getValue() * range[factor.getValue() > 0 ? 1 : 0];
        }
        return least < bound.least() || most > bound.most();
    }

    /// The counts closest to this one by shared bounds.
    private Set<String> group(String count) {
        Set<String> group = new LinkedHashSet<>();
        Deque<String> waiting = new ArrayDeque<>(List.of(count));
        while (!waiting.isEmpty() && group.size() < NEAREST) {
            String next = waiting.remove();
            if (!group.add(next)) continue;
            for (Bound bound : boundsOf.getOrDefault(next, List.of()))
                waiting.addAll(bound.factors().keySet());
        }
        return group;
    }

    /// Narrows every range by all bounds until nothing changes.
    private void narrow() {
        boolean any = true;
        while (any) {
            any = false;
            for (Bound bound : bounds) any |= narrow(bound);
        }
    }

    private boolean narrow(Bound bound) {
        boolean any = false;
        for (Map.Entry<String, Integer> one : bound.factors().entrySet()) {
            long least = 0;
            long most = 0;
            for (Map.Entry<String, Integer> other : bound.factors().entrySet())
                if (!other.getKey().equals(one.getKey())) {
                    least += end(other, true);
                    most += end(other, false);
                }
            long[] range = ranges.get(one.getKey());
            long before = range[1] - range[0];
            boolean isAdded = one.getValue() > 0;
            if (bound.most() < Long.MAX_VALUE)
                range[isAdded ? 1 : 0] =
                        isAdded ? Math.min(range[1], bound.most() - least) : Math.max(range[0], least - bound.most());
            if (bound.least() > Long.MIN_VALUE)
                range[isAdded ? 0 : 1] =
                        isAdded ? Math.max(range[0], bound.least() - most) : Math.min(range[1], most - bound.least());
            any |= range[1] - range[0] < before;
        }
        return any;
    }

    private long end(Map.Entry<String, Integer> factor, boolean isLeast) {
        long[] range = ranges.get(factor.getKey());
        return factor.getValue() * range[factor.getValue() > 0 == isLeast ? 0 : 1];
    }

    private long most(String count, int direction) {
        Map<String, Long> world = solve(group(count), Map.of(count, (double) direction), Map.of());
        return world.isEmpty() ? -1 : world.get(count);
    }

    /// The possible solution with the greatest weight, with one count given; none if there is no solution.
    private Map<String, Long> solve(Set<String> group, Map<String, Double> weights, Map<String, Long> given) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Map<String, Variable> variables = new HashMap<>();
        Set<Bound> within = new LinkedHashSet<>();
        for (String count : group) {
            long[] range = ranges.get(count);
            variables.put(
                    count,
                    model.newVariable(count)
                            .integer(true)
                            .lower(given.getOrDefault(count, range[0]))
                            .upper(given.getOrDefault(count, range[1]))
                            .weight(weights.getOrDefault(count, 0.0)));
            for (Bound bound : boundsOf.getOrDefault(count, List.of()))
                if (group.containsAll(bound.factors().keySet())) within.add(bound);
        }
        int number = 0;
        for (Bound bound : within) {
            Expression expression = model.newExpression("bound " + number++);
            bound.factors()
                    .forEach((count, factor) -> expression.set(variables.get(count), BigDecimal.valueOf(factor)));
            if (bound.least() > Long.MIN_VALUE) expression.lower(bound.least());
            if (bound.most() < Long.MAX_VALUE) expression.upper(bound.most());
        }
        if (!model.maximise().getState().isFeasible()) return Map.of();
        Map<String, Long> world = new HashMap<>();
        variables.forEach((count, variable) ->
                world.put(count, Math.round(variable.getValue().doubleValue())));
        return world;
    }
}
