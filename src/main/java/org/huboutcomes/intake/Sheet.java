package org.huboutcomes.intake;

/// One table of a dropped file: a worksheet, a CSV file, or a member of a zip.
public interface Sheet {

    /// The name as the person who made the file sees it.
    String name();

    boolean hidden();

    Rows rows() throws Unreadable;
}
