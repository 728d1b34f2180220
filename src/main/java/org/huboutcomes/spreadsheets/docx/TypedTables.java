package org.huboutcomes.spreadsheets.docx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.RowLayout;

/// Tables that people type with tabs: consecutive paragraphs with the same number of tabs. Other tabs are treated
/// as blanks.
final class TypedTables {

    private static final String TABS = "\\t\\s*";
    private static final int AT_LEAST = 2;

    private TypedTables() {}

    /// Replaces such paragraphs by rows of a table.
    static void laidOut(List<Row> rows) {
        int first = 0;
        while (first < rows.size()) {
            int columns = columns(rows.get(first));
            int end = first + 1;
            while (columns > 1 && end < rows.size() && columns(rows.get(end)) == columns) end++;
            List<Row> alike = rows.subList(first, end);
            boolean isTable = columns > 1 && alike.size() >= AT_LEAST && !isOfPages(alike);
            String place = isTable ? place(alike) : "";
            for (int i = 0; i < alike.size(); i++)
                alike.set(i, isTable ? row(alike.get(i), place + ", row " + (i + 1)) : withoutTabs(alike.get(i)));
            first = end;
        }
    }

    private static int columns(Row row) {
        RowLayout layout = row.layout();
        boolean mayBe = layout != null
                && !layout.table()
                && !layout.listed()
                && layout.heading() == 0
                && row.cell(0) instanceof Cell.Text text
                && text.text().indexOf('\n') < 0;
        return mayBe ? cells(row).size() : 1;
    }

    private static List<String> cells(Row row) {
        return Arrays.asList(((Cell.Text) row.cell(0)).text().split(TABS));
    }

    /// A table of contents has a page number at the end of each line.
    private static boolean isOfPages(List<Row> rows) {
        return rows.stream().allMatch(row -> {
            List<String> cells = cells(row);
            return cells.get(cells.size() - 1).matches("\\d+");
        });
    }

    private static String place(List<Row> rows) {
        return placeOf(rows.get(0)) + " to "
                + placeOf(rows.get(rows.size() - 1)).replaceAll("\\D", "");
    }

    private static String placeOf(Row row) {
        RowLayout layout = row.layout();
        return layout == null ? "" : layout.place();
    }

    private static Row row(Row row, String place) {
        List<Cell> cells = new ArrayList<>();
        for (String text : cells(row)) cells.add(new Cell.Text(text));
        return new Row(row.number(), false, cells, new RowLayout(place, 0, false, 0, true, Set.of()));
    }

    private static Row withoutTabs(Row row) {
        if (!(row.cell(0) instanceof Cell.Text text) || text.text().indexOf('\t') < 0) return row;
        List<Cell> cells = new ArrayList<>(row.cells());
        cells.set(0, new Cell.Text(text.text().replace('\t', ' ')));
        return new Row(row.number(), row.hidden(), cells, row.layout());
    }
}
