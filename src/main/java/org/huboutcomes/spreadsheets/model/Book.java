package org.huboutcomes.spreadsheets.model;

import java.util.List;

/// An opened file: its sheets in order.
public interface Book extends AutoCloseable {

    List<Sheet> sheets();

    @Override
    void close();
}
