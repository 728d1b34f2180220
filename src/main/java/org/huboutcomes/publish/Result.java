package org.huboutcomes.publish;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One row of `indicators.csv`: one indicator for one hub (or its network, where hub is `Total`), year, phase and
/// breakdown. It is a value with its number of cases and its limits, or a symbol; what is neither cannot be made.
///
/// @param timePeriod the academic year as 202223
/// @param value on the scale of the indicator's unit: per cent are 0 to 100
/// @param symbol repeats a withheld value's symbol, or holds `u` beside a value; null where the value stands alone
/// @param comparison with the network: `higher`, `similar`, `lower`, `not compared`; empty on network rows
public record Result(
        int timePeriod,
        String network,
        String hub,
        String hubName,
        String educationPhase,
        String breakdown,
        String outcome,
        String indicator,
        Quantity numerator,
        Quantity denominator,
        Quantity n,
        Quantity value,
        Quantity lower,
        Quantity upper,
        @Nullable Symbol symbol,
        String comparison,
        int definitionVersion) {

    public static final String TOTAL = "Total";

    private static final Set<String> COMPARED = Set.of("higher", "similar", "lower");

    public Result {
        refuseUnless((timePeriod / 100 + 1) % 100 == timePeriod % 100, "is of no academic year");
        refuseUnless(isCount(numerator) && isCount(denominator) && isCount(n), "has a count that is none");
        refuseUnless(!value.isAmount() || n.isAmount(), "has a value and no number of cases");
        refuseUnless(
                value instanceof Quantity.Withheld withheld
                        ? symbol == withheld.symbol()
                        : symbol == null || symbol == Symbol.U,
                "has another symbol than its value");
        refuseUnless(isBetween(lower, upper), "has one limit, or limits the wrong way round");
        refuseUnless(!lower.isAmount() || value.isAmount() || symbol == Symbol.LOW, "has limits of no value");
        refuseUnless(
                COMPARED.contains(comparison)
                        ? value.isAmount() && !hub.equals(TOTAL)
                        : comparison.equals(hub.equals(TOTAL) ? "" : "not compared"),
                "is compared as \"" + comparison + "\"");
    }

    public boolean isNetwork() {
        return hub.equals(TOTAL);
    }

    /// A count is never below nought, and never rounded.
    private static boolean isCount(Quantity quantity) {
        return quantity instanceof Quantity.Amount amount
                ? amount.value().signum() >= 0
                : !quantity.equals(new Quantity.Withheld(Symbol.LOW));
    }

    private static boolean isBetween(Quantity lower, Quantity upper) {
        return lower instanceof Quantity.Amount least && upper instanceof Quantity.Amount most
                ? least.value().compareTo(most.value()) <= 0
                : lower.equals(upper);
    }

    private static void refuseUnless(boolean holds, String what) {
        if (!holds) throw new IllegalArgumentException("A result " + what + ".");
    }
}
