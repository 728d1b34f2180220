package org.huboutcomes.returns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellReference;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.returns.conversion.ColoursAlone;
import org.huboutcomes.returns.conversion.CountedSessions;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.returns.findings.FindingCollector;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.findings.Rules;
import org.huboutcomes.returns.recognition.GeneratedParts;
import org.huboutcomes.returns.recognition.HiddenParts;
import org.huboutcomes.returns.recognition.IgnoredRows;
import org.huboutcomes.returns.recognition.MergedLabels;
import org.huboutcomes.returns.recognition.RecognisedTable;
import org.huboutcomes.returns.recognition.TableReader;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.values.CodeSpellings;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.returns.values.Pseudonyms;
import org.huboutcomes.returns.values.ReferenceLists;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.Sheet;
import org.huboutcomes.spreadsheets.model.UnreadableException;
import org.jspecify.annotations.Nullable;

/// Reads one recognised sheet, from its heading row to its last row.
final class SheetScreening {

    /// The fields that a template fills in: hub and year, schools, and people who took part before.
    private static final Set<String> GIVEN = Set.of("hub", "academic_year", "school", "school_name");

    /// A longer sheet is not maintained by hand, so it is not read a second time for its colours.
    private static final int MOST_COLOURED = 5_000;

    private final Sheet source;
    private final MergedLabels merged;
    private final HiddenParts hidden = new HiddenParts();
    private final RecognisedTable sheet;
    private final ReturnType type;
    private final Rules rules;
    private final IgnoredRows aside;
    private final List<Field> stored;
    private final List<Integer> reasons;
    private final Map<Field, Integer> columns;
    private final FindingCollector findings;
    private final CodeSpellings spellings;
    private final ReferenceLists registers;
    private final RowScreening reading;
    private final NilReturn nilReturn;
    private final Map<Slot, AcceptedRows> accepted = new LinkedHashMap<>();
    /// The codes in the sheet, by the position of their field.
    private final Map<Integer, Set<String>> written = new HashMap<>();
    private final List<Row> unreadable = new ArrayList<>();
    private final Map<String, Integer> setAside = new LinkedHashMap<>();
    private @Nullable CountedSessions sessions;
    private boolean screened;
    private boolean isTemplate;
    private final Set<Integer> blankColumns;
    private final ColumnsWithoutHeading withoutHeading;
    private final SheetHeadings headings;
    private int lastRow;
    /// The number of extra rows of the return made from rows of the sheet.
    private int again;
    private int end;
    private int rowsThere;
    private int rowsAside;
    private int leftOut;
    private int duplicate;

    /// The hub and year that a row fills; both null for a reference list.
    private record Slot(@Nullable String hub, @Nullable Integer timePeriod) {}

    SheetScreening(
            Sheet source,
            RecognisedTable sheet,
            FieldTypes fieldTypes,
            ReferenceLists registers,
            Rules rules,
            int findingsLimit,
            CodeSpellings spellings,
            Pseudonyms pseudonyms) {
        this.source = source;
        this.registers = registers;
        this.merged = new MergedLabels(source, sheet.columns());
        this.sheet = sheet;
        this.type = sheet.type();
        this.rules = rules;
        this.findings = new FindingCollector(findingsLimit);
        this.headings = new SheetHeadings(sheet, fieldTypes, rules, findings);
        this.spellings = spellings;
        this.reading = new RowScreening(sheet, fieldTypes, rules, findings, spellings, pseudonyms);
        this.nilReturn = new NilReturn(sheet, fieldTypes);
        this.aside = new IgnoredRows(sheet, reading::refuses);
        this.stored = type.stored();
        this.reasons = IntStream.range(0, sheet.heading().cells().size())
                .filter(column ->
                        GeneratedParts.isReasons(CellText.of(sheet.heading().cell(column))))
                .boxed()
                .toList();
        this.columns = sheet.byField();
        this.lastRow = sheet.heading().number();
        this.withoutHeading = new ColumnsWithoutHeading(sheet);
        this.blankColumns = IntStream.range(0, sheet.heading().cells().size())
                .filter(column -> !headings.heading(column).isEmpty() && !reasons.contains(column))
                .boxed()
                .collect(Collectors.toCollection(HashSet::new));
        for (int i = 0; i < stored.size(); i++)
            if (columns.containsKey(stored.get(i)) && CodeMeanings.areOf(stored.get(i)))
                written.put(i, new HashSet<>());
    }

    /// Sets whether the sheet is one of our templates.
    SheetScreening template(boolean ours) {
        isTemplate = ours;
        return this;
    }

    /// Sets that this sheet has other tables above this one.
    SheetScreening after() {
        int row = sheet.heading().number();
        int column = sheet.columns().keySet().iterator().next();
        findings.add(rules.at(
                Rule.SECOND_TABLE,
                row,
                RecognisedTable.address(column, row),
                null,
                headings.heading(column),
                Rules.words("return", type.title())));
        return this;
    }

    /// Adds findings made before the rows are read.
    SheetScreening with(List<Finding> before) {
        before.forEach(findings::add);
        return this;
    }

    /// Sets the last row of the sheet, if the rows that are read are not its own.
    SheetScreening downTo(int row) {
        end = row;
        return this;
    }

    /// Sets the counted sessions.
    SheetScreening counting(@Nullable CountedSessions counted) {
        sessions = counted;
        if (counted != null) counted.findings(rules).forEach(findings::add);
        return this;
    }

    ScreenedSheet screen(TableReader feed) throws UnreadableException {
        spellings.nextSheet();
        headings.read();
        reading.readAbove();
        boolean wrongAbove = findings.anyError();
        boolean unread = wrongAbove || !sheet.missing().isEmpty();
        for (Row row = feed.next(); row != null; row = feed.next()) {
            Row own = withoutReasons(row);
            if (holdsData(own) && !unread) take(own);
        }
        // Below the table, rows without readable values are notes.
        if (screened) rowsAside += unreadable.size();
        else screenUnreadable();
        Optional<Slot> nil = rowsThere == rowsAside ? emptySlot() : Optional.empty();
        List<Finding> missing = headings.missing(nil.isPresent() ? type.claim() : List.of());
        findings.addFirst(missing);
        if (wrongAbove || !missing.isEmpty()) return unread();
        if (isTemplate && nil.isPresent()) return notFilledIn(nil.get());
        findings.addFirst(summary());
        leaveOutOtherScales();
        readShortCodes();
        findings.addFirst(colours());
        if (!type.otherHeadingsLeft() && !type.fromPlatforms() && !isTemplate)
            findings.addFirst(withoutHeading.findings(rules));
        List<Finding> unseen = new ArrayList<>(hidden.findings(rules, sheet, source.hidden(), feed.hiddenColumns()));
        HiddenParts.struck(rules, feed.struckRows(), sheet.heading().number() + 1)
                .ifPresent(unseen::add);
        findings.addFirst(unseen);
        return isHeld() ? held() : accepted(nil);
    }

    /// Counts the row, and returns whether it holds data.
    private boolean holdsData(Row row) {
        if (row.isBlank()) return false;
        rowsThere++;
        if (row.number() == lastRow) again++;
        lastRow = row.number();
        blankColumns.removeIf(column -> !row.cell(column).isBlank());
        boolean isData = !aside.isAside(row) && !(isTemplate && isNotFilledIn(row));
        if (!isData) rowsAside++;
        return isData;
    }

    private void take(Row row) throws UnreadableException {
        String what = reading.setAside(row);
        if (what != null) {
            rowsAside++;
            setAside.merge(what, 1, Integer::sum);
        } else if (reading.isAnyRead(row)) {
            screenUnreadable();
            screened = true;
            screen(row);
        } else unreadable.add(row);
    }

    private void screenUnreadable() throws UnreadableException {
        for (Row row : unreadable) screen(row);
        unreadable.clear();
    }

    private void screen(Row row) throws UnreadableException {
        hidden.look(row);
        withoutHeading.look(row);
        Row shown = merged.shown(row);
        @Nullable Object[] values = reading.read(sessions == null ? shown : sessions.with(shown));
        if (sessions != null && values != null)
            for (Finding finding : sessions.findings(rules, row)) findings.add(finding);
        if (values != null) reading.lookForTest(row);
        if (values == null) leftOut++;
        else if (!keep(row.number(), values)) duplicate++;
    }

    /// A row of a template with only the school and people that the template gave.
    private boolean isNotFilledIn(Row row) {
        return sheet.columns().entrySet().stream()
                .filter(column -> !GIVEN.contains(column.getValue().type()) && !isGivenPerson(column.getValue()))
                .allMatch(column -> row.cell(column.getKey()).isBlank());
    }

    /// A template gives the people of each school with it.
    private boolean isGivenPerson(Field field) {
        return field.type().equals("reference")
                && type.fields().stream().anyMatch(other -> other.type().equals("school") && other.required());
    }

    /// Removes the reasons that we wrote beside the row when the file was last returned.
    private Row withoutReasons(Row row) {
        if (reasons.stream().allMatch(column -> row.cell(column).isBlank())) return row;
        List<Cell> cells = new ArrayList<>(row.cells());
        for (int column : reasons) if (column < cells.size()) cells.set(column, Cell.BLANK);
        return new Row(row.number(), row.hidden(), cells);
    }

    /// Counts equal rows once. If rows have ids, a row without one may be another person's.
    private boolean keep(int number, @Nullable Object[] values) {
        for (Map.Entry<Integer, Set<String>> codes : written.entrySet()) {
            Object code = values[codes.getKey()];
            if (code != null) codes.getValue().add(code.toString());
        }
        return accepted.computeIfAbsent(slot(values), none -> new AcceptedRows(values.length))
                .keep(number, values, !isAnonymous(values));
    }

    private boolean isAnonymous(@Nullable Object[] values) {
        return type.identity() != null && values[index(type.identity())] == null;
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

    private List<Finding> summary() {
        List<Finding> told = new ArrayList<>(reading.summary());
        setAside.forEach((what, rows) -> told.add(
                rules.whole(Rule.ANSWERS_SET_ASIDE, "rows", EnglishFormat.counted(rows, "row", "rows"), "what", what)));
        told.addAll(missingColumns());
        return told;
    }

    /// Reports what cannot be computed without an optional column.
    private List<Finding> missingColumns() {
        if (isTemplate || rowsThere == rowsAside) return List.of();
        Map<String, List<String>> missing = new LinkedHashMap<>();
        for (Field field : type.fields())
            if (field.without() != null
                    && !columns.containsKey(field)
                    && !sheet.labels().containsKey(field))
                missing.computeIfAbsent(field.without(), none -> new ArrayList<>())
                        .add(field.title());
        String year = accepted.size() == 1
                ? Optional.ofNullable(accepted.keySet().iterator().next().timePeriod())
                        .map(period -> AcademicYear.ofPeriod(period).label())
                        .orElse(null)
                : null;
        List<Finding> told = new ArrayList<>();
        missing.forEach((unknown, fields) -> {
            Map<String, String> words =
                    Rules.words("fields", String.join(" or ", fields), "unknown", unknown, "year", year);
            told.add(rules.whole(Rule.MISSING_COLUMN, words));
        });
        return told;
    }

    /// A question that is answered on another scale is left out of every row.
    private void leaveOutOtherScales() {
        List<Integer> leftOut = reading.otherScales();
        if (leftOut.isEmpty()) return;
        accepted.replaceAll((slot, rows) -> {
            AcceptedRows kept = new AcceptedRows(stored.size());
            for (AcceptedRow row : rows) {
                @Nullable Object[] values = row.values();
                for (int position : leftOut) values[position] = null;
                kept.keep(row.number(), values, false);
            }
            return kept;
        });
    }

    /// Replaces a code without its programme, or a title in place of a code, by the known code.
    private void readShortCodes() {
        for (int at : written.keySet()) {
            Field field = stored.get(at);
            int column = Objects.requireNonNull(columns.get(field));
            Set<String> told = new HashSet<>();
            accepted.replaceAll((slot, rows) -> {
                if (slot.timePeriod() == null) return rows;
                CodeMeanings meanings = new CodeMeanings(
                        field, registers.codes(slot.hub(), slot.timePeriod()), written.getOrDefault(at, Set.of()));
                if (meanings.isEmpty()) return rows;
                AcceptedRows kept = new AcceptedRows(stored.size());
                for (AcceptedRow row : rows) {
                    @Nullable Object[] values = row.values();
                    Object code = values[at];
                    Optional<String> meant = code == null ? Optional.empty() : meanings.of(code.toString());
                    if (meant.isPresent() && code != null) {
                        values[at] = meant.get();
                        if (told.add(code.toString())) tellMeant(field, code.toString(), meant.get(), row, column);
                    }
                    if (!kept.keep(row.number(), values, !isAnonymous(values))) duplicate++;
                }
                return kept;
            });
        }
    }

    private void tellMeant(Field field, String code, String meant, AcceptedRow row, int column) {
        findings.add(rules.at(
                Rule.VALUE_GUESSED,
                row.number(),
                RecognisedTable.address(column, row.number()),
                field.name(),
                code,
                Rules.words("field", field.title(), "meant", meant, "happened", "It was read so in every row")));
    }

    /// The findings about columns that have colours but no text.
    private List<Finding> colours() {
        if (isTemplate || blankColumns.isEmpty() || rowsRead() > MOST_COLOURED) return List.of();
        int row = sheet.heading().number();
        try {
            List<Integer> rows = IntStream.rangeClosed(row + 1, lastRow).boxed().toList();
            return new ColoursAlone(
                            source.fills(), rows, sheet.heading().cells().size())
                    .among(blankColumns).stream()
                            .map(column -> rules.at(
                                    Rule.COLOURS_NOT_READ,
                                    row,
                                    RecognisedTable.address(column, row),
                                    null,
                                    headings.heading(column),
                                    Rules.words(
                                            "column",
                                            CellReference.convertNumToColString(column),
                                            "heading",
                                            headings.heading(column),
                                            "happened",
                                            "The column was read as blank")))
                            .toList();
        } catch (UnreadableException alreadyTold) {
            return List.of();
        }
    }

    private boolean isHeld() {
        return findings.untold() > 0 || leftOut * 100L > (long) type.heldOverPercent() * (rowsThere - rowsAside);
    }

    /// No row was loaded, but the rows are counted.
    private ScreenedSheet unread() {
        int rows = rowsThere - rowsAside;
        RowCounts tally = new RowCounts(rowsRead(), 0, rows, 0, rowsRead() - rows);
        return new ScreenedSheet(
                source.name(), type, ScreenedSheet.Status.HELD, Map.of(), tally, List.of(), findings.told());
    }

    private ScreenedSheet held() {
        int rows = rowsThere - rowsAside;
        if (findings.untold() > 0) findings.add(rules.whole(Rule.TOO_MANY_FINDINGS, "more", findings.untold()));
        else
            findings.add(rules.whole(
                    Rule.TOO_MANY_ERRORS,
                    "wrong",
                    leftOut,
                    "rows",
                    EnglishFormat.counted(rows, "row has", "rows have"),
                    "percent",
                    type.heldOverPercent()));
        RowCounts tally = new RowCounts(rowsRead(), 0, rows - duplicate, duplicate, rowsRead() - rows);
        List<Claim> claims = accepted.keySet().stream()
                .map(slot -> new Claim(slot.hub(), slot.timePeriod(), List.of()))
                .toList();
        return new ScreenedSheet(
                source.name(), type, ScreenedSheet.Status.HELD, letters(), tally, claims, findings.told());
    }

    private ScreenedSheet accepted(Optional<Slot> nil) {
        if (nil.isPresent()) claimNothing(nil.get());
        else if (rowsThere == rowsAside && !isTemplate) findings.add(rules.whole(Rule.NIL_RETURN_OF_NOBODY));
        int kept = accepted.values().stream().mapToInt(List::size).sum();
        RowCounts tally = new RowCounts(rowsRead(), kept, leftOut, duplicate, rowsRead() - rowsThere + rowsAside);
        List<Claim> claims = accepted.entrySet().stream()
                .map(slot -> new Claim(slot.getKey().hub(), slot.getKey().timePeriod(), slot.getValue()))
                .toList();
        return new ScreenedSheet(
                source.name(), type, ScreenedSheet.Status.ACCEPTED, letters(), tally, claims, findings.told());
    }

    private void claimNothing(Slot slot) {
        accepted.put(slot, new AcceptedRows(stored.size()));
        findings.add(rules.whole(
                Rule.NIL_RETURN,
                "return",
                type.title(),
                "hub",
                Objects.requireNonNull(slot.hub()),
                "year",
                AcademicYear.ofPeriod(Objects.requireNonNull(slot.timePeriod())).label()));
    }

    /// The rows that a template was issued with do not count: a hub that adds nothing has not reported zero.
    private ScreenedSheet notFilledIn(Slot slot) {
        return ScreenedSheet.notFilledIn(
                source.name(), type, new RowCounts(rowsRead(), 0, 0, 0, rowsRead()), slot.hub(), slot.timePeriod());
    }

    /// The hub and year above the headings of a table without rows. A reference list has neither, and is never
    /// empty on purpose.
    private Optional<Slot> emptySlot() {
        if (type.claim().isEmpty()) return Optional.empty();
        List<Optional<Object>> found = type.claim().stream()
                .map(name -> Objects.requireNonNull(type.find(name)))
                .map(field -> Optional.ofNullable(reading.above(field)).or(() -> nilReturn.value(field)))
                .toList();
        if (found.stream().anyMatch(Optional::isEmpty)) return Optional.empty();
        return Optional.of(new Slot(
                (String) found.get(0).orElseThrow(), (Integer) found.get(1).orElseThrow()));
    }

    /// Blank rows between others count as read and are ignored.
    private int rowsRead() {
        return Math.max(lastRow, end) - sheet.heading().number() + again;
    }

    private Map<String, String> letters() {
        Map<String, String> letters = new HashMap<>();
        columns.forEach((field, column) -> letters.put(field.name(), CellReference.convertNumToColString(column)));
        return letters;
    }
}
