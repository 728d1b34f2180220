package org.huboutcomes.intake;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// The rows of one sheet, read forward once and never held together in memory.
public interface Rows extends AutoCloseable {

    /// The next row that holds anything, or null after the last. Row numbers rise; a gap in them is blank rows.
    @Nullable
    Row next() throws Unreadable;

    /// The columns that the sheet hides (A is 0), once the first row has been asked for.
    default BitSet hiddenColumns() {
        return new BitSet();
    }

    @Override
    void close();
}
