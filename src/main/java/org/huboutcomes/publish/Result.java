package org.huboutcomes.publish;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One row of `indicators.csv`: an indicator for a hub (or its network, with hub `Total`), year, phase and breakdown.
/// It has either a value with its number of cases and limits, or a symbol; anything else is refused.
///
/// @param timePeriod the academic year, such as 202223
/// @param value in the indicator's unit; percentages run from 0 to 100
/// @param symbol the symbol of a suppressed value, or `u` beside a value; null for a plain value
/// @param coverage the hubs behind a network's figure; null for hubs and where it does not apply
/// @param comparison with the network: `higher`, `similar`, `lower` or `not compared`; empty for networks
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
        Change change,
        @Nullable Coverage coverage,
        int definitionVersion) {

    public static final String TOTAL = "Total";

    private static final Set<String> COMPARED = Set.of("higher", "similar", "lower");

    public Result {
        refuseUnless((timePeriod / 100 + 1) % 100 == timePeriod % 100, "is of no academic year");
        refuseUnless(isCount(numerator) && isCount(denominator) && isCount(n), "has a count that is none");
        refuseUnless(!value.isAmount() || n.isAmount(), "has a value and no number of cases");
        refuseUnless(
                value instanceof Quantity.SymbolOnly only
                        ? symbol == only.symbol()
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

    private static boolean isCount(Quantity quantity) {
        return !(quantity instanceof Quantity.Amount amount) || amount.value().signum() >= 0;
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
