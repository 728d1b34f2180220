package org.huboutcomes.intake;

/// One table of a dropped file: a worksheet, a CSV file, or a member of a zip.
public interface Sheet {

    /// The name as the person who made the file sees it.
    String name();

    boolean hidden();

    Rows rows() throws Unreadable;

    /// Which cells are merged. It takes a reading of the sheet of its own, since a worksheet tells it after its rows.
    default MergedCells merged() throws Unreadable {
        return MergedCells.NONE;
    }
}
