package org.huboutcomes.returns;

import java.util.HashMap;
import java.util.Map;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.values.Ditto;
import org.huboutcomes.spreadsheets.model.Row;
import org.jspecify.annotations.Nullable;

/// The value of the row above in a column, skipping rows marked as the same.
final class RowAbove {

    private final Map<Integer, String> same = new HashMap<>();
    private @Nullable Row row;

    void isNow(Row next) {
        row = next;
    }

    /// The value for a cell that says "same as above".
    String of(int column) {
        if (row == null) return "";
        String text = Ditto.isSaid(row.cell(column)) ? same.getOrDefault(column, "") : CellText.of(row.cell(column));
        same.put(column, text);
        return text;
    }
}
