package org.huboutcomes.intake;

/// A sheet that is listed in its file and cannot be read, so that the sheets beside it still can be.
record LostSheet(String name, boolean hidden, Unreadable reason) implements Sheet {

    @Override
    public Rows rows() throws Unreadable {
        throw reason;
    }
}
