package org.huboutcomes.publish;

import org.jspecify.annotations.Nullable;

/// The change of a value since the year before.
///
/// @param points the difference of the two values; for a network, over the hubs that contribute in both years
/// @param lower the lower 95% limit of the difference; withheld if there is no method for it
/// @param upper the upper 95% limit of the difference; withheld if there is no method for it
/// @param word `rise` or `fall` if the limits exclude 0, `no clear change` if they do not; null if nothing can be
/// said. In a public edition, the limits must exclude 0 for all counts that round to the published ones, so printed
/// limits that exclude 0 are not enough
/// @param hubs the number of hubs behind a network's change; null for hubs
public record Change(
        Quantity points,
        Quantity lower,
        Quantity upper,
        @Nullable String word,
        @Nullable Integer hubs) {

    /// The change of a figure that has no previous year.
    public static final Change NONE = new Change(
            new Quantity.SymbolOnly(Symbol.X),
            new Quantity.SymbolOnly(Symbol.X),
            new Quantity.SymbolOnly(Symbol.X),
            null,
            null);

    public Change {
        if (word != null && !points.isAmount())
            throw new IllegalArgumentException("A change that has no number is called a " + word + ".");
        if (lower.isAmount() && !points.isAmount())
            throw new IllegalArgumentException("A change has limits and no number.");
    }
}
