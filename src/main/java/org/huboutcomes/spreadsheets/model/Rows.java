package org.huboutcomes.spreadsheets.model;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// The rows of one sheet, read forward once and never all in memory.
public interface Rows extends AutoCloseable {

    /// The next row with content, or null at the end. Row numbers rise; gaps are blank rows.
    @Nullable
    Row next() throws UnreadableException;

    /// The hidden columns (A is 0), known after the first row has been read.
    default BitSet hiddenColumns() {
        return new BitSet();
    }

    /// The numbers of the rows read so far in which every cell is struck through.
    default BitSet struckRows() {
        return new BitSet();
    }

    @Override
    void close();
}
