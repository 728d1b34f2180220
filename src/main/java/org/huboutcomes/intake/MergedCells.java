package org.huboutcomes.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/// The cells of a sheet that are merged downwards. Only the uppermost holds the value which all of them show.
public final class MergedCells {

    static final MergedCells NONE = new MergedCells();

    // More than Excel itself opens without complaint; each takes some memory.
    private static final int LIMIT = 200_000;

    private record Range(int top, int bottom) {}

    private final Map<Integer, TreeMap<Integer, Range>> byColumn = new HashMap<>();
    private int count;

    /// @param top the row of the uppermost cell, and `bottom` of the lowest, as the spreadsheet numbers them
    /// @param left the column in which the value stands (A is 0)
    void add(int top, int bottom, int left) throws Metered.Exceeded {
        if (top >= bottom) return;
        if (++count > LIMIT) throw new Metered.Exceeded();
        byColumn.computeIfAbsent(left, none -> new TreeMap<>()).put(top, new Range(top, bottom));
    }

    /// The row whose cell in this column shows through this one from above.
    public OptionalInt shownFrom(int row, int column) {
        TreeMap<Integer, Range> ranges = byColumn.get(column);
        Map.Entry<Integer, Range> nearest = ranges == null ? null : ranges.lowerEntry(row);
        return nearest == null || nearest.getValue().bottom() < row
                ? OptionalInt.empty()
                : OptionalInt.of(nearest.getKey());
    }
}
