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
import org.huboutcomes.returns.conversion.ConvertedTable.Column;
import org.huboutcomes.returns.conversion.ConvertedTable.Entry;
import org.huboutcomes.returns.conversion.ConvertedTable.Line;
import org.huboutcomes.returns.conversion.ConvertedTable.Mark;
import org.huboutcomes.returns.conversion.ConvertedTable.Remark;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.definition.TotalColumns;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.findings.Rules;
import org.huboutcomes.returns.recognition.RecognisedTable;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;
import org.jspecify.annotations.Nullable;

/// Sheets that hold no rows of a return but totals of them: one row a group and one column a quantity, or the other way
/// round.
final class Summaries {

    private static final Pattern TOTAL = Pattern.compile("(?:grand |overall |sub-? ?)?totals?\\b.*");
    private static final Set<String> ALL = Set.of("all", "all phases", "all schools", "overall", "both");
    private static final int ROWS_LOOKED_AT = 20;

    private final ReturnTypes types;
    private final Readings readings;
    private final WhoseReturn whose;

    /// A heading row, and what its columns are of.
    /// @param claimed the columns of the hub and the year, where each row has its own
    /// @param within what tells totals of one name apart, such as a phase; null where nothing does
    /// @param parts the columns that are of one such part each
    /// @param labels the column that says what is counted
    private record Head(
            Row row,
            List<Row> above,
            List<Row> below,
            Map<Integer, String> of,
            Map<Field, Integer> claimed,
            @Nullable Field within,
            Map<Integer, String> parts,
            int labels) {

        /// What is counted, as its column says; nothing where there is none, or that is the hub or the year.
        String label(Row of) {
            return claimed.containsValue(labels) ? "" : CellText.of(of.cell(labels));
        }
    }

    Summaries(ReturnTypes types, Readings readings, WhoseReturn whose) {
        this.types = types;
        this.readings = readings;
        this.whose = whose;
    }

    /// The totals of a summary, as a return of totals. Empty where the sheet is none, or does not say whose it is.
    Optional<ConvertedTable> totals(SheetRows sheet) {
        for (ReturnType type : types.all()) {
            TotalColumns columns = type.totals();
            if (columns == null) continue;
            for (int i = 0; i + 1 < sheet.rows().size() && i < ROWS_LOOKED_AT; i++) {
                Optional<ConvertedTable> found = totals(sheet, type, columns, i);
                if (found.isPresent()) return found;
            }
        }
        return Optional.empty();
    }

    private Optional<ConvertedTable> totals(SheetRows sheet, ReturnType type, TotalColumns columns, int at) {
        Row row = sheet.rows().get(at);
        Map<Integer, String> of = new LinkedHashMap<>();
        for (int column = 1; column < row.cells().size(); column++)
            if (row.cell(column) instanceof Cell.Text) {
                int place = column;
                String heading = CellText.of(row.cell(column));
                columns.meant(heading).or(() -> columns.inRow(heading)).ifPresent(meant -> of.put(place, meant));
            }
        Map<Field, Integer> claimed = claimed(type, row);
        List<Row> below = sheet.rows().subList(at + 1, sheet.rows().size());
        // A pivot has its quantities in rows and one column of counts.
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
                        .anyMatch(one -> part(type, within, one.cell(0)).isPresent());
        Head head = new Head(
                row,
                sheet.above(row.number()),
                below,
                of,
                claimed,
                inParts || partsInRows ? within : null,
                inParts ? parts : Map.of(),
                inParts ? labels : 0);
        List<Given> given = new ArrayList<>();
        List<Field> open = new ArrayList<>();
        for (String name : type.claim()) {
            Field field = Objects.requireNonNull(type.find(name));
            if (claimed.containsKey(field)) continue;
            whose.find(field, type, sheet.name(), head.above(), below)
                    .ifPresentOrElse(given::add, () -> open.add(field));
        }
        boolean hub = Stream.concat(given.stream().filter(Given::inSheet).map(Given::field), claimed.keySet().stream())
                .anyMatch(field -> field.type().equals("hub"));
        // Quantities that are known say what the sheet is, and its hub may be filled in.
        boolean known = inRows && whose.isOneSheet() && knownRows(columns, head) > 1;
        return hub || known ? Optional.of(table(sheet, type, columns, head, given, open)) : Optional.empty();
    }

    private static long knownRows(TotalColumns columns, Head head) {
        return head.below().stream()
                .filter(row ->
                        columns.inRow(CellText.of(row.cell(head.labels()))).isPresent())
                .count();
    }

    /// The field that tells totals of one name apart, where it has a few choices.
    private static @Nullable Field within(ReturnType type) {
        String within = type.replacement().within();
        Field field = within == null ? null : type.find(within);
        return field != null && field.type().equals("choice") ? field : null;
    }

    private Optional<String> part(ReturnType type, Field within, Cell cell) {
        if (!(cell instanceof Cell.Text)) return Optional.empty();
        return Optional.ofNullable(readings.of(type).value(within, cell)).map(Object::toString);
    }

    /// The headings that are such a part each, as "Primary" and "Secondary".
    private Map<Integer, String> parts(ReturnType type, Field within, Row heading) {
        Map<Integer, String> parts = new LinkedHashMap<>();
        for (int column = 1; column < heading.cells().size(); column++) {
            int at = column;
            part(type, within, heading.cell(column)).ifPresent(part -> parts.put(at, part));
        }
        return parts;
    }

    /// The column of the counts of quantities that stand in rows, where its heading says so: beside others, such as
    /// those of targets.
    private static OptionalInt counted(ReturnType type, TotalColumns columns, Row heading, List<Row> below) {
        Field value = Objects.requireNonNull(type.find(columns.value()));
        Set<String> means = Stream.concat(value.headings(), value.likely().stream())
                .map(NormalText::key)
                .collect(Collectors.toSet());
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

    /// Whether a table of totals has columns that are of one part each beside the one that is read.
    boolean hasParts(RecognisedTable table) {
        Field within = table.type().totals() == null ? null : within(table.type());
        return within != null
                && table.others().stream()
                        .anyMatch(column -> part(
                                        table.type(), within, table.heading().cell(column))
                                .isPresent());
    }

    /// Whether quantities stand in rows, with a count for each part beside them.
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

    /// The column that says what is counted: that of the quantity, else the first.
    private static int labels(ReturnType type, TotalColumns columns, Row heading) {
        for (int column = 0; column < heading.cells().size(); column++) {
            Field field = type.byHeading().get(NormalText.key(CellText.of(heading.cell(column))));
            if (field != null && field.name().equals(columns.quantity())) return column;
        }
        return 0;
    }

    private static boolean isTotal(String text) {
        String key = NormalText.key(text);
        return TOTAL.matcher(key).matches() || ALL.contains(key);
    }

    /// Whether numbers stand below headings that are quantities, and no ticks or stages.
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

    /// Whether the rows below a heading are quantities with a count each, and perhaps a total.
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

    private ConvertedTable table(
            SheetRows sheet, ReturnType type, TotalColumns totals, Head head, List<Given> given, List<Field> open) {
        Field quantity = Objects.requireNonNull(type.find(totals.quantity()));
        Field value = Objects.requireNonNull(type.find(totals.value()));
        List<Line> lines = new ArrayList<>();
        Map<Integer, Long> sums = new LinkedHashMap<>();
        for (Row row : head.below()) {
            String label = head.label(row);
            if (label.isEmpty() && head.claimed().isEmpty()
                    || TOTAL.matcher(label.toLowerCase(Locale.ROOT)).matches()) continue;
            Map<Integer, Integer> values = new LinkedHashMap<>();
            head.of().keySet().forEach(column -> {
                if (readings.of(type).value(value, row.cell(column)) instanceof Integer number)
                    values.put(column, number);
            });
            // A row that adds up those above it is a total under another name.
            boolean addsUp = lines.size() > 2
                    && head.claimed().isEmpty()
                    && !values.isEmpty()
                    && values.entrySet().stream()
                            .allMatch(one -> one.getValue() > 0
                                    && sums.getOrDefault(one.getKey(), 0L)
                                            == one.getValue().longValue());
            if (addsUp) continue;
            values.forEach((column, number) -> sums.merge(column, (long) number, Long::sum));
            head.of().forEach((column, of) -> {
                Cell cell = row.cell(column);
                // What is no number is asked about in its place.
                if (cell.isBlank()) return;
                Field within = head.within();
                Optional<String> part = within == null
                        ? Optional.empty()
                        : Optional.ofNullable(head.parts().get(column)).or(() -> part(type, within, row.cell(0)));
                boolean ofPart = head.parts().isEmpty() && part.isPresent();
                String name = named(ofPart ? "" : totals.inRow(label).orElse(label), of);
                List<Entry> entries = new ArrayList<>();
                head.claimed().values().forEach(at -> entries.add(new Entry(row.cell(at), Mark.NONE)));
                entries.add(new Entry(new Cell.Text(name), Mark.GUESS));
                entries.add(new Entry(cell, values.containsKey(column) ? Mark.NONE : Mark.GAP));
                if (head.within() != null)
                    entries.add(new Entry(part.<Cell>map(Cell.Text::new).orElse(Cell.BLANK), Mark.GUESS));
                lines.add(new Line(row.number(), entries));
            });
        }
        List<Remark> remarks = new ArrayList<>();
        head.of().forEach((column, meant) -> {
            String heading = CellText.of(head.row().cell(column));
            remarks.add(remark(
                    Rule.HEADING_GUESSED,
                    head.row().number(),
                    RecognisedTable.address(column, head.row().number()),
                    quantity,
                    heading,
                    Rules.words("heading", heading, "field", meant.isEmpty() ? value.title() : meant)));
        });
        notRead(head).forEach(remarks::add);
        given.forEach(one -> remarks.add(remark(
                Rule.VALUE_FROM_ELSEWHERE,
                one.row(),
                one.row() == 0 ? null : RecognisedTable.address(one.column(), one.row()),
                one.field(),
                null,
                Rules.words("field", one.field().title(), "meant", one.written(), "source", one.source()))));
        List<Column> columns = new ArrayList<>();
        head.claimed().keySet().forEach(field -> columns.add(new Column(field, field.title())));
        columns.add(new Column(quantity, quantity.title()));
        columns.add(new Column(value, value.title()));
        if (head.within() != null)
            columns.add(new Column(head.within(), head.within().title()));
        Map<String, Object> slot = new LinkedHashMap<>();
        given.forEach(one -> slot.put(one.field().name(), one.value()));
        List<String> missing = new ArrayList<>();
        given.forEach(
                one -> missing.add(one.field().title() + " (is it " + one.written() + ", from " + one.source() + "?)"));
        open.forEach(field -> missing.add(field.title()));
        boolean inRows = head.of().containsValue("");
        List<String> headings = (inRows ? Stream.of(head.labels()) : head.of().keySet().stream())
                .map(column -> CellText.of(head.row().cell(column)))
                .map(heading -> heading.isEmpty() ? "the first column" : "\"" + heading + "\"")
                .toList();
        missing.add(quantity.title() + " (is it " + String.join(" and ", headings) + "?)");
        return new ConvertedTable(
                sheet.name(),
                type,
                given,
                open,
                columns,
                lines,
                remarks,
                List.of(value.title()),
                missing,
                slot,
                List.of(),
                head.row().number(),
                head.below().get(head.below().size() - 1).number(),
                null);
    }

    /// Columns that are neither a quantity nor say what one is of, such as those of targets.
    private static Stream<Remark> notRead(Head head) {
        Row row = head.row();
        return IntStream.range(0, row.cells().size())
                .filter(column -> !row.cell(column).isBlank()
                        && column != head.labels()
                        && !head.of().containsKey(column)
                        && !head.claimed().containsValue(column)
                        && head.below().stream()
                                .anyMatch(one -> !one.cell(column).isBlank()))
                .mapToObj(column -> new Remark(
                        Rule.UNKNOWN_COLUMN,
                        row.number(),
                        RecognisedTable.address(column, row.number()),
                        null,
                        CellText.of(row.cell(column)),
                        Map.of(),
                        -1,
                        0,
                        true));
    }

    private static String named(String label, String quantity) {
        if (quantity.isEmpty()) return label;
        if (label.isEmpty()) return quantity;
        return label.toLowerCase(Locale.ROOT).contains(quantity.toLowerCase(Locale.ROOT))
                ? label
                : label + " " + quantity;
    }

    private static Remark remark(
            Rule rule, int row, @Nullable String cell, Field field, @Nullable String value, Map<String, String> words) {
        Map<String, String> all = new LinkedHashMap<>(words);
        all.put("happened", "Nothing is loaded yet");
        return new Remark(rule, row, cell, field, value, all, -1, 0, true);
    }
}
