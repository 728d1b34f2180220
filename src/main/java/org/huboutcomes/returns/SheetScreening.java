package org.huboutcomes.returns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellReference;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.intake.Cell;
import org.huboutcomes.intake.Row;
import org.huboutcomes.intake.Sheet;
import org.huboutcomes.intake.Unreadable;
import org.jspecify.annotations.Nullable;

/// The reading of one recognised sheet, from its heading row to its last row.
final class SheetScreening {

    /// What a template fills in by itself: whose it is, and which schools.
    private static final Set<String> GIVEN = Set.of("hub", "academic_year", "school");

    private final Sheet source;
    private final MergedLabels merged;
    private final HiddenParts hidden = new HiddenParts();
    private final Recognised sheet;
    private final ReturnType type;
    private final Rules rules;
    private final Aside aside;
    private final List<Field> stored;
    private final List<Integer> reasons;
    private final Map<Field, Integer> columns;
    private final Findings findings;
    private final RowReading reading;
    private final Map<Slot, AcceptedRows> accepted = new LinkedHashMap<>();
    private boolean isTemplate;
    private int lastRow;
    private int rowsThere;
    private int rowsAside;
    private int leftOut;
    private int duplicate;

    /// The hub and year that a row fills; both null for a reference list.
    private record Slot(@Nullable String hub, @Nullable Integer timePeriod) {}

    SheetScreening(Sheet source, Recognised sheet, FieldTypes fieldTypes, Rules rules, int findingsLimit) {
        this.source = source;
        this.merged = new MergedLabels(source, sheet.columns());
        this.sheet = sheet;
        this.type = sheet.type();
        this.rules = rules;
        this.findings = new Findings(findingsLimit);
        this.reading = new RowReading(sheet, fieldTypes, rules, findings);
        this.aside = new Aside(sheet, reading::refuses);
        this.stored = type.stored();
        this.reasons = IntStream.range(0, sheet.heading().cells().size())
                .filter(column -> Ours.isReasons(CellText.of(sheet.heading().cell(column))))
                .boxed()
                .toList();
        this.columns = sheet.byField();
        this.lastRow = sheet.heading().number();
    }

    /// Says whether the sheet is one that we made to be filled in.
    SheetScreening template(boolean ours) {
        isTemplate = ours;
        return this;
    }

    /// Says that other tables of this sheet came before this one.
    SheetScreening after() {
        int row = sheet.heading().number();
        int column = sheet.columns().keySet().iterator().next();
        findings.add(rules.at(
                Rule.SECOND_TABLE,
                row,
                Recognised.address(column, row),
                null,
                heading(column),
                Reading.words("return", type.title())));
        return this;
    }

    ScreenedSheet screen(Feed feed) throws Unreadable {
        readHeadings();
        reading.readAbove();
        boolean unread = findings.anyError();
        for (Row row = feed.next(); row != null; row = feed.next()) if (!unread) screen(row);
        if (unread) return ScreenedSheet.held(source.name(), type, findings.told());
        findings.addFirst(hidden.findings(rules, sheet, source.hidden(), feed.hiddenColumns()));
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

    private void screen(Row asItCame) throws Unreadable {
        Row row = withoutReasons(asItCame);
        if (row.isBlank()) return;
        rowsThere++;
        lastRow = row.number();
        if (aside.isAside(row) || isTemplate && isNotFilledIn(row)) {
            rowsAside++;
            return;
        }
        hidden.look(row);
        @Nullable Object[] values = reading.read(merged.shown(row));
        if (values != null) reading.lookForTest(row);
        if (values == null) leftOut++;
        else if (!keep(row.number(), values)) duplicate++;
    }

    /// A row of a template that names a school, as the template did, and says nothing of it.
    private boolean isNotFilledIn(Row row) {
        return sheet.columns().entrySet().stream()
                .filter(column -> !GIVEN.contains(column.getValue().type())
                        && !GIVEN.contains(column.getValue().name()))
                .allMatch(column -> row.cell(column.getKey()).isBlank());
    }

    /// What we wrote beside the row when it last went back is no part of it.
    private Row withoutReasons(Row row) {
        if (reasons.stream().allMatch(column -> row.cell(column).isBlank())) return row;
        List<Cell> cells = new ArrayList<>(row.cells());
        for (int column : reasons) if (column < cells.size()) cells.set(column, Cell.BLANK);
        return new Row(row.number(), row.hidden(), cells);
    }

    /// Rows equal in every field count once. Where rows are known by an id, one without it may be another person's.
    private boolean keep(int number, @Nullable Object[] values) {
        boolean anonymous = type.identity() != null && values[index(type.identity())] == null;
        return accepted.computeIfAbsent(slot(values), none -> new AcceptedRows(values.length))
                .keep(number, values, !anonymous);
    }

    private Slot slot(@Nullable Object[] values) {
        if (type.claim().isEmpty()) return new Slot(null, null);
        return new Slot((String) values[index(type.claim().get(0))], (Integer)
                values[index(type.claim().get(1))]);
    }

    private int index(String field) {
        for (int i = 0; i < stored.size(); i++) if (stored.get(i).name().equals(field)) return i;
        throw new CatalogueFault("jobs/returns/" + type.name() + ".yaml has no field " + field + ".");
    }

    private boolean isHeld() {
        return findings.untold() > 0 || leftOut * 100L > (long) type.heldOverPercent() * (rowsThere - rowsAside);
    }

    private ScreenedSheet held() {
        int rows = rowsThere - rowsAside;
        if (findings.untold() > 0) findings.add(rules.whole(Rule.TOO_MANY_FINDINGS, "more", findings.untold()));
        else
            findings.add(rules.whole(
                    Rule.TOO_MANY_ERRORS, "wrong", leftOut, "rows", rows, "percent", type.heldOverPercent()));
        Tally tally = new Tally(rowsRead(), 0, rows - duplicate, duplicate, rowsRead() - rows);
        List<Claim> claims = accepted.keySet().stream()
                .map(slot -> new Claim(slot.hub(), slot.timePeriod(), List.of()))
                .toList();
        return new ScreenedSheet(
                source.name(), type, ScreenedSheet.Status.HELD, letters(), tally, claims, findings.told());
    }

    private ScreenedSheet accepted() {
        if (accepted.isEmpty()) claimNothing();
        int kept = accepted.values().stream().mapToInt(List::size).sum();
        Tally tally = new Tally(rowsRead(), kept, leftOut, duplicate, rowsRead() - rowsThere + rowsAside);
        List<Claim> claims = accepted.entrySet().stream()
                .map(slot -> new Claim(slot.getKey().hub(), slot.getKey().timePeriod(), slot.getValue()))
                .toList();
        return new ScreenedSheet(
                source.name(), type, ScreenedSheet.Status.ACCEPTED, letters(), tally, claims, findings.told());
    }

    /// Headings and no rows are a nil return, if it can be known whose. A reference list is never empty on purpose.
    private void claimNothing() {
        if (leftOut > 0 || isTemplate && type.claim().isEmpty()) return;
        Slot slot = slot(reading.above());
        if (slot.hub() != null && slot.timePeriod() != null) accepted.put(slot, new AcceptedRows(stored.size()));
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
