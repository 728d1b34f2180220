package org.huboutcomes.returns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.recognition.RecognisedTable;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.spreadsheets.model.Row;

/// The repeated columns of a question in a form with branches: a respondent answers it in only one of them.
record TwinColumns(Map<Integer, List<Integer>> twins) {

    private static final int DIFFERENT = -1;

    static TwinColumns of(RecognisedTable sheet) {
        Map<Integer, List<Integer>> twins = new HashMap<>();
        if (sheet.type().fromPlatforms()) {
            Map<Field, Integer> columns = sheet.byField();
            Map<String, Field> known = sheet.type().byHeading();
            for (int twin : sheet.twice()) {
                Field field =
                        known.get(NormalText.key(CellText.of(sheet.heading().cell(twin))));
                Integer column = field == null ? null : columns.get(field);
                if (column != null)
                    twins.computeIfAbsent(column, none -> new ArrayList<>()).add(twin);
            }
        }
        return new TwinColumns(twins);
    }

    /// The column with the answer to the question; -1 if several have different answers.
    int filled(Row row, int column) {
        List<Integer> others = twins.get(column);
        if (others == null) return column;
        int filled = column;
        for (int twin : others) {
            if (row.cell(twin).isBlank()) continue;
            if (row.cell(filled).isBlank()) filled = twin;
            else if (!isSame(row, filled, twin)) return DIFFERENT;
        }
        return filled;
    }

    /// The repeated column whose answer differs from that in the given column.
    int differing(Row row, int column) {
        for (int twin : twins.getOrDefault(column, List.of()))
            if (!row.cell(twin).isBlank() && !isSame(row, column, twin)) return twin;
        return column;
    }

    private static boolean isSame(Row row, int one, int other) {
        return NormalText.key(CellText.of(row.cell(one))).equals(NormalText.key(CellText.of(row.cell(other))));
    }
}
