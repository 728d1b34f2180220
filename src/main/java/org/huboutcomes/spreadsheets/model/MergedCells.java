package org.huboutcomes.spreadsheets.model;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/// The vertically merged cells of a sheet. Only the top cell holds the value.
public final class MergedCells {

    static final MergedCells NONE = new MergedCells();

    // More than Excel opens without warning; each range takes memory.
    private static final int LIMIT = 200_000;

    private record Range(int top, int bottom) {}

    private final Map<Integer, TreeMap<Integer, Range>> byColumn = new HashMap<>();
    private int count;

    /// @param top the first row, and `bottom` the last, as numbered in the spreadsheet
    /// @param left the column that holds the value (A is 0)
    public void add(int top, int bottom, int left) throws LimitExceededException {
        if (top >= bottom) return;
        if (++count > LIMIT) throw new LimitExceededException();
        byColumn.computeIfAbsent(left, none -> new TreeMap<>()).put(top, new Range(top, bottom));
    }

    /// The row of the merged cell whose value this cell shows.
    public OptionalInt shownFrom(int row, int column) {
        TreeMap<Integer, Range> ranges = byColumn.get(column);
        Map.Entry<Integer, Range> nearest = ranges == null ? null : ranges.lowerEntry(row);
        return nearest == null || nearest.getValue().bottom() < row
                ? OptionalInt.empty()
                : OptionalInt.of(nearest.getKey());
    }
}
