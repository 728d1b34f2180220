package org.huboutcomes.returns.conversion.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.spreadsheets.model.Row;

/// Tables beside each other with the same headings, such as a block of columns for each work group.
public final class TablesBeside {

    private static final int ROWS_LOOKED_AT = 20;
    private static final int FEWEST_HEADINGS = 2;

    private TablesBeside() {}

    /// The rows of each table in their original columns. Empty if a sheet has only one table.
    ///
    /// @param isHeading recognises the keys of known headings; each table has at least one
    public static List<SheetRows> of(SheetRows sheet, Predicate<String> isHeading) {
        for (int i = 0; i + 1 < sheet.rows().size() && i < ROWS_LOOKED_AT; i++) {
            Row heading = sheet.rows().get(i);
            List<Integer> starts = starts(heading);
            if (starts.size() < 2
                    || keys(heading, starts.get(0), starts.get(1)).stream().noneMatch(isHeading)) continue;
            List<SheetRows> tables = new ArrayList<>();
            for (int at = 0; at < starts.size(); at++) tables.add(table(sheet, heading, starts, at));
            return tables;
        }
        return List.of();
    }

    /// The columns in which the same headings begin again; fewer than two if they do not.
    private static List<Integer> starts(Row heading) {
        List<Integer> starts = new ArrayList<>();
        String first = "";
        for (int column = 0; column < heading.cells().size(); column++) {
            String key = NormalText.key(CellText.of(heading.cell(column)));
            if (key.isEmpty()) continue;
            if (first.isEmpty()) first = key;
            if (key.equals(first)) starts.add(column);
        }
        if (starts.size() < 2) return List.of();
        List<String> keys = keys(heading, starts.get(0), starts.get(1));
        boolean same = keys.size() >= FEWEST_HEADINGS;
        for (int at = 1; same && at < starts.size(); at++)
            same = keys.equals(keys(heading, starts.get(at), end(starts, at)));
        return same ? starts : List.of();
    }

    private static int end(List<Integer> starts, int at) {
        return at + 1 < starts.size() ? starts.get(at + 1) : Integer.MAX_VALUE;
    }

    private static List<String> keys(Row row, int from, int to) {
        List<String> keys = new ArrayList<>();
        for (int column = from; column < Math.min(to, row.cells().size()); column++) {
            String key = NormalText.key(CellText.of(row.cell(column)));
            if (!key.isEmpty()) keys.add(key);
        }
        return keys;
    }

    private static SheetRows table(SheetRows sheet, Row heading, List<Integer> starts, int at) {
        List<Row> rows = new ArrayList<>();
        for (Row row : sheet.rows()) {
            // The title of a table is above it, and that of the sheet above the first table.
            boolean ofAll = row.number() < heading.number() && tables(row, starts) < 2;
            Row own = ofAll ? row : SheetRows.only(row, starts.get(at), end(starts, at));
            if (!own.isBlank()) rows.add(own);
        }
        return new SheetRows(sheet.name(), rows);
    }

    private static int tables(Row row, List<Integer> starts) {
        int tables = 0;
        for (int at = 0; at < starts.size(); at++)
            if (!keys(row, starts.get(at), end(starts, at)).isEmpty()) tables++;
        return tables;
    }
}
