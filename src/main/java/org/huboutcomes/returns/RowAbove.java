package org.huboutcomes.returns;

import java.util.HashMap;
import java.util.Map;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.values.Ditto;
import org.huboutcomes.spreadsheets.model.Row;
import org.jspecify.annotations.Nullable;

/// What the row above has in a column, through rows that say that they have the same.
final class RowAbove {

    private final Map<Integer, String> same = new HashMap<>();
    private @Nullable Row row;

    void isNow(Row next) {
        row = next;
    }

    /// Asked of a cell that says that it is the same as above.
    String of(int column) {
        if (row == null) return "";
        String text = Ditto.isSaid(row.cell(column)) ? same.getOrDefault(column, "") : CellText.of(row.cell(column));
        same.put(column, text);
        return text;
    }
}
