package org.huboutcomes.spreadsheets.model;

/// A listed sheet that cannot be read; the other sheets of the file still can.
public record UnreadableSheet(String name, boolean hidden, UnreadableException reason) implements Sheet {

    @Override
    public Rows rows() throws UnreadableException {
        throw reason;
    }
}
