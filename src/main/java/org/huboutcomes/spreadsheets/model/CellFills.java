package org.huboutcomes.spreadsheets.model;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/// The fill colours of the cells of one sheet.
public final class CellFills {

    /// For a file format without colours.
    public static final CellFills NONE = new CellFills();

    private static final int MOST = 100_000;
    private static final int COLUMNS = 1 << 14;

    private final Map<Long, Integer> colours = new HashMap<>();

    /// @param row the row number in the spreadsheet
    /// @param column A is 0
    /// @param rgb as 0xRRGGBB
    public void put(int row, int column, int rgb) {
        if (colours.size() < MOST) colours.put(key(row, column), rgb & 0xFFFFFF);
    }

    /// The colour of a cell as 0xRRGGBB; empty if it has none.
    public OptionalInt of(int row, int column) {
        Integer rgb = colours.get(key(row, column));
        return rgb == null ? OptionalInt.empty() : OptionalInt.of(rgb);
    }

    public boolean isEmpty() {
        return colours.isEmpty();
    }

    private static long key(int row, int column) {
        return (long) row * COLUMNS + column;
    }
}
