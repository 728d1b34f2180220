package org.huboutcomes.returns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellReference;
import org.huboutcomes.intake.Cell;
import org.huboutcomes.intake.Row;
import org.huboutcomes.intake.Rows;
import org.huboutcomes.intake.Sheet;
import org.huboutcomes.intake.Unreadable;
import org.jspecify.annotations.Nullable;

/// The reading of one recognised sheet, from its heading row to its last row.
final class SheetScreening {

    private final Sheet source;
    private final MergedLabels merged;
    private final HiddenParts hidden = new HiddenParts();
    private final Recognised sheet;
    private final ReturnType type;
    private final FieldTypes fieldTypes;
    private final Rules rules;
    private final Aside aside;
    private final List<Field> stored;
    private final List<Integer> reasons;
    private final Map<Field, Integer> columns;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Field, Object> above = new HashMap<>();
    private final Map<Slot, List<Claim.AcceptedRow>> accepted = new LinkedHashMap<>();
    private final Set<List<Object>> seen = new HashSet<>();
    private int lastRow;
    private int rowsThere;
    private int rowsAside;
    private int leftOut;
    private int duplicate;

    /// The hub and year that a row fills; both null for a reference list.
    private record Slot(@Nullable String hub, @Nullable Integer timePeriod) {}

    SheetScreening(Sheet source, Recognised sheet, FieldTypes fieldTypes, Rules rules) {
        this.source = source;
        this.merged = new MergedLabels(source, sheet.columns());
        this.sheet = sheet;
        this.type = sheet.type();
        this.fieldTypes = fieldTypes;
        this.rules = rules;
        this.aside = new Aside(sheet);
        this.stored = type.stored();
        this.reasons = IntStream.range(0, sheet.heading().cells().size())
                .filter(column -> Ours.isReasons(CellText.of(sheet.heading().cell(column))))
                .boxed()
                .toList();
        this.columns = sheet.byField();
        this.lastRow = sheet.heading().number();
    }

    ScreenedSheet screen(List<Row> first, Rows rest) throws Unreadable {
        readHeadings();
        readAbove();
        if (findings.stream().anyMatch(Finding::isError)) return ScreenedSheet.held(source.name(), type, findings);
        for (Row row : first) if (row.number() > sheet.heading().number()) screen(row);
        for (Row row = rest.next(); row != null; row = rest.next()) screen(row);
        findings.addAll(0, hidden.findings(rules, sheet, source.hidden(), rest.hiddenColumns()));
        return isHeld() ? held() : accepted();
    }

    private void readHeadings() {
        int row = sheet.heading().number();
        for (Field field : sheet.missing())
            findings.add(rules.at(
                    Rule.MISSING_HEADING,
                    row,
                    "A" + row,
                    field.name(),
                    null,
                    Reading.words(
                            "field", field.title(), "headings", field.headings().collect(Collectors.joining(", ")))));
        for (int column : sheet.twice()) tellHeading(Rule.DUPLICATE_HEADING, column);
        if (!type.otherHeadingsLeft())
            for (int column : sheet.others()) tellHeading(Rule.UNKNOWN_COLUMN, column, "nearest", nearest(column));
    }

    private void tellHeading(Rule rule, int column, @Nullable Object... words) {
        int row = sheet.heading().number();
        findings.add(rules.at(rule, row, Recognised.address(column, row), null, heading(column), Reading.words(words)));
    }

    private String heading(int column) {
        return CellText.of(sheet.heading().cell(column));
    }

    private @Nullable String nearest(int column) {
        List<String> open = type.fields().stream()
                .filter(field -> !columns.containsKey(field))
                .flatMap(Field::headings)
                .toList();
        return Words.nearest(heading(column), open).orElse(null);
    }

    /// Values above the table hold for every row, so a wrong one is told once and holds the whole sheet.
    private void readAbove() {
        sheet.labels().forEach((field, label) -> {
            Reading reading = fieldTypes.read(field, label.cell(), null);
            Reading.Remark remark = reading.remark();
            if (remark != null) {
                String happened = rules.isError(remark.rule()) ? "the sheet was not read" : "the sheet was kept";
                tell(remark, field, label.cell(), label.row(), label.address(), happened);
            }
            if (reading.value() != null) above.put(field, reading.value());
        });
    }

    private void screen(Row asItCame) throws Unreadable {
        Row row = withoutReasons(asItCame);
        if (row.isBlank()) return;
        rowsThere++;
        lastRow = row.number();
        if (aside.isAside(row)) {
            rowsAside++;
            return;
        }
        hidden.look(row);
        @Nullable Object[] values = read(merged.shown(row));
        if (values == null) leftOut++;
        else if (isRepeated(values)) duplicate++;
        else
            accepted.computeIfAbsent(slot(values), none -> new ArrayList<>())
                    .add(new Claim.AcceptedRow(row.number(), values));
    }

    /// What we wrote beside the row when it last went back is no part of it.
    private Row withoutReasons(Row row) {
        if (reasons.stream().allMatch(column -> row.cell(column).isBlank())) return row;
        List<Cell> cells = new ArrayList<>(row.cells());
        for (int column : reasons) if (column < cells.size()) cells.set(column, Cell.BLANK);
        return new Row(row.number(), row.hidden(), cells);
    }

    /// The row's values, or null when one of them is an error.
    private @Nullable Object @Nullable [] read(Row row) {
        AcademicYear year = year(row);
        @Nullable Object[] values = new Object[stored.size()];
        boolean good = true;
        for (int i = 0; i < values.length; i++) {
            Field field = stored.get(i);
            Integer column = columns.get(field);
            if (column == null) {
                values[i] = above.get(field);
                continue;
            }
            Cell cell = row.cell(column);
            Reading reading = fieldTypes.read(field, cell, year);
            Reading.Remark remark = reading.remark();
            if (remark == null && reading.value() == null && field.required())
                remark = new Reading.Remark(Rule.MISSING_VALUE, Map.of());
            if (remark != null) {
                boolean error = rules.isError(remark.rule());
                tell(
                        remark,
                        field,
                        cell,
                        row.number(),
                        Recognised.address(column, row.number()),
                        error ? "the row was left out" : "the row was kept");
                good &= !error;
            }
            values[i] = reading.value();
        }
        return good ? values : null;
    }

    private void tell(Reading.Remark remark, Field field, Cell cell, int row, String address, String happened) {
        findings.add(remark.finding(rules, field, cell, row, address, happened));
    }

    private @Nullable AcademicYear year(Row row) {
        for (Field field : stored) {
            if (!field.type().equals("academic_year")) continue;
            Integer column = columns.get(field);
            Object value = column == null
                    ? above.get(field)
                    : fieldTypes.read(field, row.cell(column), null).value();
            return value == null ? null : AcademicYear.ofPeriod((Integer) value);
        }
        return null;
    }

    /// Rows equal in every field count once. Where rows are known by an id, one without it may be another person's.
    private boolean isRepeated(@Nullable Object[] values) {
        boolean anonymous = type.identity() != null && values[index(type.identity())] == null;
        return !anonymous && !seen.add(Arrays.asList(values));
    }

    private Slot slot(@Nullable Object[] values) {
        if (type.claim().isEmpty()) return new Slot(null, null);
        return new Slot((String) values[index(type.claim().get(0))], (Integer)
                values[index(type.claim().get(1))]);
    }

    private int index(String field) {
        for (int i = 0; i < stored.size(); i++) if (stored.get(i).name().equals(field)) return i;
        throw new IllegalArgumentException("jobs/returns/" + type.name() + ".yaml has no field " + field + ".");
    }

    private boolean isHeld() {
        return leftOut * 100L > (long) type.heldOverPercent() * (rowsThere - rowsAside);
    }

    private ScreenedSheet held() {
        int rows = rowsThere - rowsAside;
        findings.add(
                rules.whole(Rule.TOO_MANY_ERRORS, "wrong", leftOut, "rows", rows, "percent", type.heldOverPercent()));
        Tally tally = new Tally(rowsRead(), 0, rows - duplicate, duplicate, rowsRead() - rows);
        List<Claim> claims = accepted.keySet().stream()
                .map(slot -> new Claim(slot.hub(), slot.timePeriod(), List.of()))
                .toList();
        return new ScreenedSheet(source.name(), type, ScreenedSheet.Status.HELD, letters(), tally, claims, findings);
    }

    private ScreenedSheet accepted() {
        if (accepted.isEmpty()) claimNothing();
        int kept = accepted.values().stream().mapToInt(List::size).sum();
        Tally tally = new Tally(rowsRead(), kept, leftOut, duplicate, rowsRead() - rowsThere + rowsAside);
        List<Claim> claims = accepted.entrySet().stream()
                .map(slot -> new Claim(slot.getKey().hub(), slot.getKey().timePeriod(), slot.getValue()))
                .toList();
        return new ScreenedSheet(
                source.name(), type, ScreenedSheet.Status.ACCEPTED, letters(), tally, claims, findings);
    }

    /// Headings and no rows are a nil return, if it can be known whose. A reference list is never empty on purpose.
    private void claimNothing() {
        if (leftOut > 0) return;
        @Nullable Object[] values = stored.stream().map(above::get).toArray();
        Slot slot = slot(values);
        if (slot.hub() != null && slot.timePeriod() != null) accepted.put(slot, List.of());
        else findings.add(rules.whole(Rule.NIL_RETURN_OF_NOBODY));
    }

    /// Blank rows between others are read too, and are aside.
    private int rowsRead() {
        return lastRow - sheet.heading().number();
    }

    private Map<String, String> letters() {
        Map<String, String> letters = new HashMap<>();
        columns.forEach((field, column) -> letters.put(field.name(), CellReference.convertNumToColString(column)));
        return letters;
    }
}
