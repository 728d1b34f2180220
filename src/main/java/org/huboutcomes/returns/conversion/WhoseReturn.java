package org.huboutcomes.returns.conversion;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.returns.conversion.rows.Term;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.returns.values.CellReading;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;

/// Finds the hub and the year of a table without columns for them: in labels above it, titles, the name of the
/// sheet, the name of the file, other sheets, and, for the year, in dates. The first source with a value is used.
/// A source with two values gives none, nor do a title, sheet name and name of a one-sheet file that disagree.
/// Another sheet with several hubs or years is a list and is ignored.
public final class WhoseReturn {

    private static final Pattern MONTH =
            Pattern.compile("\\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.? '?(20[0-8]\\d)\\b");
    private static final Pattern DAY = Pattern.compile("\\b(\\d{1,2})[/.-](\\d{1,2})[/.-](20[0-8]\\d|[0-8]\\d)\\b");
    private static final Pattern ISO_DAY = Pattern.compile("(20[0-8]\\d)[/-](\\d{1,2})[/-]\\d{1,2}\\b");
    /// "20 Jun 2023", "Tuesday 20th June 2023", "June 20, 2023".
    private static final Pattern DAY_IN_WORDS = Pattern.compile(
            "(?:[a-z]{3,9},? )?(?:\\d{1,2}(?:st|nd|rd|th)?[ -](?:of )?)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
                    + "[a-z]{0,6}\\.?(?:,? \\d{1,2}(?:st|nd|rd|th)?,)?[ ,-]{1,2}'?(20[0-8]\\d|[0-8]\\d)\\b");
    private static final Set<String> DATES = Set.of("date", "date_in_year", "moment");
    private static final int LONGEST_DATE = 40;
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int LONGEST_TITLE = 200;

    private final FieldTypes fieldTypes;
    private final Surroundings around;

    public WhoseReturn(FieldTypes fieldTypes, Surroundings around) {
        this.fieldTypes = fieldTypes;
        this.around = around;
    }

    /// Whether the file has one sheet, so that the file name describes it.
    boolean isOneSheet() {
        return around.isOneSheet();
    }

    /// @param sheet the name of the sheet
    /// @param above the rows above the headings
    /// @param rows the rows below the headings, for their dates
    /// @return the value of the field; empty if there is none, or more than one
    public Optional<Given> find(Field field, ReturnType type, String sheet, List<Row> above, List<Row> rows) {
        return find(field, type, sheet, above, List.of(), rows);
    }

    /// @param outer the rows above the first table, if this is a later one
    Optional<Given> find(Field field, ReturnType type, String sheet, List<Row> above, List<Row> outer, List<Row> rows) {
        List<Given> labels = labelled(field, type, above);
        List<Given> titles = titles(field, above);
        List<Given> inSheetName =
                around.sheetName(sheet).map(name -> inText(field, name, true)).orElse(List.of());
        List<Given> inFileName = inText(field, around.fileName(sheet), false);
        List<List<Given>> tiers = new ArrayList<>(
                List.of(labels, titles, labelled(field, type, outer), titles(field, outer), inSheetName, inFileName));
        tiers.add(around.fronts().stream()
                .map(front -> front.stream()
                        .flatMap(text -> inText(field, text, false).stream())
                        .toList())
                .filter(found -> found.stream().map(Given::value).distinct().count() == 1)
                .flatMap(List::stream)
                .toList());
        if (field.type().equals("academic_year")) {
            tiers.add(datesInTitles(field, above));
            around.sheetName(sheet)
                    .ifPresent(name -> tiers.add(datesIn(field, name.text(), "the date in " + name.source(), 0, 0)));
            tiers.add(datesIn(field, around.fileName(sheet).text(), "the date in the name of the file", 0, 0));
            tiers.add(datesOf(field, rows));
        }
        // A file with several sheets may have one for each year, and is called after the last.
        List<List<Given>> names = List.of(titles, inSheetName, isOneSheet() ? inFileName : List.of());
        for (List<Given> tier : tiers) {
            Map<Object, Given> distinct = new LinkedHashMap<>();
            tier.forEach(given -> distinct.putIfAbsent(given.value(), given));
            if (distinct.size() > 1) return Optional.empty();
            if (distinct.isEmpty()) continue;
            boolean isLabelled = tier.equals(labels);
            Object value = distinct.keySet().iterator().next();
            boolean isOneOfSeveral = !outer.isEmpty() && !outer.equals(above);
            if (!isLabelled && !isOneOfSeveral && isContradicted(value, names)) return Optional.empty();
            return Optional.of(distinct.values().iterator().next());
        }
        return Optional.empty();
    }

    /// Whether a title or a name gives other values only.
    private static boolean isContradicted(Object value, List<List<Given>> names) {
        return names.stream()
                .anyMatch(name -> !name.isEmpty()
                        && name.stream().noneMatch(given -> given.value().equals(value)));
    }

    private List<Given> labelled(Field field, ReturnType type, List<Row> above) {
        List<Given> found = new ArrayList<>();
        for (Row row : above)
            for (int column = 1; column < row.cells().size(); column++) {
                if (!field.equals(type.byHeading().get(NormalText.key(CellText.of(row.cell(column - 1)))))) continue;
                CellReading reading = fieldTypes.read(field, row.cell(column), null);
                if (reading.value() != null)
                    found.add(given(field, reading.value(), "the cell " + address(row, column), row.number(), column));
            }
        return found;
    }

    private List<Given> titles(Field field, List<Row> above) {
        List<Given> found = new ArrayList<>();
        for (Row row : above)
            for (int column = 0; column < row.cells().size(); column++) {
                int at = column;
                if (row.cell(column) instanceof Cell.Text)
                    ValuesInText.of(fieldTypes, field, CellText.of(row.cell(column)))
                            .map(value -> given(field, value, "the title in " + address(row, at), row.number(), at))
                            .forEach(found::add);
            }
        return found;
    }

    private List<Given> inText(Field field, Surroundings.Text text, boolean inSheet) {
        return ValuesInText.of(fieldTypes, field, text.text())
                .map(value -> new Given(field, value, written(field, value), text.source(), 0, 0, inSheet))
                .toList();
    }

    private List<Given> datesInTitles(Field field, List<Row> above) {
        List<Given> found = new ArrayList<>();
        for (Row row : above)
            for (int column = 0; column < row.cells().size(); column++)
                if (row.cell(column) instanceof Cell.Text)
                    found.addAll(datesIn(
                            field,
                            CellText.of(row.cell(column)),
                            "the date in the title in " + address(row, column),
                            row.number(),
                            column));
        return found;
    }

    private List<Given> datesIn(Field field, String text, String source, int row, int column) {
        if (text.length() > LONGEST_TITLE) return List.of();
        String plain = text.toLowerCase(Locale.ROOT);
        Stream<AcademicYear> months = MONTH.matcher(plain)
                .results()
                .map(month -> yearOf(Integer.parseInt(month.group(2)), MONTHS.indexOf(month.group(1)) + 1));
        Matcher day = DAY.matcher(plain);
        Stream<AcademicYear> days = day.results()
                .filter(one -> Integer.parseInt(one.group(2)) >= 1 && Integer.parseInt(one.group(2)) <= 12)
                .map(one -> yearOf(Integer.parseInt(one.group(3)) % 100 + 2000, Integer.parseInt(one.group(2))));
        // "Autumn 22"
        Stream<AcademicYear> terms = Term.in(plain).filter(term -> term.kind() == Term.Kind.SEASON).stream()
                .flatMap(term -> term.academicYear(false).stream())
                .map(AcademicYear::new);
        return Stream.of(months, days, terms)
                .flatMap(years -> years)
                .map(year -> given(field, year.timePeriod(), source, row, column))
                .toList();
    }

    /// The academic years of the dates below the headings. A few dates long before or after are ignored.
    private List<Given> datesOf(Field field, List<Row> rows) {
        Map<AcademicYear, Integer> years = new LinkedHashMap<>();
        int dates = 0;
        boolean monthFirst = isMonthFirst(rows);
        for (Row row : rows)
            for (Cell cell : row.cells()) {
                Optional<AcademicYear> year = yearOf(cell, monthFirst);
                if (year.isEmpty()) continue;
                years.merge(year.get(), 1, Integer::sum);
                dates++;
            }
        int all = dates;
        String source = monthFirst ? "the dates of the rows (month first)" : "the dates of the rows";
        return years.entrySet().stream()
                .filter(year -> year.getValue() * 10 >= all)
                .map(year -> given(field, year.getKey().timePeriod(), source, 0, 0))
                .toList();
    }

    /// Whether some dates can only be read with the month first, and none only with the day first.
    private static boolean isMonthFirst(List<Row> rows) {
        boolean found = false;
        for (Row row : rows)
            for (Cell cell : row.cells()) {
                if (!(cell instanceof Cell.Text) || CellText.of(cell).length() > LONGEST_DATE) continue;
                Matcher day = DAY.matcher(CellText.of(cell));
                if (!day.lookingAt()) continue;
                int first = Integer.parseInt(day.group(1));
                int second = Integer.parseInt(day.group(2));
                if (first > MONTHS.size()) return false;
                found |= second > MONTHS.size() && second <= 31;
            }
        return found;
    }

    /// The academic year of a date, which is a text in a CSV file.
    private static Optional<AcademicYear> yearOf(Cell cell, boolean monthFirst) {
        if (cell instanceof Cell.Moment moment) {
            LocalDate day = moment.value().toLocalDate();
            return day.getYear() < 2000 || day.getYear() > 2080
                    ? Optional.empty()
                    : Optional.of(yearOf(day.getYear(), day.getMonthValue()));
        }
        if (!(cell instanceof Cell.Text)) return Optional.empty();
        String text = CellText.of(cell);
        if (text.length() > LONGEST_DATE) return Optional.empty();
        Matcher iso = ISO_DAY.matcher(text);
        if (iso.lookingAt()) return monthOf(iso.group(1), iso.group(2));
        Matcher inWords = DAY_IN_WORDS.matcher(text.toLowerCase(Locale.ROOT));
        if (inWords.lookingAt())
            return Optional.of(
                    yearOf(2000 + Integer.parseInt(inWords.group(2)) % 100, MONTHS.indexOf(inWords.group(1)) + 1));
        Matcher day = DAY.matcher(text);
        if (!day.lookingAt()) return Optional.empty();
        String year = day.group(3);
        return monthOf(year.length() == 2 ? "20" + year : year, day.group(monthFirst ? 1 : 2));
    }

    private static Optional<AcademicYear> monthOf(String year, String month) {
        int number = Integer.parseInt(month);
        return number < 1 || number > 12 ? Optional.empty() : Optional.of(yearOf(Integer.parseInt(year), number));
    }

    private static AcademicYear yearOf(int year, int month) {
        return new AcademicYear(YearMonth.of(year, month).getMonthValue() >= 9 ? year : year - 1);
    }

    /// Rows without values of fields whose dates are not of the activity itself, such as when a school is expected
    /// to return.
    static List<Row> dated(List<Row> rows, Map<Integer, Field> columns) {
        Set<Integer> other = columns.entrySet().stream()
                .filter(column -> !DATES.contains(column.getValue().type()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return rows.stream()
                .map(row -> {
                    List<Cell> cells = new ArrayList<>(row.cells());
                    for (int column : other) if (column < cells.size()) cells.set(column, Cell.BLANK);
                    return new Row(row.number(), row.hidden(), cells);
                })
                .toList();
    }

    private static Given given(Field field, Object value, String source, int row, int column) {
        return new Given(field, value, written(field, value), source, row, column, row > 0);
    }

    private static String written(Field field, Object value) {
        return field.type().equals("academic_year")
                ? AcademicYear.ofPeriod((Integer) value).label()
                : Objects.toString(value);
    }

    private static String address(Row row, int column) {
        return CellReference.convertNumToColString(column) + row.number();
    }
}
