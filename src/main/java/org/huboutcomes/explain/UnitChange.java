package org.huboutcomes.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// How a count changed since the year before, divided by unit. The parts add up to the change.
///
/// @param before the count in the year before
/// @param now the count in this year
/// @param parts units gained, units lost, and units that count differently, in this order
public record UnitChange(double before, double now, List<Part> parts) {

    /// Units that changed the count in one way.
    ///
    /// @param why such as `counted this year and not last year`
    /// @param units their names
    public record Part(String why, double change, List<String> units) {

        public Part {
            units = List.copyOf(units);
        }
    }

    public UnitChange {
        parts = List.copyOf(parts);
    }

    /// @param count the count of a unit
    public static UnitChange between(
            List<ExplainedUnit> before, List<ExplainedUnit> now, ToDoubleFunction<ExplainedUnit> count) {
        Map<String, Double> first = counts(before, count);
        Map<String, Double> last = counts(now, count);
        Map<String, Part> parts = new LinkedHashMap<>();
        for (ExplainedUnit unit : distinct(now)) {
            double was = first.getOrDefault(unit.reference(), 0.0);
            double is = last.getOrDefault(unit.reference(), 0.0);
            if (was == 0 && is != 0) add(parts, "counted this year and not last year", is, unit);
        }
        for (ExplainedUnit unit : distinct(before)) {
            double was = first.getOrDefault(unit.reference(), 0.0);
            double is = last.getOrDefault(unit.reference(), 0.0);
            String fate = unit.fateAfter() == null ? "" : " (" + unit.fateAfter() + ")";
            if (was != 0 && is == 0) add(parts, "counted last year and not this year" + fate, -was, unit);
        }
        for (ExplainedUnit unit : distinct(now)) {
            double was = first.getOrDefault(unit.reference(), 0.0);
            double is = last.getOrDefault(unit.reference(), 0.0);
            if (was != 0 && is != 0 && was != is)
                add(parts, "counted in both years, with another number", is - was, unit);
        }
        return new UnitChange(sum(first), sum(last), List.copyOf(parts.values()));
    }

    private static void add(Map<String, Part> parts, String why, double change, ExplainedUnit unit) {
        Part part = parts.getOrDefault(why, new Part(why, 0, List.of()));
        List<String> units = new ArrayList<>(part.units());
        units.add(unit.what());
        parts.put(why, new Part(why, part.change() + change, units));
    }

    private static Map<String, Double> counts(List<ExplainedUnit> units, ToDoubleFunction<ExplainedUnit> count) {
        Map<String, Double> counts = new TreeMap<>();
        units.forEach(unit -> counts.merge(unit.reference(), count.applyAsDouble(unit), Double::sum));
        return counts;
    }

    private static List<ExplainedUnit> distinct(List<ExplainedUnit> units) {
        Map<String, ExplainedUnit> distinct = new LinkedHashMap<>();
        units.forEach(unit -> distinct.putIfAbsent(unit.reference(), unit));
        return List.copyOf(distinct.values());
    }

    private static double sum(Map<String, Double> counts) {
        return counts.values().stream().mapToDouble(count -> count).sum();
    }
}
