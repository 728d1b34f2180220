package org.huboutcomes.returns.conversion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huboutcomes.returns.conversion.rows.ColumnValues;
import org.huboutcomes.returns.conversion.rows.SheetRows;
import org.huboutcomes.returns.conversion.rows.TermColumns;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.definition.TotalColumns;
import org.huboutcomes.returns.recognition.RecognisedTable;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;
import org.jspecify.annotations.Nullable;

/// Recognises sheets with totals instead of rows of a return: one row for each group and one column for each
/// quantity, or transposed.
final class Summaries {

    private static final Pattern TOTAL = Pattern.compile("(?:grand |overall |sub-? ?)?totals?\\b.*");
    private static final Set<String> ALL = Set.of("all", "all phases", "all schools", "overall", "both");
    private static final int ROWS_LOOKED_AT = 20;

    private final ReturnTypes types;
    private final Readings readings;
    private final WhoseReturn whose;
    private final SummaryTable summary;

    /// The position of a table among others, as indexes of rows.
    ///
    /// @param first the headings of the first table
    /// @param before the headings of the previous table
    /// @param to the row after its last row
    private record Place(int first, int before, int heading, int to) {

        /// The rows that apply only to this table: those after the headings of the previous one.
        List<Row> above(List<Row> rows) {
            return rows.subList(before, heading);
        }

        List<Row> outer(List<Row> rows) {
            return rows.subList(0, first);
        }

        List<Row> below(List<Row> rows) {
            return rows.subList(heading + 1, to);
        }
    }

    Summaries(ReturnTypes types, Readings readings, WhoseReturn whose) {
        this.types = types;
        this.readings = readings;
        this.whose = whose;
        this.summary = new SummaryTable(readings);
    }

    /// Converts a summary to a return of totals. Empty if the sheet is not one, or has no hub or year.
    ///
    /// @param joined columns that were joined from one column for each year
    Optional<ConvertedTable> totals(SheetRows sheet, Map<Integer, TermColumns.Joined> joined) {
        for (ReturnType type : types.all()) {
            TotalColumns columns = type.totals();
            if (columns == null) continue;
            List<ConvertedTable> blocks = blocks(sheet, type, columns, joined);
            if (!blocks.isEmpty()) return Optional.of(ConvertedTable.oneBelowTheOther(blocks));
        }
        return Optional.empty();
    }

    /// The tables below each other that use the same columns: each ends where the next begins.
    private List<ConvertedTable> blocks(
            SheetRows sheet, ReturnType type, TotalColumns columns, Map<Integer, TermColumns.Joined> joined) {
        List<ConvertedTable> blocks = new ArrayList<>();
        List<Row> rows = sheet.rows();
        int first = 0;
        int before = 0;
        int from = 0;
        for (int i = 0; i + 1 < rows.size() && (i < ROWS_LOOKED_AT || !blocks.isEmpty()); i++) {
            if (!blocks.isEmpty() && !mayHead(type, columns, rows.get(i))) continue;
            Optional<ConvertedTable> found =
                    totals(sheet, type, columns, new Place(first, from, i, rows.size()), joined);
            if (found.isEmpty() || !blocks.isEmpty() && !found.get().isAlike(blocks.get(0))) continue;
            if (!blocks.isEmpty())
                totals(sheet, type, columns, new Place(first, before, from, i), joined)
                        .ifPresent(shorter -> blocks.set(blocks.size() - 1, shorter));
            blocks.add(found.get());
            if (blocks.size() == 1) first = i;
            before = from;
            from = i;
        }
        return blocks;
    }

    private static Set<String> headingsOfValues(ReturnType type, TotalColumns columns) {
        return Objects.requireNonNull(type.find(columns.value()))
                .likelyHeadings()
                .map(NormalText::key)
                .collect(Collectors.toSet());
    }

    /// Whether a row below a table may have the headings of another: it has no counts, and has two words that are
    /// quantities, or one that announces numbers below it.
    private boolean mayHead(ReturnType type, TotalColumns columns, Row row) {
        if (row.cells().stream().anyMatch(Pivots::isCount)) return false;
        Set<String> means = headingsOfValues(type, columns);
        List<String> words = row.cells().stream()
                .skip(1)
                .filter(cell -> cell instanceof Cell.Text)
                .map(CellText::of)
                .toList();
        return words.stream().anyMatch(word -> means.contains(NormalText.key(word)))
                || words.stream()
                                .filter(word -> columns.meant(word)
                                        .or(() -> columns.inRow(word))
                                        .isPresent())
                                .count()
                        > 1;
    }

    private Optional<ConvertedTable> totals(
            SheetRows sheet,
            ReturnType type,
            TotalColumns columns,
            Place place,
            Map<Integer, TermColumns.Joined> joined) {
        Row row = sheet.rows().get(place.heading());
        Map<Integer, String> of = new LinkedHashMap<>();
        for (int column = 1; column < row.cells().size(); column++)
            if (row.cell(column) instanceof Cell.Text) {
                int at = column;
                String heading = CellText.of(row.cell(column));
                columns.meant(heading).or(() -> columns.inRow(heading)).ifPresent(meant -> of.put(at, meant));
            }
        Map<Field, Integer> claimed = claimed(type, row);
        List<Row> below = place.below(sheet.rows());
        // A pivot table has its quantities in rows and one column of counts.
        Field within = within(type);
        Map<Integer, String> parts = within == null ? Map.of() : parts(type, within, row);
        int labels = labels(type, columns, row);
        boolean inParts = !parts.isEmpty() && isOfParts(type, columns, row, below, parts.keySet(), labels);
        if (inParts) {
            of.clear();
            for (int column = 0; column < row.cells().size(); column++)
                if (column != labels && parts.containsKey(column)
                        || column > labels && isTotal(CellText.of(row.cell(column)))) of.put(column, "");
        }
        OptionalInt counted = inParts || of.size() > 1 ? OptionalInt.empty() : counted(type, columns, row, below);
        counted.ifPresent(column -> {
            of.clear();
            of.put(column, "");
        });
        boolean inRows = inParts || counted.isPresent() || of.isEmpty() && isOfRows(columns, row, below);
        if (inRows && of.isEmpty()) of.put(1, "");
        if (of.size() < 2 && !inRows) return Optional.empty();
        if (!inRows && !areCounts(type, columns, of, below)) return Optional.empty();
        boolean partsInRows = within != null
                && !inParts
                && below.stream()
                        .anyMatch(one -> summary.part(type, within, one.cell(0)).isPresent());
        SummaryTable.Head head = new SummaryTable.Head(
                row,
                place.above(sheet.rows()),
                below,
                of,
                claimed,
                inParts || partsInRows ? within : null,
                inParts ? parts : Map.of(),
                inParts ? labels : 0,
                joined);
        List<Given> given = new ArrayList<>();
        List<Field> open = new ArrayList<>();
        for (String name : type.claim()) {
            Field field = Objects.requireNonNull(type.find(name));
            if (claimed.containsKey(field)) continue;
            whose.find(field, type, sheet.name(), head.above(), place.outer(sheet.rows()), below)
                    .ifPresentOrElse(given::add, () -> open.add(field));
        }
        boolean hub = Stream.concat(given.stream().filter(Given::inSheet).map(Given::field), claimed.keySet().stream())
                .anyMatch(field -> field.type().equals("hub"));
        // Known quantities identify the sheet, so its hub may be filled in.
        boolean known = inRows && whose.isOneSheet() && knownRows(columns, head) > 1;
        return hub || known ? Optional.of(summary.of(sheet, type, columns, head, given, open)) : Optional.empty();
    }

    private static long knownRows(TotalColumns columns, SummaryTable.Head head) {
        return head.below().stream()
                .filter(row ->
                        columns.inRow(CellText.of(row.cell(head.labels()))).isPresent())
                .count();
    }

    /// The field that distinguishes totals of the same name, if it has a few choices.
    private static @Nullable Field within(ReturnType type) {
        String within = type.replacement().within();
        Field field = within == null ? null : type.find(within);
        return field != null && field.type().equals("choice") ? field : null;
    }

    /// The headings that are each such a part, as "Primary" and "Secondary".
    private Map<Integer, String> parts(ReturnType type, Field within, Row heading) {
        Map<Integer, String> parts = new LinkedHashMap<>();
        for (int column = 1; column < heading.cells().size(); column++) {
            int at = column;
            summary.part(type, within, heading.cell(column)).ifPresent(part -> parts.put(at, part));
        }
        return parts;
    }

    /// The column of counts for quantities in rows, if its heading distinguishes it from others, such as targets.
    private static OptionalInt counted(ReturnType type, TotalColumns columns, Row heading, List<Row> below) {
        Set<String> means = headingsOfValues(type, columns);
        return IntStream.range(1, heading.cells().size())
                .filter(column -> heading.cell(column) instanceof Cell.Text
                        && means.contains(NormalText.key(CellText.of(heading.cell(column)))))
                .filter(column -> below.stream()
                                .filter(row ->
                                        columns.inRow(CellText.of(row.cell(0))).isPresent()
                                                && Pivots.isCount(row.cell(column)))
                                .count()
                        > 1)
                .findFirst();
    }

    /// Whether a table of totals has a column for each part besides the one that is read.
    boolean hasParts(RecognisedTable table) {
        Field within = table.type().totals() == null ? null : within(table.type());
        return within != null
                && table.others().stream()
                        .anyMatch(column -> summary.part(
                                        table.type(), within, table.heading().cell(column))
                                .isPresent());
    }

    /// Whether quantities are in rows, with a count for each part.
    private static boolean isOfParts(
            ReturnType type, TotalColumns columns, Row heading, List<Row> below, Set<Integer> parts, int labels) {
        Field first = type.byHeading().get(NormalText.key(CellText.of(heading.cell(labels))));
        boolean named = first != null && first.name().equals(columns.quantity());
        return below.stream()
                        .filter(row -> named && row.cell(labels) instanceof Cell.Text
                                || columns.inRow(CellText.of(row.cell(labels))).isPresent())
                        .filter(row -> parts.stream().anyMatch(column -> Pivots.isCount(row.cell(column))))
                        .count()
                > 1;
    }

    /// The column of labels for the counts: the one of the quantity, otherwise the first.
    private static int labels(ReturnType type, TotalColumns columns, Row heading) {
        for (int column = 0; column < heading.cells().size(); column++) {
            Field field = type.byHeading().get(NormalText.key(CellText.of(heading.cell(column))));
            if (field != null && field.name().equals(columns.quantity())) return column;
        }
        return 0;
    }

    /// Whether the label of a row marks it as a total of other rows.
    static boolean isTotalRow(String label) {
        return TOTAL.matcher(label.toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean isTotal(String text) {
        String key = NormalText.key(text);
        return TOTAL.matcher(key).matches() || ALL.contains(key);
    }

    /// Whether the values below quantities are numbers, not ticks or stages.
    private boolean areCounts(ReturnType type, TotalColumns columns, Map<Integer, String> of, List<Row> below) {
        Field value = Objects.requireNonNull(type.find(columns.value()));
        return of.entrySet().stream()
                .filter(one -> columns.inRow(one.getValue()).isPresent())
                .allMatch(one -> ColumnValues.of(below, one.getKey())
                                .share(cell -> readings.of(type).value(value, cell) != null)
                        > 0.5);
    }

    private static Map<Field, Integer> claimed(ReturnType type, Row heading) {
        Map<String, Field> known = type.byHeading();
        Map<Field, Integer> claimed = new LinkedHashMap<>();
        for (int column = 0; column < heading.cells().size(); column++) {
            Field field = known.get(NormalText.key(CellText.of(heading.cell(column))));
            if (field != null && type.claim().contains(field.name())) claimed.putIfAbsent(field, column);
        }
        return claimed;
    }

    /// Whether the rows below a heading are quantities with one count each, and possibly a total.
    private boolean isOfRows(TotalColumns columns, Row heading, List<Row> below) {
        if (!(heading.cell(1) instanceof Cell.Text) || below.isEmpty()) return false;
        long counted = below.stream()
                .filter(row -> columns.inRow(CellText.of(row.cell(0))).isPresent() && Pivots.isCount(row.cell(1)))
                .count();
        long known = below.stream()
                .filter(row -> columns.inRow(CellText.of(row.cell(0))).isPresent())
                .count();
        return counted > 1
                && known * 2 >= below.size()
                && below.stream()
                        .allMatch(row -> row.cell(0) instanceof Cell.Text
                                && row.cells().stream()
                                                .filter(cell -> !cell.isBlank())
                                                .count()
                                        <= 2);
    }
}
