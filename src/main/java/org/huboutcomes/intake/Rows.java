package org.huboutcomes.intake;

import org.jspecify.annotations.Nullable;

/// The rows of one sheet, read forward once and never held together in memory.
public interface Rows extends AutoCloseable {

    /// The next row that holds anything, or null after the last. Row numbers rise; a gap in them is blank rows.
    @Nullable
    Row next() throws Unreadable;

    @Override
    void close();
}
