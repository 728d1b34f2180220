package org.huboutcomes.returns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.returns.conversion.ValuesInText;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.returns.findings.FindingCollector;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.findings.Rules;
import org.huboutcomes.returns.recognition.RecognisedTable;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.returns.values.CellReading;
import org.huboutcomes.returns.values.CodeSpellings;
import org.huboutcomes.returns.values.Ditto;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.returns.values.NotKnown;
import org.huboutcomes.returns.values.Pseudonyms;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;
import org.jspecify.annotations.Nullable;

/// Reads the rows of one sheet, cell by cell, and reports errors and queries.
final class RowScreening {

    private static final Set<String> CODES = Set.of("code", "reference", "id");

    /// Field types that accept any text: a value in such a cell does not show that a row holds data.
    private static final Set<String> UNTYPED = Set.of(
            "text",
            "code",
            "network",
            "reference",
            "id",
            "mark",
            "school_name",
            "postcode",
            "local_authority",
            "moment");

    private static final Set<String> WORDS = Set.of("text", "network", "school_name");

    private static final Function<String, String> NOTHING_BESIDE = type -> "";

    private final RecognisedTable sheet;
    private final FieldTypes fieldTypes;
    private final Rules rules;
    private final List<Field> stored;
    private final Map<Field, Integer> columns;
    private final int[] columnOf;
    private final List<Field> asked;
    private final Map<Field, Object> above = new HashMap<>();
    private final FindingCollector findings;
    private final CodeSpellings spellings;
    private final NamedPeople people;
    private final Set<String> spelledTwice = new HashSet<>();
    private final PeopleTold named = new PeopleTold();
    private final RowAbove rowAbove = new RowAbove();
    private final AnswerScales scales;
    private final TwinColumns twins;
    private final List<Map.Entry<Field, Integer>> marks;
    private final Map<String, List<Integer>> schools = new HashMap<>();
    private final int yearAt;
    private final int identityAt;

    RowScreening(
            RecognisedTable sheet,
            FieldTypes fieldTypes,
            Rules rules,
            FindingCollector findings,
            CodeSpellings spellings,
            Pseudonyms pseudonyms) {
        this.sheet = sheet;
        this.fieldTypes = fieldTypes;
        this.rules = rules;
        this.findings = findings;
        this.stored = sheet.type().stored();
        this.columns = sheet.byField();
        this.columnOf = stored.stream()
                .mapToInt(field -> columns.getOrDefault(field, -1))
                .toArray();
        this.asked = stored.stream().map(this::asked).toList();
        this.yearAt = stored.stream().map(Field::type).toList().indexOf("academic_year");
        this.spellings = spellings;
        this.people = new NamedPeople(sheet, fieldTypes, pseudonyms);
        this.scales = new AnswerScales(sheet, fieldTypes, rules, asked);
        this.twins = TwinColumns.of(sheet);
        this.marks = sheet.type().fields().stream()
                .filter(field -> field.type().equals("mark") && columns.containsKey(field))
                .map(field -> Map.entry(field, Objects.requireNonNull(columns.get(field))))
                .toList();
        columns.keySet().stream()
                .filter(field -> field.type().equals("school"))
                .forEach(field -> schools.put(field.name(), sheet.again(field)));
        this.identityAt = sheet.type().identity() == null
                ? -1
                : sheet.type().columns().indexOf(sheet.type().identity());
    }

    /// A form with branches may ask the same question in different words.
    private Field askedIn(int column, Field field) {
        return field.askedBy(CellText.of(sheet.heading().cell(column)));
    }

    private Field asked(Field field) {
        Integer column = columns.get(field);
        return column == null
                ? field
                : field.askedBy(CellText.of(sheet.heading().cell(column)));
    }

    /// A value above the table applies to all rows: an error is reported once and holds the sheet.
    void readAbove() {
        sheet.labels().forEach((field, label) -> {
            CellReading reading = label(field, label.cell());
            CellReading.Remark remark = reading.remark();
            if (remark != null) {
                String happened = rules.isError(remark.rule()) ? "The sheet was not read" : "The sheet was kept";
                tell(remark, field, label.cell(), label.row(), label.address(), happened);
            }
            Optional<Object> named = field.type().equals("reference")
                    ? people.pseudonym(field, label).map(pseudonym -> pseudonym)
                    : Optional.empty();
            named.or(() -> Optional.ofNullable(reading.value())).ifPresent(value -> above.put(field, value));
        });
    }

    /// A hub or a year among other words is read as in a title, with a query.
    private CellReading label(Field field, Cell cell) {
        CellReading reading = fieldTypes.read(field, cell, null, NOTHING_BESIDE);
        boolean refused =
                reading.remark() != null && rules.isError(reading.remark().rule());
        if (!refused || !sheet.type().claim().contains(field.name())) return reading;
        List<Object> among =
                ValuesInText.of(fieldTypes, field, CellText.of(cell)).distinct().toList();
        if (among.size() != 1) return reading;
        String meant = field.type().equals("academic_year")
                ? AcademicYear.ofPeriod((Integer) among.get(0)).label()
                : among.get(0).toString();
        return CellReading.queried(among.get(0), Rule.VALUE_GUESSED, "meant", meant);
    }

    /// The value of this field above the table, which applies to every row.
    @Nullable
    Object above(Field field) {
        return above.get(field);
    }

    /// The row's values, or null if one of them is an error.
    @Nullable
    Object @Nullable [] read(Row row) {
        AcademicYear year = year(row);
        @Nullable Object[] values = new Object[stored.size()];
        boolean good = true;
        for (int i = 0; i < values.length; i++) {
            Field field = asked.get(i);
            if (columnOf[i] < 0) {
                values[i] = above.get(stored.get(i));
                continue;
            }
            int column = twins.filled(row, columnOf[i]);
            if (column < 0) {
                good = false;
                tellTwins(row, field, columnOf[i]);
                continue;
            }
            if (column != columnOf[i]) field = askedIn(column, field);
            if (field.type().equals("school")) column = school(row, field, column);
            Cell cell = row.cell(column);
            boolean sameAsAbove = isSameAsAbove(field, cell);
            CellReading reading = sameAsAbove
                    ? CellReading.refused(Rule.SAME_AS_ABOVE, "nearest", nearest(field, column))
                    : reading(field, row, cell, year);
            boolean own = Objects.equals(field.scale(), asked.get(i).scale());
            if (field.type().equals("scale") && own && scales.isLeftOut(i, cell, reading)) continue;
            CellReading.Remark remark = remark(field, reading);
            Optional<String> pseudonym = field.type().equals("reference") && !sameAsAbove
                    ? people.pseudonym(row, field, cell)
                    : Optional.empty();
            if (pseudonym.isPresent()) {
                named.add(field, row.number(), column);
                values[i] = pseudonym.get();
                continue;
            }
            if (remark != null) good &= tell(remark, field, row, column);
            values[i] = reading.value();
            if (remark == null && isCode(field)) compare(field, values[i], cell, row.number(), column);
            if (i == identityAt && LostDigits.in(cell)) {
                tell(new CellReading.Remark(Rule.ID_LOST_DIGITS, Map.of()), field, cell, row.number(), columnOf[i]);
                values[i] = null;
            }
        }
        rowAbove.isNow(row);
        return good ? values : null;
    }

    /// A mark such as a ditto, except in fields that accept any text.
    private static boolean isSameAsAbove(Field field, Cell cell) {
        return !WORDS.contains(field.type()) && Ditto.isSaid(cell);
    }

    /// The value in the row above. Names of people are not included in messages.
    private @Nullable String nearest(Field field, int column) {
        String above = rowAbove.of(column);
        return above.isEmpty() || field.type().equals("reference") && Pseudonyms.isName(above) ? null : above;
    }

    /// Words that mean "not known" are not read as a text, code or person. A list of the network may contain them.
    private CellReading reading(Field field, Row row, Cell cell, @Nullable AcademicYear year) {
        return (sheet.type().claim().isEmpty() ? Optional.<CellReading>empty() : FieldTypes.leftOpen(field, cell))
                .orElseGet(() -> fieldTypes.read(field, cell, year, type -> beside(row, type)));
    }

    /// The column that gives the school: the one that is read first or, if that is empty, another one with an
    /// equivalent heading.
    private int school(Row row, Field field, int column) {
        List<Integer> again = schools.getOrDefault(field.name(), List.of());
        if (again.isEmpty() || !saysNothing(row.cell(column))) return column;
        return again.stream()
                .filter(other -> !refuses(field, row.cell(other)))
                .findFirst()
                .or(() -> again.stream()
                        .filter(other -> !saysNothing(row.cell(other)))
                        .findFirst())
                .orElse(column);
    }

    private static boolean saysNothing(Cell cell) {
        return cell.isBlank() || NotKnown.isSaid(CellText.of(cell));
    }

    /// A school that is not found by its name is reported at the cell with the name.
    private boolean tell(CellReading.Remark remark, Field field, Row row, int column) {
        String name = remark.words().get("named");
        int at = name == null || name.equals(CellText.of(row.cell(column))) ? column : column("school_name", column);
        return tell(remark, field, row.cell(at), row.number(), at);
    }

    private int column(String type, int otherwise) {
        return columns.entrySet().stream()
                .filter(column -> column.getKey().type().equals(type))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    /// Reports a question that occurs twice in a form with branches and has two different answers.
    private void tellTwins(Row row, Field field, int column) {
        int twin = twins.differing(row, column);
        tell(
                new CellReading.Remark(Rule.TWIN_ANSWERS_DIFFER, Map.of("other", CellText.of(row.cell(column)))),
                field,
                row.cell(twin),
                row.number(),
                twin);
    }

    /// Why a row of a survey is not an answer, such as a preview; null if it is an answer.
    @Nullable
    String setAside(Row row) {
        for (Map.Entry<Field, Integer> mark : marks) {
            Object value = fieldTypes
                    .read(mark.getKey(), row.cell(mark.getValue()), null, NOTHING_BESIDE)
                    .value();
            if (value != null) return value.toString();
        }
        return null;
    }

    /// Whether any typed cell can be read; also true if no typed field is required, or none is filled.
    boolean isAnyRead(Row row) {
        boolean needed = false;
        boolean filled = false;
        for (Map.Entry<Field, Integer> column : columns.entrySet()) {
            Field field = column.getKey();
            boolean blank = row.cell(column.getValue()).isBlank();
            // A row with a code or a reference holds data, even if its other cells are wrong.
            if (field.required() && CODES.contains(field.type()) && hasDigit(row.cell(column.getValue()))) return true;
            if (UNTYPED.contains(field.type())) continue;
            needed |= field.required();
            filled |= !blank;
            if (!blank && !refuses(field, row.cell(column.getValue()))) return true;
        }
        return !needed || !filled;
    }

    private static boolean hasDigit(Cell cell) {
        return CellText.of(cell).chars().anyMatch(Character::isDigit);
    }

    /// The positions of the questions answered on another scale, in the order of the values of a row.
    List<Integer> otherScales() {
        return scales.leftOut();
    }

    private static boolean isCode(Field field) {
        return CODES.contains(field.type());
    }

    /// Two spellings of one code are reported once for each field of the sheet.
    private void compare(Field field, @Nullable Object code, Cell cell, int row, int column) {
        if (code == null || spelledTwice.contains(field.name())) return;
        spellings.other(field.name(), code.toString(), CellText.of(cell)).ifPresent(other -> {
            spelledTwice.add(field.name());
            tell(new CellReading.Remark(Rule.CODE_SPELLED_TWICE, Map.of("other", other)), field, cell, row, column);
        });
    }

    /// The findings about the whole sheet.
    List<Finding> summary() {
        List<Finding> findings = new ArrayList<>(scales.findings());
        findings.addAll(named.findings(rules));
        return findings;
    }

    /// Adds a query about a row that looks like a test entry. Its text is not quoted, because it may be a comment.
    void lookForTest(Row row) {
        if (sheet.type().testAnswers().isEmpty()) return;
        for (Map.Entry<Field, Integer> column : columns.entrySet()) {
            Cell cell = row.cell(column.getValue());
            if (!column.getKey().type().equals("text")
                    || !sheet.type().testAnswers().contains(NormalText.key(CellText.of(cell)))) continue;
            tell(
                    new CellReading.Remark(Rule.TEST_ANSWER, Map.of()),
                    column.getKey(),
                    Cell.BLANK,
                    row.number(),
                    column.getValue());
            return;
        }
    }

    boolean refuses(Field field, Cell cell) {
        return fieldTypes.read(field, cell, null, NOTHING_BESIDE).value() == null;
    }

    private CellReading.@Nullable Remark remark(Field field, CellReading reading) {
        CellReading.Remark remark = reading.remark();
        boolean missing =
                reading.value() == null && field.required() && (remark == null || !rules.isError(remark.rule()));
        return missing ? new CellReading.Remark(Rule.MISSING_VALUE, Map.of()) : remark;
    }

    /// Reports a remark and returns whether the row is kept.
    private boolean tell(CellReading.Remark remark, Field field, Cell cell, int row, int column) {
        boolean error = rules.isError(remark.rule());
        String happened = error ? "The row was left out" : "The row was kept";
        tell(remark, field, cell, row, RecognisedTable.address(column, row), happened);
        return !error;
    }

    private void tell(CellReading.Remark remark, Field field, Cell cell, int row, String address, String happened) {
        if (findings.isFull()) {
            findings.skip();
            return;
        }
        String found = CellText.of(cell);
        Map<String, String> words = new HashMap<>(remark.words());
        words.put("field", field.title());
        words.put("happened", happened);
        findings.add(rules.at(remark.rule(), row, address, field.name(), found.isEmpty() ? null : found, words));
    }

    private String beside(Row row, String type) {
        for (Map.Entry<Field, Integer> column : columns.entrySet())
            if (column.getKey().type().equals(type) || column.getKey().name().equals(type)) {
                String text = CellText.of(row.cell(column.getValue()));
                return type.equals("hub") ? hub(column.getKey(), row.cell(column.getValue())) : text;
            }
        return type.equals("hub")
                ? above.entrySet().stream()
                        .filter(label -> label.getKey().type().equals("hub"))
                        .map(label -> label.getValue().toString())
                        .findFirst()
                        .orElse("")
                : "";
    }

    private String hub(Field field, Cell cell) {
        Object hub = fieldTypes.read(field, cell, null, NOTHING_BESIDE).value();
        return hub == null ? "" : hub.toString();
    }

    private @Nullable AcademicYear year(Row row) {
        if (yearAt < 0) return null;
        Field field = stored.get(yearAt);
        Object value = columnOf[yearAt] < 0
                ? above.get(field)
                : fieldTypes
                        .read(field, row.cell(columnOf[yearAt]), null, NOTHING_BESIDE)
                        .value();
        return value == null ? null : AcademicYear.ofPeriod((Integer) value);
    }
}
