package org.huboutcomes.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.huboutcomes.explain.ExplainedUnit;
import org.huboutcomes.explain.UnitChange;

/// Formats what a figure counts, one line each, and how it changed since the year before.
final class UnitText {

    private UnitText() {}

    static List<String> rows(List<ExplainedUnit> units) {
        List<String> lines = new ArrayList<>();
        boolean counts = units.stream().anyMatch(unit -> unit.denominator() != 0);
        lines.add("");
        lines.add("Each that is counted" + (counts ? " (numerator, denominator)" : " (n)"));
        for (ExplainedUnit unit : units) {
            String number = counts
                    ? "%8s %8s".formatted(number(unit.numerator()), number(unit.denominator()))
                    : "%8s".formatted(number(unit.n()));
            lines.add(number + "  " + unit.what() + ": " + (unit.place() == null ? "in no row" : unit.place()));
        }
        return lines;
    }

    static List<String> change(
            String before, String now, List<ExplainedUnit> unitsBefore, List<ExplainedUnit> unitsNow) {
        List<String> lines = new ArrayList<>();
        boolean counts = unitsNow.stream().anyMatch(unit -> unit.denominator() != 0)
                || unitsBefore.stream().anyMatch(unit -> unit.denominator() != 0);
        lines.add("");
        lines.add("Change from " + before + " to " + now);
        if (counts) {
            add(lines, "Numerator", UnitChange.between(unitsBefore, unitsNow, ExplainedUnit::numerator));
            add(lines, "Denominator", UnitChange.between(unitsBefore, unitsNow, ExplainedUnit::denominator));
        } else add(lines, "n", UnitChange.between(unitsBefore, unitsNow, ExplainedUnit::n));
        return lines;
    }

    private static void add(List<String> lines, String count, UnitChange change) {
        lines.add("  " + count + ": " + number(change.before()) + ", then " + number(change.now()) + " ("
                + signed(change.now() - change.before()) + ")");
        for (UnitChange.Part part : change.parts()) {
            lines.add("%8s  %s:".formatted(signed(part.change()), part.why()));
            part.units().forEach(unit -> lines.add("            " + unit));
        }
    }

    private static String signed(double number) {
        return (number > 0 ? "+" : "") + number(number);
    }

    /// A whole number without decimals, any other with two.
    private static String number(double number) {
        BigDecimal exact = BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP);
        return (exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros()).toPlainString();
    }
}
