package org.huboutcomes.returns.values;

import java.util.Set;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.spreadsheets.model.Cell;

/// Marks that mean the value in the row above.
public final class Ditto {

    /// "Do" alone may also be a name.
    private static final KnownWords MARKS = new KnownWords(Set.of(
            "\"",
            "''",
            "\u201c",
            "\u201d",
            "\u3003",
            "^",
            "\u2191",
            "ditto",
            "do.",
            "Do.",
            "as above",
            "same as above"));

    private Ditto() {}

    public static boolean isSaid(Cell cell) {
        return cell instanceof Cell.Text && MARKS.contains(CellText.of(cell));
    }
}
