package org.huboutcomes.returns.conversion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.Rows;
import org.huboutcomes.spreadsheets.model.Sheet;
import org.huboutcomes.spreadsheets.model.UnreadableException;

/// All rows of a sheet that people keep by hand, which is small enough to be looked at as a whole.
record SheetRows(String name, List<Row> rows) {

    private static final int MOST_ROWS = 5_000;
    private static final int MOST_COLUMNS = 300;

    /// @return empty where the sheet is larger than anybody keeps by hand, or cannot be read
    static Optional<SheetRows> of(Sheet sheet) {
        List<Row> read = new ArrayList<>();
        try (Rows rows = sheet.rows()) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (row.isBlank()) continue;
                if (read.size() == MOST_ROWS || row.cells().size() > MOST_COLUMNS) return Optional.empty();
                read.add(row);
            }
        } catch (UnreadableException alreadyTold) {
            return Optional.empty();
        }
        return Optional.of(new SheetRows(sheet.name(), List.copyOf(read)));
    }

    /// The rows below a heading row.
    List<Row> below(int heading) {
        return rows.stream().filter(row -> row.number() > heading).toList();
    }

    /// The rows above a heading row.
    List<Row> above(int heading) {
        return rows.stream().filter(row -> row.number() < heading).toList();
    }
}
