package org.huboutcomes.returns.values;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.spreadsheets.model.Cell;
import org.jspecify.annotations.Nullable;

/// Reads dates as people write them, always with the day before the month, because these are English schools.
public final class Dates {

    private static final Pattern NUMBERS = Pattern.compile(
            "(\\d{1,2}) ?[/.\\- ] ?(\\d{1,2}) ?[/.\\- ] ?(\\d{4}|\\d{2})(?:,? \\d{1,2}:\\d{2}.{0,20})?");
    private static final Pattern ISO = Pattern.compile("(\\d{4})[-/](\\d{2})[-/](\\d{2})(?:[T ].{0,40})?");
    private static final Pattern DAY_AND_NAME = Pattern.compile(
            "(?:[a-z]{3,9},? )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ \\-/]([a-z]{3,9})\\.?,?[ \\-/](\\d{4}|\\d{2})");
    private static final Pattern NAME_AND_DAY =
            Pattern.compile("([a-z]{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})");
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final Pattern FOUR_DIGITS = Pattern.compile("(?<!\\d)\\d{4}(?!\\d)");
    private static final int A_HUNDRED = 100;
    private static final int LONGEST = 60;

    private Dates() {}

    public static CellReading read(Cell cell, @Nullable AcademicYear within) {
        if (cell instanceof Cell.Moment moment) return asked(moment.value().toLocalDate(), within);
        Optional<LocalDateTime> serial = Serials.moment(cell);
        if (serial.isPresent()) return asked(serial.get().toLocalDate(), within);
        String text = CellText.of(cell);
        LocalDate date = text.length() > LONGEST ? null : parse(text);
        if (date != null) return asked(date, within);
        LocalDate american = text.length() > LONGEST ? null : american(text);
        return CellReading.refused(Rule.NOT_A_DATE, "nearest", american == null ? null : written(american));
    }

    /// Reads a date of a register. Two-digit years are in the hundred years that end with the register's own.
    static CellReading ofRegister(Cell cell, Year own) {
        CellReading reading = read(cell, null);
        boolean twoDigits = cell instanceof Cell.Text text
                && !FOUR_DIGITS.matcher(text.text()).find();
        return twoDigits && reading.value() instanceof LocalDate date && date.getYear() > own.getValue()
                ? CellReading.of(date.minusYears(A_HUNDRED))
                : reading;
    }

    /// Queries a date outside its academic year, with the date that may be intended.
    private static CellReading asked(LocalDate date, @Nullable AcademicYear year) {
        if (year == null || year.contains(date.toString())) return CellReading.of(date);
        LocalDate meant = date.withYear(date.getMonthValue() < 9 ? year.startYear() + 1 : year.startYear());
        return CellReading.queried(date, Rule.DATE_OUTSIDE_YEAR, "year", year, "meant", written(meant));
    }

    /// The date in a text; empty if there is none.
    static Optional<LocalDate> day(String text) {
        return text.length() > LONGEST ? Optional.empty() : Optional.ofNullable(parse(text));
    }

    private static @Nullable LocalDate parse(String text) {
        String key = text.toLowerCase(Locale.ROOT);
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) return date(iso.group(1), iso.group(2), iso.group(3));
        Matcher numbers = NUMBERS.matcher(text);
        if (numbers.matches()) return date(numbers.group(3), numbers.group(2), numbers.group(1));
        Matcher named = DAY_AND_NAME.matcher(key);
        if (named.matches()) return date(named.group(3), String.valueOf(month(named.group(2))), named.group(1));
        Matcher nameFirst = NAME_AND_DAY.matcher(key);
        if (nameFirst.matches())
            return date(nameFirst.group(3), String.valueOf(month(nameFirst.group(1))), nameFirst.group(2));
        return null;
    }

    /// The date with the month first; it is only suggested, never used.
    private static @Nullable LocalDate american(String text) {
        Matcher numbers = NUMBERS.matcher(text);
        return numbers.matches() ? date(numbers.group(3), numbers.group(1), numbers.group(2)) : null;
    }

    private static @Nullable LocalDate date(String year, String month, String day) {
        try {
            int number = Integer.parseInt(year);
            return LocalDate.of(
                    year.length() == 2 ? 2000 + number : number, Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /// The number of a month from its name or the first letters of it; 0 if it is not a month.
    static int month(String name) {
        for (int i = 0; i < MONTHS.size(); i++)
            if (MONTHS.get(i).startsWith(name) || name.equals("sept") && i == 8) return i + 1;
        return 0;
    }

    static String written(LocalDate date) {
        return "%02d/%02d/%d".formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear());
    }
}
