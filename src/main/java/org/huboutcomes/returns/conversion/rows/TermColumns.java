package org.huboutcomes.returns.conversion.rows;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.NumberFormat;
import org.huboutcomes.spreadsheets.model.Row;
import org.jspecify.annotations.Nullable;

/// Joins columns for each term if the return has one for the year: "Places offered Autumn", "Places offered
/// Spring", or a row of terms above "Offered" and "Attended". Counts are added up; for words, such as a stage, the
/// last filled term gives the value at the end of the year. Terms of several academic years are not joined.
///
/// @param rows the rows of the sheet, with one column for each such group
/// @param joined by column, the columns that it was joined from
public record TermColumns(SheetRows rows, Map<Integer, Joined> joined) {

    private static final int ROWS_LOOKED_AT = 20;
    private static final Pattern TERM = Pattern.compile("(?i)[(\\[]?\\b(?:20\\d\\d(?: ?[/\u2013-] ?(?:20)?\\d\\d)? )?"
            + "(?:" + Term.NAME + "(?: ?[12])?|(?:half[ -]?)?term ?[1-6])\\b"
            + "(?:,? ?[(']?(?:20)?\\d\\d(?: ?[/\u2013-] ?(?:20)?\\d\\d)?)?[)\\]]?"
            + "|[(\\[]?\\b(?:(?:at|in|at the) )?(?:" + Term.EDGE_OF_YEAR + "\\b|" + Term.MONTH
            + "(?:[ '/\u2019\u2013-]{0,2}(?:20)?\\d\\d)?(?!\\w))[)\\]]?");
    private static final Pattern EDGES = Pattern.compile("^[\\s:,\u2013-]+|[\\s:,\u2013-]+$");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,7}(?:\\.0+)?");
    private static final Pattern WORD = Pattern.compile(".*\\p{L}{3}.*");

    /// How the values of joined columns are combined.
    public enum How {
        ADDED_UP("added up and read"),
        LAST_FILLED("the last that is filled was read"),
        BY_YEAR("each read in a row of its own");

        private final String words;

        How(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// @param first the heading of the column of the first term
    /// @param headings the original headings of all its columns, from left to right
    public record Joined(int count, String first, String last, How how, List<String> headings) {}

    /// A heading row, and the columns of each group in it.
    private record Head(int index, boolean twoRows, Map<String, List<Integer>> groups, Map<Integer, String> terms) {}

    /// @param isMark whether a cell gives attendance, as that of a session does
    public static TermColumns of(SheetRows sheet, Predicate<Cell> isMark) {
        List<Row> rows = sheet.rows();
        for (int i = 0; i + 1 < rows.size() && i < ROWS_LOOKED_AT; i++) {
            Head head = head(rows, i);
            if (head.groups().isEmpty()) continue;
            return joined(sheet, head, isMark);
        }
        return new TermColumns(sheet, Map.of());
    }

    private static Head head(List<Row> rows, int index) {
        Row row = rows.get(index);
        Map<Integer, String> terms = new HashMap<>();
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int column = 0; column < row.cells().size(); column++) {
            String text = CellText.of(row.cell(column));
            if (!(row.cell(column) instanceof Cell.Text) || !TERM.matcher(text).find()) continue;
            terms.put(column, text);
            groups.computeIfAbsent(without(text), none -> new ArrayList<>()).add(column);
        }
        groups.values().removeIf(columns -> areOne(columns, terms));
        boolean onlyTerms = groups.size() == 1 && groups.containsKey("");
        Map<String, List<Integer>> below =
                onlyTerms && index + 2 < rows.size() ? below(row, rows.get(index + 1), terms) : Map.of();
        return below.isEmpty() ? new Head(index, false, groups, terms) : new Head(index, true, below, terms);
    }

    /// The headings that occur more than once in the row below the terms.
    private static Map<String, List<Integer>> below(Row upper, Row lower, Map<Integer, String> terms) {
        boolean words = lower.cells().stream().allMatch(cell -> cell.isBlank() || cell instanceof Cell.Text);
        if (!words || lower.number() != upper.number() + 1) return Map.of();
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        int widest = widest(terms.keySet());
        int from = -1;
        for (int column = 0; column < lower.cells().size(); column++) {
            if (!upper.cell(column).isBlank()) from = terms.containsKey(column) ? column : -1;
            if (from < 0 || column - from >= widest || lower.cell(column).isBlank()) continue;
            terms.put(column, terms.getOrDefault(from, ""));
            groups.computeIfAbsent(NormalText.key(CellText.of(lower.cell(column))), none -> new ArrayList<>())
                    .add(column);
        }
        return groups.values().stream().allMatch(columns -> areOne(columns, terms)) ? Map.of() : groups;
    }

    /// The maximum number of columns for a term: headings further right of the last are not part of it.
    private static int widest(Set<Integer> columns) {
        List<Integer> sorted = columns.stream().sorted().toList();
        int widest = 1;
        for (int i = 1; i < sorted.size(); i++) widest = Math.max(widest, sorted.get(i) - sorted.get(i - 1));
        return widest;
    }

    /// Whether there is only one term, so that there is nothing to join.
    private static boolean areOne(List<Integer> columns, Map<Integer, String> terms) {
        Set<String> distinct = new LinkedHashSet<>();
        columns.forEach(column -> distinct.add(terms.getOrDefault(column, "").toLowerCase(Locale.ROOT)));
        return columns.size() < 2 || distinct.size() < columns.size();
    }

    private static String without(String heading) {
        return NormalText.key(
                EDGES.matcher(TERM.matcher(heading).replaceAll(" ")).replaceAll(""));
    }

    private static TermColumns joined(SheetRows sheet, Head head, Predicate<Cell> isMark) {
        int heading = head.index() + (head.twoRows() ? 1 : 0);
        List<Row> below = sheet.rows().subList(heading + 1, sheet.rows().size());
        Map<Integer, Joined> joined = new LinkedHashMap<>();
        Map<Integer, List<Integer>> columns = new LinkedHashMap<>();
        Set<String> apart = new LinkedHashSet<>();
        head.groups().forEach((name, group) -> {
            List<Cell> filled = below.stream()
                    .flatMap(row -> group.stream().map(row::cell))
                    .filter(cell -> !cell.isBlank())
                    .toList();
            boolean counts = share(filled, TermColumns::isCount) > 0.5;
            boolean words = !counts && share(filled, cell -> isWord(cell) && !isMark.test(cell)) > 0.5;
            boolean sure = filled.stream().noneMatch(TermColumns::isTermOrShare);
            List<Integer> inOrder = areOne(group, head.terms()) ? List.of() : inOrder(group, head.terms());
            // A monthly count may be for that month or for the year to date, so it is ambiguous.
            boolean days = !inOrder.isEmpty() && kind(head, inOrder.get(0)) == Term.Kind.DAY;
            if (!sure
                    || inOrder.isEmpty()
                    || !counts && !words
                    || days && (counts || !saysWhat(name))
                    || counts && name.isEmpty()) {
                if (!filled.isEmpty() && (head.twoRows() || !sure)) apart.add(name);
                return;
            }
            columns.put(group.get(0), inOrder);
            joined.put(
                    group.get(0),
                    new Joined(
                            group.size(),
                            head.terms().getOrDefault(inOrder.get(0), ""),
                            head.terms().getOrDefault(inOrder.get(inOrder.size() - 1), ""),
                            counts ? How.ADDED_UP : How.LAST_FILLED,
                            group.stream()
                                    .map(column -> own(sheet, head, column))
                                    .toList()));
        });
        // Attendance of one term is not a share of all sessions.
        if (joined.isEmpty() || !apart.isEmpty()) return new TermColumns(sheet, Map.of());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < sheet.rows().size(); i++) {
            Row row = sheet.rows().get(i);
            if (i < head.index()) rows.add(row);
            else if (i < heading) rows.add(with(row, blanks(head.terms().keySet())));
            else if (i == heading) rows.add(with(row, headings(head, row, columns)));
            else rows.add(with(row, values(row, columns, joined)));
        }
        return new TermColumns(new SheetRows(sheet.name(), List.copyOf(rows)), joined);
    }

    /// Whether a heading has more than its month: "5 October" is a day, and so is the month alone.
    private static boolean saysWhat(String name) {
        return WORD.matcher(name).matches();
    }

    private static Term.@Nullable Kind kind(Head head, int column) {
        return Term.in(head.terms().getOrDefault(column, "")).map(Term::kind).orElse(null);
    }

    private static String own(SheetRows sheet, Head head, int column) {
        String term = head.terms().getOrDefault(column, "");
        return head.twoRows()
                ? term + " " + CellText.of(sheet.rows().get(head.index() + 1).cell(column))
                : term;
    }

    /// The columns from the first term to the last; empty if they are of several academic years, or if their order
    /// is unknown.
    private static List<Integer> inOrder(List<Integer> columns, Map<Integer, String> headings) {
        Map<Integer, Term> terms = new HashMap<>();
        columns.forEach(
                column -> Term.in(headings.getOrDefault(column, "")).ifPresent(term -> terms.put(column, term)));
        boolean halves = terms.values().stream().anyMatch(term -> term.kind() == Term.Kind.NUMBER && term.number() > 3);
        boolean mixed = terms.values().stream().map(Term::kind).distinct().count() > 1;
        long years = terms.values().stream()
                .flatMap(term -> term.academicYear(halves).stream())
                .distinct()
                .count();
        if (mixed || years > 1 || terms.size() < columns.size()) return List.of();
        return columns.stream()
                .sorted(Comparator.comparingInt(
                        column -> Objects.requireNonNull(terms.get(column)).number()))
                .toList();
    }

    private static Map<Integer, Cell> blanks(Set<Integer> columns) {
        Map<Integer, Cell> blank = new HashMap<>();
        columns.forEach(column -> blank.put(column, Cell.BLANK));
        return blank;
    }

    private static Map<Integer, Cell> headings(Head head, Row row, Map<Integer, List<Integer>> columns) {
        Map<Integer, Cell> cells = new HashMap<>();
        columns.forEach((first, group) -> {
            group.forEach(column -> cells.put(column, Cell.BLANK));
            String text = CellText.of(row.cell(first));
            String base = head.twoRows()
                    ? text
                    : EDGES.matcher(TERM.matcher(text).replaceAll(" ")).replaceAll("");
            cells.put(first, new Cell.Text(base.isEmpty() ? text : base));
        });
        return cells;
    }

    private static Map<Integer, Cell> values(
            Row row, Map<Integer, List<Integer>> columns, Map<Integer, Joined> joined) {
        Map<Integer, Cell> cells = new HashMap<>();
        columns.forEach((first, group) -> {
            List<Cell> filled = group.stream()
                    .map(row::cell)
                    .filter(cell -> !cell.isBlank())
                    .toList();
            group.forEach(column -> cells.put(column, Cell.BLANK));
            if (filled.isEmpty()) return;
            Joined how = joined.get(first);
            boolean added = how != null && how.how() == How.ADDED_UP;
            cells.put(first, added ? sum(filled) : filled.get(filled.size() - 1));
        });
        return cells;
    }

    /// A value that cannot be added up is kept, so that it is queried.
    private static Cell sum(List<Cell> filled) {
        if (filled.size() == 1) return filled.get(0);
        if (!filled.stream().allMatch(TermColumns::isCount))
            return new Cell.Text(
                    String.join(" + ", filled.stream().map(CellText::of).toList()));
        return new Cell.Number(filled.stream()
                .map(cell -> new BigDecimal(CellText.of(cell)))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static Row with(Row row, Map<Integer, Cell> changed) {
        List<Cell> cells = new ArrayList<>(row.cells());
        changed.forEach((column, cell) -> {
            if (column < cells.size()) cells.set(column, cell);
        });
        return new Row(row.number(), row.hidden(), cells);
    }

    private static double share(List<Cell> cells, Predicate<Cell> such) {
        return cells.isEmpty() ? 0 : (double) cells.stream().filter(such).count() / cells.size();
    }

    private static boolean isCount(Cell cell) {
        return WHOLE.matcher(CellText.of(cell)).matches();
    }

    private static boolean isWord(Cell cell) {
        return cell instanceof Cell.Text && WORD.matcher(CellText.of(cell)).matches();
    }

    /// A share of one term does not apply to the year, and terms below a heading are not values of it.
    private static boolean isTermOrShare(Cell cell) {
        String text = CellText.of(cell);
        boolean share = cell instanceof Cell.Number number && NumberFormat.isPercentage(number.format());
        return share || text.endsWith("%") || TERM.matcher(text).matches();
    }
}
