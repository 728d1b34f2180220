package org.huboutcomes.intake;

import java.util.List;

/// A dropped file, opened: its sheets in the order in which they stand.
public interface Book extends AutoCloseable {

    List<Sheet> sheets();

    @Override
    void close();
}
