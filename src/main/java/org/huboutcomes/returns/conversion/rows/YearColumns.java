package org.huboutcomes.returns.conversion.rows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;

/// Splits columns for each academic year if the return has a column for the year: "Places filled 2021/22", "Places
/// filled 2022/23", or a row of years above "Stage" and "Status". Each row becomes one row for each year with a
/// value.
public final class YearColumns {

    private static final int ROWS_LOOKED_AT = 20;
    private static final int LONGEST_HEADING = 60;
    private static final Pattern EDGES =
            Pattern.compile("^[\\s:,(\\[\u2013\u2014-]+|[\\s:,(\\[)\\]\u2013\u2014-]+$|\\(\\s*\\)");
    private static final Pattern YEAR = Pattern.compile(
            "(?i)\\(?\\b(?:AY ?)?(?:20)?\\d\\d ?[/\u2013\u2014-] ?(?:20)?\\d\\d\\b\\)?|\\b(?:AY ?)?20\\d{4}\\b");
    private static final Pattern COUNT = Pattern.compile("\\d{1,7}(?:\\.\\d{1,9})?%?");

    private final Set<String> headings;
    private final String title;
    private final String total;

    /// @param headings possible headings of the column of the year
    /// @param title its heading here
    /// @param total the heading of a column of totals
    public YearColumns(Set<String> headings, String title, String total) {
        this.headings = headings;
        this.title = title;
        this.total = total;
    }

    /// A heading row and, by the name that its columns share, the column of each year.
    private record Head(int index, boolean twoRows, Map<String, Map<AcademicYear, Integer>> groups) {

        /// Whether a group occurs in several years.
        boolean isOfYears() {
            return groups.values().stream().anyMatch(group -> group.size() > 1);
        }

        List<AcademicYear> years() {
            return groups.values().stream()
                    .flatMap(group -> group.keySet().stream())
                    .distinct()
                    .toList();
        }

        List<Integer> columns() {
            return groups.values().stream()
                    .flatMap(group -> group.values().stream())
                    .sorted()
                    .toList();
        }

        static int first(Map<AcademicYear, Integer> group) {
            return Collections.min(group.values());
        }
    }

    /// Empty if there are no such columns.
    public Optional<TermColumns> of(SheetRows sheet) {
        return of(sheet, false);
    }

    /// As above for totals, whose headings may be only the year.
    public Optional<TermColumns> ofTotals(SheetRows sheet) {
        return of(sheet, true);
    }

    private Optional<TermColumns> of(SheetRows sheet, boolean areTotals) {
        List<Row> rows = sheet.rows();
        for (int i = 0; i + 1 < rows.size() && i < ROWS_LOOKED_AT; i++) {
            Optional<Head> head = head(rows, i, areTotals);
            if (head.isPresent()) return Optional.of(unfolded(sheet, head.get()));
        }
        return Optional.empty();
    }

    private Optional<Head> head(List<Row> rows, int index, boolean areTotals) {
        Row row = rows.get(index);
        Map<Integer, AcademicYear> years = new TreeMap<>();
        for (int column = 0; column < row.cells().size(); column++) {
            int at = column;
            yearOf(row.cell(column)).ifPresent(year -> years.put(at, year));
        }
        if (years.values().stream().distinct().count() < 2) return Optional.empty();
        boolean bare =
                years.keySet().stream().allMatch(column -> without(row, column).isEmpty());
        Optional<Head> under = bare && index + 2 < rows.size()
                ? below(row, rows.get(index + 1), index, years).filter(Head::isOfYears)
                : Optional.empty();
        Optional<Head> head = under.isPresent() || bare && !areTotals
                ? under
                : beside(row, index, years).filter(one -> areCounts(rows, one));
        return head.filter(Head::isOfYears)
                .filter(one -> !hasYear(rows.get(one.index())) && !hasYear(rows.get(heading(one))));
    }

    /// The year is in the heading of each column.
    private static Optional<Head> beside(Row row, int index, Map<Integer, AcademicYear> years) {
        Map<String, Map<AcademicYear, Integer>> groups = new LinkedHashMap<>();
        for (Map.Entry<Integer, AcademicYear> one : years.entrySet()) {
            String name = NormalText.key(without(row, one.getKey()));
            Integer twice = groups.computeIfAbsent(name, none -> new TreeMap<>(YearColumns::inOrder))
                    .put(one.getValue(), one.getKey());
            if (twice != null) return Optional.empty();
        }
        return Optional.of(new Head(index, false, groups));
    }

    /// The years are in a row above the headings, each above its columns.
    private static Optional<Head> below(Row upper, Row lower, int index, Map<Integer, AcademicYear> years) {
        boolean words = lower.cells().stream().allMatch(cell -> cell.isBlank() || cell instanceof Cell.Text);
        if (!words || lower.number() != upper.number() + 1) return Optional.empty();
        Map<String, Map<AcademicYear, Integer>> groups = new LinkedHashMap<>();
        List<Integer> starts = List.copyOf(years.keySet());
        int widest = IntStream.range(1, starts.size())
                .map(i -> starts.get(i) - starts.get(i - 1))
                .max()
                .orElse(1);
        AcademicYear year = null;
        int from = 0;
        for (int column = 0; column < lower.cells().size(); column++) {
            if (!upper.cell(column).isBlank()) {
                year = years.get(column);
                from = column;
            }
            // Headings further to the right of the last year do not belong to it.
            if (year == null || column - from >= widest || lower.cell(column).isBlank()) continue;
            String name = NormalText.key(CellText.of(lower.cell(column)));
            Integer twice = groups.computeIfAbsent(name, none -> new TreeMap<>(YearColumns::inOrder))
                    .put(year, column);
            if (twice != null) return Optional.empty();
        }
        return Optional.of(new Head(index, true, groups));
    }

    private static int inOrder(AcademicYear one, AcademicYear other) {
        return Integer.compare(one.timePeriod(), other.timePeriod());
    }

    /// Whether columns headed only by a year have counts. Words, such as stages, are read unchanged.
    private static boolean areCounts(List<Row> rows, Head head) {
        List<Cell> filled = rows.subList(head.index() + 1, rows.size()).stream()
                .flatMap(row -> head.columns().stream().map(row::cell))
                .filter(cell -> !cell.isBlank())
                .toList();
        long counts = filled.stream()
                .filter(cell -> COUNT.matcher(CellText.of(cell)).matches())
                .count();
        return counts * 2 > filled.size();
    }

    private boolean hasYear(Row row) {
        return row.cells().stream().anyMatch(cell -> headings.contains(NormalText.key(CellText.of(cell))));
    }

    private static int heading(Head head) {
        return head.index() + (head.twoRows() ? 1 : 0);
    }

    private static Optional<AcademicYear> yearOf(Cell cell) {
        String text = CellText.of(cell);
        if (!(cell instanceof Cell.Text) || text.length() > LONGEST_HEADING) return Optional.empty();
        List<AcademicYear> years = YEAR.matcher(text)
                .results()
                .flatMap(year -> AcademicYear.parse(year.group().replaceAll("[()]", "")).stream())
                .toList();
        return years.size() == 1 ? Optional.of(years.get(0)) : Optional.empty();
    }

    private static String without(Row row, int column) {
        String text = YEAR.matcher(CellText.of(row.cell(column))).replaceAll(" ");
        return EDGES.matcher(EDGES.matcher(text).replaceAll("")).replaceAll("");
    }

    private TermColumns unfolded(SheetRows sheet, Head head) {
        int heading = heading(head);
        int width =
                sheet.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        Set<Integer> columns = new LinkedHashSet<>(head.columns());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < sheet.rows().size(); i++) {
            Row row = sheet.rows().get(i);
            if (i < head.index()) rows.add(row);
            // Headings above other columns, such as the group "School", are kept.
            else if (i < heading) rows.add(blank(row, columns));
            else if (i == heading) rows.add(headingOf(row, head, columns, width));
            else rows.addAll(ofYears(row, head, columns, width));
        }
        Map<Integer, TermColumns.Joined> joined = new LinkedHashMap<>();
        head.groups().values().forEach(group -> {
            List<String> own = group.values().stream()
                    .sorted()
                    .map(column -> own(sheet, head, column))
                    .toList();
            joined.put(
                    Head.first(group),
                    new TermColumns.Joined(
                            group.size(), own.get(0), own.get(own.size() - 1), TermColumns.How.BY_YEAR, own));
        });
        return new TermColumns(new SheetRows(sheet.name(), List.copyOf(rows)), joined);
    }

    private static String own(SheetRows sheet, Head head, int column) {
        Row upper = sheet.rows().get(head.index());
        if (!head.twoRows()) return CellText.of(upper.cell(column));
        String year = IntStream.rangeClosed(0, column)
                .map(back -> column - back)
                .mapToObj(at -> CellText.of(upper.cell(at)))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return year + " " + CellText.of(sheet.rows().get(head.index() + 1).cell(column));
    }

    private static Row blank(Row row, Set<Integer> columns) {
        List<Cell> cells = new ArrayList<>(row.cells());
        columns.stream().filter(column -> column < cells.size()).forEach(column -> cells.set(column, Cell.BLANK));
        return new Row(row.number(), row.hidden(), cells);
    }

    private static List<Cell> wide(Row row, Set<Integer> columns, int width) {
        List<Cell> cells = new ArrayList<>(blank(row, columns).cells());
        while (cells.size() <= width) cells.add(Cell.BLANK);
        return cells;
    }

    private Row headingOf(Row row, Head head, Set<Integer> columns, int width) {
        List<Cell> cells = wide(row, columns, width);
        head.groups().values().forEach(group -> {
            int first = Head.first(group);
            String text = head.twoRows() ? CellText.of(row.cell(first)) : without(row, first);
            cells.set(first, new Cell.Text(text.isEmpty() ? total : text));
        });
        cells.set(width, new Cell.Text(title));
        return new Row(row.number(), row.hidden(), cells);
    }

    /// One row for each year with a value; a note or a title is not changed.
    private static List<Row> ofYears(Row row, Head head, Set<Integer> columns, int width) {
        List<Row> rows = new ArrayList<>();
        for (AcademicYear year :
                head.years().stream().sorted(YearColumns::inOrder).toList()) {
            List<Cell> cells = wide(row, columns, width);
            boolean filled = false;
            for (Map<AcademicYear, Integer> group : head.groups().values()) {
                if (!group.containsKey(year)) continue;
                Cell cell = row.cell(Objects.requireNonNull(group.get(year)));
                cells.set(Head.first(group), cell);
                filled |= !cell.isBlank();
            }
            if (!filled) continue;
            cells.set(width, new Cell.Text(year.label()));
            rows.add(new Row(row.number(), row.hidden(), cells));
        }
        return rows.isEmpty() ? List.of(row) : rows;
    }
}
