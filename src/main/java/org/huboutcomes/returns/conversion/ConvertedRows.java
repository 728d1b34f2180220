package org.huboutcomes.returns.conversion;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.returns.conversion.ConvertedTable.Column;
import org.huboutcomes.returns.conversion.ConvertedTable.Entry;
import org.huboutcomes.returns.conversion.ConvertedTable.Line;
import org.huboutcomes.returns.conversion.ConvertedTable.Mark;
import org.huboutcomes.returns.conversion.ConvertedTable.Remark;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.findings.Rules;
import org.huboutcomes.returns.recognition.RecognisedTable;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.returns.text.PersonalText;
import org.huboutcomes.returns.values.CellReading;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.returns.values.NotKnown;
import org.huboutcomes.returns.values.Pseudonyms;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.NumberFormat;
import org.huboutcomes.spreadsheets.model.Row;
import org.jspecify.annotations.Nullable;

/// Converts the rows of one sheet to the columns of a return. A row with columns for years becomes one for each.
final class ConvertedRows {

    private final ConversionPlan plan;
    private final Remarks remarks;
    private final SchoolCells schools;
    private final Pseudonyms pseudonyms;
    private final Rules rules;
    private final List<Line> lines = new ArrayList<>();
    private final List<Integer> unticked = new ArrayList<>();
    private final ReturnType type;
    private final FieldTypes fieldTypes;
    private final Map<Field, ColumnMatch> matches;
    private final List<Given> given;
    private final @Nullable Given constant;
    private final WideColumns.@Nullable Sessions sessions;
    private final Map<Integer, AcademicYear> years;
    private final List<Column> columns;
    private final Set<Field> ofPeople;
    private final SameAsAbove sameAsAbove = new SameAsAbove();
    private @Nullable String ticked;

    ConvertedRows(ConversionPlan plan, Remarks remarks, SchoolCells schools, Pseudonyms pseudonyms, Rules rules) {
        this.rules = rules;
        this.plan = plan;
        this.remarks = remarks;
        this.schools = schools;
        this.pseudonyms = pseudonyms;
        this.type = plan.type();
        this.fieldTypes = plan.fieldTypes();
        this.matches = plan.matches();
        this.given = plan.given();
        this.constant = plan.constant();
        this.sessions = plan.sessions();
        this.years = plan.years();
        this.columns = plan.columns();
        this.ofPeople =
                matches.keySet().stream().filter(plan::isReferenceOfPerson).collect(Collectors.toSet());
    }

    List<Line> lines() {
        return lines;
    }

    /// The rows without a tick, if the return only has rows for ticks.
    List<Integer> unticked() {
        return unticked;
    }

    void convert(Row own) {
        Row row = sameAsAbove.filled(own);
        TickedColumns columnsTicked = plan.candidate().ticked();
        List<String> values = columnsTicked == null ? List.of() : columnsTicked.of(row);
        if (columnsTicked != null) sayOfUnknownTicks(columnsTicked, row);
        // No tick means that a person took part in no work group; a school without a stage is queried.
        if (values.isEmpty() && columnsTicked != null && columnsTicked.field().inTitles() != null) {
            unticked.add(row.number());
            return;
        }
        if (values.isEmpty()) {
            convertOnce(row);
            return;
        }
        for (String value : values) {
            ticked = value;
            convertOnce(row);
        }
        ticked = null;
    }

    private void sayOfUnknownTicks(TickedColumns columnsTicked, Row row) {
        for (int column : columnsTicked.unknown(row))
            remarks.add(
                    Rule.TICK_UNKNOWN,
                    row.number(),
                    RecognisedTable.address(column, row.number()),
                    columnsTicked.field(),
                    CellText.of(row.cell(column)),
                    Remark.HEADING,
                    plan.index(columnsTicked.field()),
                    true,
                    "heading",
                    plan.heading(column),
                    "meant",
                    Objects.requireNonNull(columnsTicked.values().get(column)));
    }

    private void convertOnce(Row row) {
        if (years.isEmpty()) {
            convert(row, Map.of(), null);
            return;
        }
        Map<AcademicYear, List<Map<Field, Integer>>> byYear = new LinkedHashMap<>();
        years.forEach((column, year) -> {
            if (row.cell(column).isBlank()) return;
            List<Map<Field, Integer>> rowsOfYear = byYear.computeIfAbsent(year, none -> new ArrayList<>());
            // A value that fits no field is queried, unless it means that there was nothing.
            Optional<Field> asked = choice(row, column).or(() -> open(row.cell(column)));
            asked.ifPresent(field -> {
                Map<Field, Integer> open = rowsOfYear.stream()
                        .filter(one -> !one.containsKey(field))
                        .findFirst()
                        .orElseGet(() -> {
                            Map<Field, Integer> next = new HashMap<>();
                            rowsOfYear.add(next);
                            return next;
                        });
                open.put(field, column);
            });
        });
        byYear.forEach((year, rowsOfYear) -> rowsOfYear.forEach(values -> convert(row, values, year)));
    }

    /// The field for which an unknown word in a column of a year is queried; empty if the word means that there is
    /// no value.
    private Optional<Field> open(Cell cell) {
        return type.fields().stream()
                .filter(field -> field.type().equals("choice") && field.required() && !matches.containsKey(field))
                .filter(field -> !NotKnown.saysNothing(CellText.of(cell)))
                .findFirst();
    }

    /// The field of choices for a cell in a column of a year: the one in its heading, if any.
    private Optional<Field> choice(Row row, int column) {
        List<Field> fitting = type.fields().stream()
                .filter(field ->
                        field.type().equals("choice") && !matches.containsKey(field) && fits(field, row.cell(column)))
                .toList();
        Set<String> heading = Likeness.words(NormalText.key(plan.heading(column)));
        return fitting.stream()
                .filter(field ->
                        field.headings().anyMatch(known -> heading.containsAll(Likeness.words(NormalText.key(known)))))
                .findFirst()
                .or(() -> fitting.stream().findFirst());
    }

    /// A word that one field knows is not matched to a similar word of another.
    private boolean fits(Field field, Cell cell) {
        if (fieldTypes.value(field, cell) != null) return true;
        boolean elsewhere = type.fields().stream()
                .anyMatch(other ->
                        !other.equals(field) && other.type().equals("choice") && fieldTypes.value(other, cell) != null);
        return !elsewhere && ChoiceGuess.of(field, CellText.of(cell)).isPresent();
    }

    /// @param wide fields with one column for each year, with their columns (A is 0)
    private void convert(Row row, Map<Field, Integer> wide, @Nullable AcademicYear wideYear) {
        AcademicYear year = wideYear == null ? year(row) : wideYear;
        List<Entry> entries = new ArrayList<>();
        int line = lines.size();
        for (int i = 0; i < columns.size(); i++) {
            Field field = columns.get(i).field();
            entries.add(sameAsAbove.asked(
                    entry(field, row, wide, year, line, i), matches.get(field), row, line, i, remarks));
        }
        lines.add(new Line(row.number(), entries));
    }

    private Entry entry(
            Field field, Row row, Map<Field, Integer> wide, @Nullable AcademicYear year, int line, int column) {
        if (field.type().equals("school")) return schools.entry(field, row, year, line, column);
        if (field.type().equals("academic_year") && !years.isEmpty() && year != null)
            return new Entry(new Cell.Text(year.label()), Mark.NONE);
        TickedColumns columnsTicked = plan.candidate().ticked();
        if (columnsTicked != null && columnsTicked.field().equals(field) && ticked != null)
            return new Entry(new Cell.Text(ticked), Mark.GUESS);
        Optional<Given> titled = plan.blocks().of(field, row);
        if (titled.isPresent()) return new Entry(new Cell.Text(titled.get().written()), Mark.GUESS);
        if (constant != null && constant.field().equals(field))
            return new Entry(new Cell.Text(constant.written()), Mark.GUESS);
        if (sessions != null && field.name().equals(sessions.ticks().offered()))
            return new Entry(number(sessions.offered()), Mark.GUESS);
        if (sessions != null && field.name().equals(sessions.ticks().attended())) {
            sessions.unknown(row).forEach(session -> sayOfMark(field, row, session, line, column));
            return new Entry(number(sessions.attended(row)), Mark.GUESS);
        }
        ColouredColumn coloured = plan.coloured().get(field);
        if (coloured != null) {
            String choice = coloured.choices().get(row.number());
            return choice == null ? new Entry(Cell.BLANK, Mark.GAP) : new Entry(new Cell.Text(choice), Mark.GUESS);
        }
        ColumnMatch match = matches.get(field);
        int from = wide.getOrDefault(field, match == null ? -1 : match.column());
        Cell cell = cell(field, row, from);
        if (cell.isBlank()) return new Entry(Cell.BLANK, field.required() ? Mark.GAP : Mark.NONE);
        String address = from < 0 ? null : RecognisedTable.address(from, row.number());
        Field by = plan.asked(field);
        Optional<CellReading> open = FieldTypes.leftOpen(field, cell);
        if (open.isEmpty() && ofPeople.contains(field)) return reference(field, cell);
        CellReading reading = open.orElseGet(() -> fieldTypes.read(by, cell, year, name -> beside(row, name)));
        boolean guessed = match != null && !match.exact();
        if (reading.value() != null) {
            Cell written = field.type().equals("choice")
                    ? new Cell.Text(reading.value().toString())
                    : withoutAddresses(cell);
            return new Entry(written, guessed ? Mark.GUESS : Mark.NONE);
        }
        if (reading.remark() == null) return new Entry(cell, Mark.NONE);
        Optional<String> meant =
                field.type().equals("choice") && reading.remark().rule() != Rule.VALUE_NOT_KNOWN
                        ? ChoiceGuess.of(field, CellText.of(cell))
                        : Optional.empty();
        if (meant.isPresent()) {
            remarks.add(
                    Rule.VALUE_GUESSED,
                    row.number(),
                    address,
                    field,
                    CellText.of(cell),
                    line,
                    column,
                    true,
                    "meant",
                    meant.get());
            return new Entry(new Cell.Text(meant.get()), Mark.GUESS);
        }
        boolean notKnown = reading.remark().rule() == Rule.VALUE_NOT_KNOWN;
        Map<String, Object> words = new HashMap<>(reading.remark().words());
        remarks.add(
                reading.remark().rule(),
                row.number(),
                address,
                field,
                CellText.of(cell),
                line,
                column,
                true,
                words.entrySet().stream()
                        .flatMap(word -> Stream.of(word.getKey(), word.getValue()))
                        .toArray());
        return new Entry(
                notKnown ? Cell.BLANK : withoutAddresses(cell),
                rules.isError(reading.remark().rule()) || field.required() ? Mark.GAP : Mark.GUESS);
    }

    /// @param from its column; -1 if it has none
    private Cell cell(Field field, Row row, int from) {
        if (from < 0) return Cell.BLANK;
        Row heading = plan.candidate().heading();
        if (field.type().equals("reference")) return NameParts.joined(heading, row, from);
        boolean shares = field.shareOf() != null && isOfShares(CellText.of(heading.cell(from)));
        return shares ? share(row.cell(from)) : row.cell(from);
    }

    private static boolean isOfShares(String heading) {
        return heading.indexOf('%') >= 0 || NormalText.key(heading).contains("percent");
    }

    /// 67 and 0.67 below a heading of percentages both mean 67%.
    private static Cell share(Cell cell) {
        String text = CellText.of(cell);
        boolean said = cell instanceof Cell.Number number && NumberFormat.isPercentage(number.format());
        if (said || !text.matches("\\d{1,3}(\\.\\d{1,9})?")) return cell;
        BigDecimal number = new BigDecimal(text);
        BigDecimal percent = number.compareTo(BigDecimal.ONE) <= 0 ? number.movePointRight(2) : number;
        return new Cell.Text(percent.stripTrailingZeros().toPlainString() + "%");
    }

    private void sayOfMark(Field field, Row row, int session, int line, int column) {
        remarks.add(
                Rule.SESSION_MARK_UNKNOWN,
                row.number(),
                RecognisedTable.address(session, row.number()),
                field,
                CellText.of(row.cell(session)),
                line,
                column,
                true,
                "heading",
                plan.heading(session));
    }

    /// The value of another field in the row: a percentage is a share of the number offered.
    private String beside(Row row, String name) {
        if (sessions != null && name.equals(sessions.ticks().offered())) return String.valueOf(sessions.offered());
        return matches.values().stream()
                .filter(match -> match.field().type().equals(name)
                        || match.field().name().equals(name))
                .map(match -> CellText.of(row.cell(match.column())))
                .findFirst()
                .orElse("");
    }

    private static Cell withoutAddresses(Cell cell) {
        return cell instanceof Cell.Text text && PersonalText.isIn(text.text())
                ? new Cell.Text(PersonalText.coded(text.text()))
                : cell;
    }

    private static Cell number(int number) {
        return new Cell.Number(BigDecimal.valueOf(number));
    }

    private Entry reference(Field field, Cell cell) {
        String text = CellText.of(cell);
        if (!ConversionPlan.isName(field, text)) return new Entry(withoutAddresses(cell), Mark.NONE);
        String hub = given.stream()
                .filter(one -> one.field().type().equals("hub"))
                .map(Given::written)
                .findFirst()
                .orElse("");
        return new Entry(new Cell.Text(pseudonyms.of(hub, text)), Mark.NONE);
    }

    private @Nullable AcademicYear year(Row row) {
        for (Field field : plan.claimed("academic_year")) {
            ColumnMatch match = matches.get(field);
            Object value = match == null
                    ? Stream.concat(plan.blocks().of(field, row).stream(), given.stream())
                            .filter(one -> one.field().equals(field))
                            .map(Given::value)
                            .findFirst()
                            .orElse(null)
                    : fieldTypes.value(field, row.cell(match.column()));
            if (value instanceof Integer period) return AcademicYear.ofPeriod(period);
        }
        return null;
    }
}
