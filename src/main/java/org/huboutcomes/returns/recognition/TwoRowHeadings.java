package org.huboutcomes.returns.recognition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;

/// Headings in two rows: some are in the upper row and merged downwards, others are in the lower row below a
/// shared group. "Sessions" above "offered" and "attended" gives "Sessions offered" and "Sessions attended".
public final class TwoRowHeadings {

    private TwoRowHeadings() {}

    /// Combines two rows at the position of the lower one.
    public static Row of(Row upper, Row lower, Map<String, Field> known) {
        List<Cell> cells = new ArrayList<>();
        String group = "";
        int width = Math.max(upper.cells().size(), lower.cells().size());
        Set<String> twice = twice(lower);
        for (int column = 0; column < width; column++) {
            String above = CellText.of(upper.cell(column));
            if (!above.isEmpty()) group = above;
            cells.add(joined(group, upper.cell(column), lower.cell(column), known, twice));
        }
        return new Row(lower.number(), lower.hidden(), cells);
    }

    /// The headings that occur more than once in a row, which their groups distinguish.
    private static Set<String> twice(Row row) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        for (Cell cell : row.cells())
            if (!cell.isBlank() && !seen.add(NormalText.key(CellText.of(cell))))
                twice.add(NormalText.key(CellText.of(cell)));
        return twice;
    }

    private static Cell joined(String group, Cell above, Cell below, Map<String, Field> known, Set<String> twice) {
        if (below.isBlank()) return above;
        String own = CellText.of(below);
        String both = group + " " + own;
        String key = NormalText.key(own);
        boolean apart = !group.isEmpty() && twice.contains(key);
        return !known.containsKey(key) && (apart || known.containsKey(NormalText.key(both)))
                ? new Cell.Text(both)
                : below;
    }
}
