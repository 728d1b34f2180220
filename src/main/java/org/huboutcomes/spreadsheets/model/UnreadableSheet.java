package org.huboutcomes.spreadsheets.model;

/// A sheet that its file lists and that cannot be read; the other sheets still can.
public record UnreadableSheet(String name, boolean hidden, UnreadableException reason) implements Sheet {

    @Override
    public Rows rows() throws UnreadableException {
        throw reason;
    }
}
