package org.huboutcomes.spreadsheets.model;

import java.util.Optional;

/// One table of a dropped file: a worksheet, a CSV file, or a member of a zip.
public interface Sheet {

    /// The name as shown to the author.
    String name();

    boolean hidden();

    Rows rows() throws UnreadableException;

    /// The merged cells. This reads the sheet again, because a worksheet stores them after its rows.
    default MergedCells merged() throws UnreadableException {
        return MergedCells.NONE;
    }

    /// The fill colours of its cells. This reads the sheet again.
    default CellFills fills() throws UnreadableException {
        return CellFills.NONE;
    }

    /// The parts of a text document besides its text; empty for a spreadsheet.
    default Optional<DocumentParts> document() {
        return Optional.empty();
    }
}
