package org.huboutcomes.returns.conversion.rows;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.Rows;
import org.huboutcomes.spreadsheets.model.Sheet;
import org.huboutcomes.spreadsheets.model.UnreadableException;

/// The rows of a sheet that people maintain by hand.
public record SheetRows(String name, List<Row> rows) {

    private static final int MOST_ROWS = 20_000;
    private static final int MOST_CELLS = 400_000;
    private static final int ROWS_LOOKED_AT = 5_000;
    private static final int MOST_COLUMNS = 300;

    /// @return empty if the sheet is too large to be maintained by hand, or cannot be read
    public static Optional<SheetRows> of(Sheet sheet) {
        List<Row> read = new ArrayList<>();
        boolean all = read(sheet, read, MOST_ROWS);
        return all ? Optional.of(new SheetRows(sheet.name(), List.copyOf(read))) : Optional.empty();
    }

    /// The first rows of a sheet that may have more.
    public static SheetRows first(Sheet sheet) {
        List<Row> read = new ArrayList<>();
        read(sheet, read, ROWS_LOOKED_AT);
        return new SheetRows(sheet.name(), List.copyOf(read));
    }

    /// Whether all rows were read.
    private static boolean read(Sheet sheet, List<Row> read, int most) {
        int cells = 0;
        try (Rows rows = sheet.rows()) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (row.isBlank()) continue;
                cells += row.cells().size();
                if (read.size() == most || cells > MOST_CELLS || row.cells().size() > MOST_COLUMNS) return false;
                read.add(row);
            }
        } catch (UnreadableException alreadyTold) {
            return false;
        }
        return true;
    }

    /// The rows in which every cell is struck through.
    public static BitSet struck(Sheet sheet) {
        try (Rows rows = sheet.rows()) {
            Row row = rows.next();
            while (row != null) row = rows.next();
            return rows.struckRows();
        } catch (UnreadableException alreadyTold) {
            return new BitSet();
        }
    }

    /// A row with only some of its columns.
    ///
    /// @param to the first column after them
    public static Row only(Row row, int from, int to) {
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < Math.min(to, row.cells().size()); column++)
            cells.add(column < from ? Cell.BLANK : row.cell(column));
        return new Row(row.number(), row.hidden(), cells);
    }

    /// The rows below a heading row.
    public List<Row> below(int heading) {
        return rows.stream().filter(row -> row.number() > heading).toList();
    }

    /// The rows above a heading row.
    public List<Row> above(int heading) {
        return rows.stream().filter(row -> row.number() < heading).toList();
    }
}
