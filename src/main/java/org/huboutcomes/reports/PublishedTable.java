package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huboutcomes.publish.Definition;
import org.huboutcomes.publish.Symbol;
import org.huboutcomes.reports.paper.ReportBlock;
import org.huboutcomes.reports.paper.TableLayout;
import org.jspecify.annotations.Nullable;

/// Prints a published table: the columns that `report.yaml` names, in the table's own order. A `value` is printed
/// with the decimals of the row's indicator or unit, a `_change` and `_points` with their sign, a `_period` as an
/// academic year, an indicator by its title.
final class PublishedTable {

    static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(E-?\\d+)?");
    private static final String DASH = "\u2013";
    private static final Set<String> SYMBOLS =
            Stream.of(Symbol.values()).map(Symbol::code).collect(Collectors.toSet());

    private final Plan.Item item;
    private final Figures figures;

    PublishedTable(Plan.Item item, Figures figures) {
        this.item = item;
        this.figures = figures;
    }

    List<ReportBlock> blocks() {
        List<Map<String, Object>> all = wanted();
        List<Map<String, Object>> rows = printed(all);
        long known = matching("among", all);
        SentenceContext facts = SentenceContext.of(figures)
                .say("known", Long.toString(known))
                .say("rows", (rows.size() < all.size() ? "first " + rows.size() + " of " : "") + all.size())
                .say("reached", Long.toString(matching("reached", all)));
        if (rows.isEmpty() && item.keys().find("otherwise") == null) return List.of();
        if (rows.isEmpty())
            return List.of(new ReportBlock.Paragraph(SentenceBank.filled(item.word("otherwise"), facts)));
        List<Plan.Item> columns = item.items("columns");
        ReportBlock.Table table = new ReportBlock.Table(
                SentenceBank.filled(known == 0 ? item.word("none", item.word("title")) : item.word("title"), facts),
                layout(),
                columns.stream().map(Plan.Item::text).toList(),
                printed(columns, rows));
        return List.of(table.without(columns(table, DASH)));
    }

    /// The columns that are empty in all rows.
    private static Set<Integer> columns(ReportBlock.Table table, String empty) {
        return IntStream.range(1, table.columns().size())
                .filter(column ->
                        table.rows().stream().allMatch(row -> row.get(column).equals(empty)))
                .boxed()
                .collect(Collectors.toSet());
    }

    /// The number of rows whose columns have the words that a setting (`reached`, `among`) lists. If no row matches
    /// `among`, the title is `none`.
    private long matching(String setting, List<Map<String, Object>> rows) {
        Map<String, Object> wanted = item.keys().keys(setting).map();
        return rows.stream()
                .filter(row -> wanted.entrySet().stream()
                        .allMatch(one ->
                                one.getValue() instanceof List<?> words && words.contains(row.get(one.getKey()))))
                .count();
    }

    private TableLayout layout() {
        return TableLayout.valueOf(item.word("layout", "numbers").toUpperCase(Locale.ROOT));
    }

    /// The cells of all rows. Consecutive rows with equal values in the columns of `once` are printed as one row,
    /// in which differing cells are joined. A cell that equals the one above is printed as the column's `repeated`,
    /// if it has that.
    private List<List<String>> printed(List<Plan.Item> columns, List<Map<String, Object>> rows) {
        List<String> once = item.keys().find("once") == null ? List.of() : item.list("once");
        List<List<String>> printed = new ArrayList<>();
        List<String> above = List.of();
        for (int i = 0; i < rows.size(); i++) {
            List<String> whole = cells(columns, rows.get(i));
            List<String> cells = above.isEmpty() ? whole : withoutRepeated(columns, above, whole);
            above = whole;
            if (i > 0 && !once.isEmpty() && isOne(once, rows.get(i - 1), rows.get(i)))
                cells = joined(printed.remove(printed.size() - 1), cells);
            printed.add(cells);
        }
        return printed;
    }

    private static List<String> withoutRepeated(List<Plan.Item> columns, List<String> above, List<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> cells.get(i).equals(above.get(i))
                        ? columns.get(i).word("repeated", cells.get(i))
                        : cells.get(i))
                .toList();
    }

    private static boolean isOne(List<String> once, Map<String, Object> above, Map<String, Object> row) {
        return once.stream().allMatch(column -> Objects.equals(above.get(column), row.get(column)));
    }

    private static List<String> joined(List<String> above, List<String> cells) {
        List<String> joined = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++)
            joined.add(above.get(i).equals(cells.get(i)) ? cells.get(i) : above.get(i) + "; " + cells.get(i));
        return joined;
    }

    private List<String> cells(List<Plan.Item> columns, Map<String, Object> row) {
        return columns.stream().map(column -> cell(column, row)).toList();
    }

    /// The rows that are printed, after `rows`, `except`, `known` (a column that must have a value) and `most`.
    List<Map<String, Object>> rows() {
        return printed(wanted());
    }

    private List<Map<String, Object>> printed(List<Map<String, Object>> wanted) {
        return wanted.stream()
                .limit(Objects.requireNonNullElse(item.number("most"), 1e9).longValue())
                .toList();
    }

    private List<Map<String, Object>> wanted() {
        Map<String, Object> wanted = item.keys().keys("rows").map();
        List<Map<String, Object>> all = item.word("years", "this").equals("to date")
                ? figures.rowsOfAllYears(item.text())
                : figures.rows(item.text());
        Map<String, Object> unwanted = item.keys().keys("except").map();
        return all.stream()
                .filter(row -> unwanted.entrySet().stream().noneMatch(one -> PublishedRow.is(row, one)))
                .filter(row -> wanted.entrySet().stream().allMatch(one -> PublishedRow.is(row, one)))
                .filter(row -> item.keys().find("known") == null || row.get(item.word("known")) != null)
                .toList();
    }

    /// `from` names a column. `says` combines several in a text, such as "{value} (n = {n})"; `otherwise` is used
    /// if one of them is missing, and may name others.
    /// `signed` names a column that is true for rows whose number is a change.
    private String cell(Plan.Item column, Map<String, Object> row) {
        if (column.keys().find("signed") != null
                && Boolean.TRUE.equals(row.get(column.word("signed")))
                && row.get(column.word("from")) instanceof Number change)
            return FigureFormat.signed(new BigDecimal(change.toString()), 0);
        if (column.keys().find("says") == null) return printed(column.word("from"), row, true);
        boolean isKnown =
                PLACE.matcher(column.word("says")).results().allMatch(place -> row.get(place.group(1)) != null);
        return said(isKnown ? column.word("says") : column.word("otherwise", DASH), row);
    }

    /// The wording with the row's values filled in.
    String said(String wording, Map<String, Object> row) {
        return PLACE.matcher(wording)
                .replaceAll(place -> Matcher.quoteReplacement(printed(place.group(1), row, false)));
    }

    /// @param begins whether the cell begins with it; within a sentence a word stays in lower case
    private String printed(String column, Map<String, Object> row, boolean begins) {
        Object found = row.get(column);
        if (found == null) return DASH;
        if (found instanceof Boolean yes) return yes ? "Yes" : "No";
        if (column.equals("indicator")) return title(found.toString());
        if (column.endsWith("_period") && found instanceof Number)
            return FigureFormat.year(((Number) found).intValue());
        String unit = unit(row);
        if (unit != null && NUMBER.matcher(found.toString()).matches()) {
            BigDecimal number = new BigDecimal(found.toString());
            if (column.endsWith("_value") || column.equals("value")) return FigureFormat.value(number, unit);
            if (column.endsWith("_change") || column.endsWith("_points"))
                return FigureFormat.signed(number, FigureFormat.places(number, unit));
        }
        if (SYMBOLS.contains(found.toString())) return found.toString();
        if (found instanceof Number) return FigureFormat.value(new BigDecimal(found.toString()), "count");
        // A count that some readers see as a symbol is stored as text. In lists, digits are names.
        if (layout() == TableLayout.NUMBERS && found.toString().matches("\\d{4,}"))
            return FigureFormat.value(new BigDecimal(found.toString()), "count");
        return spoken(found.toString(), begins);
    }

    private @Nullable String unit(Map<String, Object> row) {
        Object unit = row.get("unit");
        if (unit != null) return unit.toString();
        if (row.containsKey("measure") && !"value".equals(row.get("measure"))) return "count";
        return figures.definition(String.valueOf(row.get("indicator")))
                .map(Definition::unit)
                .orElse(null);
    }

    private String title(String indicator) {
        return figures.definition(indicator).map(Definition::title).orElse(spoken(indicator, true));
    }

    /// A name of the catalogue, such as `survey_response`, or a few plain words, at the beginning of a cell.
    private static String spoken(String text, boolean begins) {
        if (!text.matches("[a-z]+([_ ][a-z]+)*")) return text;
        String words = text.replace('_', ' ');
        return begins ? Character.toUpperCase(words.charAt(0)) + words.substring(1) : words;
    }
}
