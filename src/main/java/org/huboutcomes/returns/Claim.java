package org.huboutcomes.returns;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one sheet says for one hub and academic year, or as a whole reference list (then both are null). Without rows
/// it is
/// a nil return: it says "none", which a return that is missing does not.
public record Claim(@Nullable String hub, @Nullable Integer timePeriod, List<AcceptedRow> rows) {

    public Claim {
        rows = List.copyOf(rows);
    }

    /// @param number as the spreadsheet numbers it
    /// @param values one for each stored field of the return, in their order
    @SuppressWarnings("ArrayRecordComponent") // a million of these are held at once; a list each would double them
    public record AcceptedRow(int number, @Nullable Object[] values) {}
}
