package org.huboutcomes.returns.values;

import java.util.Set;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.spreadsheets.model.Cell;

/// Marks that stand for the value in the row above.
public final class Ditto {

    /// "Do" alone is a name too.
    private static final Set<String> MARKS = Set.of(
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
            "same as above");
    private static final int LONGEST = 14;

    private Ditto() {}

    /// Most cells hold something longer, or a number.
    public static boolean isSaid(Cell cell) {
        if (!(cell instanceof Cell.Text text) || text.text().length() > LONGEST) return false;
        String shown = CellText.of(cell);
        if (shown.isEmpty() || Character.isDigit(shown.charAt(0))) return false;
        return MARKS.contains(shown) || MARKS.contains(NormalText.key(shown));
    }
}
