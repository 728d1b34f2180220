package org.huboutcomes.spreadsheets.model;

import javax.xml.stream.XMLStreamException;

/// The text of a cell exceeds the limit and would otherwise be loaded whole.
public final class CellTooLongException extends XMLStreamException {
    private static final long serialVersionUID = 1;
    private final int limit;

    public CellTooLongException(int limit) {
        this.limit = limit;
    }

    public int limit() {
        return limit;
    }
}
