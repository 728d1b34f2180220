package org.huboutcomes.tables;

import java.util.List;
import java.util.Map;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.returns.findings.ReplacementChoice;
import org.jspecify.annotations.Nullable;

/// What the claims of a submission replaced in their slot, or would replace.
///
/// @param held whether the hub must confirm it first
/// @param choice the hub's answer; null if there is none
/// @param before what was in force, by noun; no rows if there was nothing
/// @param findings the queries and findings about it
record Replaced(
        boolean held,
        @Nullable ReplacementChoice choice,
        Totals before,
        Totals after,
        @Nullable Integer answersNew,
        @Nullable Integer answersReplaced,
        List<Finding> findings) {

    /// The number of rows, and of the values that they are counted by.
    record Totals(int rows, Map<String, Integer> counts) {}
}
