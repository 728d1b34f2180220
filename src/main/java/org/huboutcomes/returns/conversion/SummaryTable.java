package org.huboutcomes.returns.conversion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huboutcomes.returns.conversion.ConvertedTable.Column;
import org.huboutcomes.returns.conversion.ConvertedTable.Entry;
import org.huboutcomes.returns.conversion.ConvertedTable.Line;
import org.huboutcomes.returns.conversion.ConvertedTable.Mark;
import org.huboutcomes.returns.conversion.ConvertedTable.Remark;
import org.huboutcomes.returns.conversion.rows.SheetRows;
import org.huboutcomes.returns.conversion.rows.TermColumns;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.TotalColumns;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.findings.Rules;
import org.huboutcomes.returns.recognition.RecognisedTable;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;
import org.jspecify.annotations.Nullable;

/// Converts a summary to a return of totals: one row for each group and quantity.
final class SummaryTable {

    private final Readings readings;

    /// A heading row and the meaning of its columns.
    /// @param claimed the columns of the hub and the year, if they differ by row
    /// @param within the field that distinguishes totals of the same name, such as a phase; or null
    /// @param parts the columns for one such part each
    /// @param labels the column with the names of quantities
    /// @param joined columns that were joined from one column for each year
    record Head(
            Row row,
            List<Row> above,
            List<Row> below,
            Map<Integer, String> of,
            Map<Field, Integer> claimed,
            @Nullable Field within,
            Map<Integer, String> parts,
            int labels,
            Map<Integer, TermColumns.Joined> joined) {

        /// The text in the label column; empty if there is none, or it is that of the hub or the year.
        String label(Row of) {
            return claimed.containsValue(labels) ? "" : CellText.of(of.cell(labels));
        }
    }

    SummaryTable(Readings readings) {
        this.readings = readings;
    }

    Optional<String> part(ReturnType type, Field within, Cell cell) {
        if (!(cell instanceof Cell.Text)) return Optional.empty();
        return Optional.ofNullable(readings.of(type).value(within, cell)).map(Object::toString);
    }

    /// @param given the hub and the year, as far as they were found around the table
    /// @param open the hub and the year, as far as they were not found
    ConvertedTable of(
            SheetRows sheet, ReturnType type, TotalColumns totals, Head head, List<Given> given, List<Field> open) {
        Field quantity = Objects.requireNonNull(type.find(totals.quantity()));
        Field value = Objects.requireNonNull(type.find(totals.value()));
        List<Line> lines = new ArrayList<>();
        Map<Integer, Long> sums = new LinkedHashMap<>();
        for (Row row : head.below()) {
            String label = head.label(row);
            if (label.isEmpty() && head.claimed().isEmpty() || Summaries.isTotalRow(label)) continue;
            Map<Integer, Integer> values = new LinkedHashMap<>();
            head.of().keySet().forEach(column -> {
                if (readings.of(type).value(value, row.cell(column)) instanceof Integer number)
                    values.put(column, number);
            });
            // A row that is the sum of those above it is a total under another name.
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
                // A value that is not a number is queried at its cell.
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
            TermColumns.Joined joined = head.joined().get(column);
            remarks.add(
                    joined != null
                            ? ofYears(type, head, joined)
                            : remark(
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

    /// Columns that are neither a quantity nor a label for one, such as targets.
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
                        Remark.HEADING,
                        0,
                        true));
    }

    private static Remark ofYears(ReturnType type, Head head, TermColumns.Joined joined) {
        Field year = head.claimed().keySet().stream()
                .filter(field -> field.type().equals("academic_year"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type.name() + " has no year"));
        return remark(
                Rule.COLUMNS_OF_YEARS,
                head.row().number(),
                null,
                year,
                null,
                Rules.words(
                        "field",
                        year.title(),
                        "count",
                        joined.count(),
                        "first",
                        joined.first(),
                        "last",
                        joined.last()));
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
        return new Remark(rule, row, cell, field, value, all, Remark.HEADING, 0, true);
    }
}
