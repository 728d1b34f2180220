package org.huboutcomes.returns.conversion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huboutcomes.returns.conversion.ConvertedTable.Entry;
import org.huboutcomes.returns.conversion.ConvertedTable.Mark;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.recognition.RecognisedTable;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.values.Ditto;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;
import org.jspecify.annotations.Nullable;

/// Replaces cells marked "same as above" by the value above. Each is queried.
final class SameAsAbove {

    private @Nullable Row above;

    /// The marks in the last filled row, by column.
    private Map<Integer, String> marks = Map.of();

    Row filled(Row row) {
        Map<Integer, String> said = new HashMap<>();
        List<Cell> cells = new ArrayList<>(row.cells());
        Row before = above;
        for (int column = 0; before != null && column < cells.size(); column++)
            if (Ditto.isSaid(cells.get(column))) {
                said.put(column, CellText.of(cells.get(column)));
                cells.set(column, before.cell(column));
            }
        marks = said;
        Row filled = said.isEmpty() ? row : new Row(row.number(), row.hidden(), cells);
        above = filled;
        return filled;
    }

    /// The entry of a field in the last filled row, as a guess if it was taken from above.
    Entry asked(Entry entry, @Nullable ColumnMatch match, Row row, int line, int column, Remarks remarks) {
        String mark = match == null ? null : marks.get(match.column());
        if (mark == null || match == null || entry.mark() == Mark.GAP) return entry;
        // The remark about the value itself belongs to the cell above.
        remarks.forget(line, column);
        remarks.add(
                Rule.VALUE_GUESSED,
                row.number(),
                RecognisedTable.address(match.column(), row.number()),
                match.field(),
                mark,
                line,
                column,
                true,
                "meant",
                CellText.of(entry.cell()));
        return new Entry(entry.cell(), Mark.GUESS);
    }
}
