package org.huboutcomes.publish;

import org.jspecify.annotations.Nullable;

/// One row of `indicators.csv`: one indicator for one hub (or its network, where hub is `Total`), year, phase and
/// breakdown.
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

    public boolean isNetwork() {
        return hub.equals(TOTAL);
    }
}
