package org.huboutcomes.returns.conversion.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;

/// A register with one row for each person and session: it has a column of dates, one of attendance, and the same
/// people at each date. It is rearranged to one column for each session, as most registers have.
///
/// @param rows one row for each person, at the number of the person's last row
/// @param read the number of rows that were combined
public record SessionRows(SheetRows rows, int read) {

    private static final int ROWS_LOOKED_AT = 20;
    private static final int MOST_SESSIONS = 60;
    private static final double NEARLY_ALL = 0.9;

    /// A column of dates, and one of marks.
    private record Columns(int dates, int marks) {}

    /// @param isMark whether a cell gives attendance
    public static Optional<SessionRows> of(SheetRows sheet, Predicate<Cell> isMark) {
        List<Row> rows = sheet.rows();
        for (int i = 0; i + 2 < rows.size() && i < ROWS_LOOKED_AT; i++) {
            int heading = i;
            List<Row> below = rows.subList(i + 1, rows.size());
            Optional<SessionRows> found =
                    columns(rows.get(i), below, isMark).flatMap(columns -> laidOut(sheet, heading, below, columns));
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private static Optional<Columns> columns(Row heading, List<Row> below, Predicate<Cell> isMark) {
        OptionalInt dates = column(heading, below, SessionRows::isDate);
        OptionalInt marks = column(heading, below, isMark);
        return dates.isPresent() && marks.isPresent()
                ? Optional.of(new Columns(dates.getAsInt(), marks.getAsInt()))
                : Optional.empty();
    }

    /// The only column in which nearly all cells match.
    private static OptionalInt column(Row heading, List<Row> below, Predicate<Cell> such) {
        int[] found = IntStream.range(0, heading.cells().size())
                .filter(column -> heading.cell(column) instanceof Cell.Text)
                .filter(column -> ColumnValues.of(below, column).share(such) >= NEARLY_ALL)
                .toArray();
        return found.length == 1 ? OptionalInt.of(found[0]) : OptionalInt.empty();
    }

    private static boolean isDate(Cell cell) {
        return cell instanceof Cell.Moment
                || cell instanceof Cell.Text && CellText.of(cell).matches("\\d{1,2}[/.-]\\d{1,2}[/.-](?:20)?\\d{2}");
    }

    /// Empty if some people have no row for most of the sessions: which were offered to them is unknown.
    private static Optional<SessionRows> laidOut(SheetRows sheet, int heading, List<Row> below, Columns columns) {
        Map<List<String>, Map<String, Cell>> people = new LinkedHashMap<>();
        Map<List<String>, Row> last = new LinkedHashMap<>();
        Map<String, Cell> sessions = new LinkedHashMap<>();
        List<Row> others = new ArrayList<>();
        int read = 0;
        for (Row row : below) {
            if (!isDate(row.cell(columns.dates()))) {
                others.add(row);
                continue;
            }
            String date = CellText.of(row.cell(columns.dates()));
            List<String> person = person(row, columns);
            last.put(person, row);
            Cell twice = people.computeIfAbsent(person, none -> new LinkedHashMap<>())
                    .put(date, row.cell(columns.marks()));
            if (twice != null) return Optional.empty();
            sessions.putIfAbsent(date, row.cell(columns.dates()));
            read++;
        }
        boolean grid = sessions.size() > 1
                && sessions.size() <= MOST_SESSIONS
                && read >= NEARLY_ALL * people.size() * sessions.size();
        if (!grid) return Optional.empty();
        Row head = sheet.rows().get(heading);
        List<Row> rows = new ArrayList<>(sheet.rows().subList(0, heading));
        rows.add(wide(head, columns, List.copyOf(sessions.values()), head));
        people.forEach((person, marks) -> rows.add(wide(
                last.getOrDefault(person, head),
                columns,
                sessions.keySet().stream()
                        .map(date -> marks.getOrDefault(date, Cell.BLANK))
                        .toList(),
                head)));
        rows.addAll(others);
        rows.sort(Comparator.comparingInt(Row::number));
        return Optional.of(new SessionRows(new SheetRows(sheet.name(), List.copyOf(rows)), read));
    }

    private static List<String> person(Row row, Columns columns) {
        return IntStream.range(0, row.cells().size())
                .filter(column -> column != columns.dates() && column != columns.marks())
                .mapToObj(column -> CellText.of(row.cell(column)))
                .toList();
    }

    /// A row without its date and its mark, with its sessions after the last heading.
    private static Row wide(Row row, Columns columns, List<Cell> sessions, Row heading) {
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < heading.cells().size(); column++)
            cells.add(column == columns.dates() || column == columns.marks() ? Cell.BLANK : row.cell(column));
        cells.addAll(sessions);
        return new Row(row.number(), row.hidden(), cells);
    }
}
