package org.huboutcomes.returns.values;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.returns.findings.Rule;
import org.jspecify.annotations.Nullable;

/// When something happened, as exactly as it was written down: days and months, in the words of ISO 8601 (`2023-02-09`,
/// `2023-03`), several parted by a comma and a blank.
final class DateOrMonth {

    private static final Map<String, Integer> MONTHS = months();
    private static final String MONTH = "([a-z]{3,9})\\.?";
    private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
    private static final String YEAR = "(\\d{4}|\\d{2})";
    private static final Pattern DAY_OF_NAMED_MONTH = Pattern.compile(DAY + "\\s+(?:of\\s+)?" + MONTH + "\\s+" + YEAR);
    private static final Pattern NAMED_MONTH = Pattern.compile(MONTH + "\\s*'?" + YEAR);
    private static final Pattern NUMBERED_MONTH = Pattern.compile("(\\d{1,2})[/.\\-](\\d{4})");
    private static final Pattern ISO_MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final Pattern BEFORE =
            Pattern.compile("^(?:w/?c|w/b|week commencing|from|mon|tues?|wed(?:nes)?|thur?s?"
                    + "|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+");

    private DateOrMonth() {}

    private static Map<String, Integer> months() {
        List<String> names = List.of("january", "february", "march", "april", "may", "june", "july");
        List<String> rest = List.of("august", "september", "october", "november", "december");
        List<String> all = new ArrayList<>(names);
        all.addAll(rest);
        return all.stream().collect(Collectors.toMap(name -> name.substring(0, 3), name -> all.indexOf(name) + 1));
    }

    /// @param year in which the date should lie; null when it is not known
    static CellReading read(String text, @Nullable AcademicYear year) {
        List<String> found = new ArrayList<>();
        CellReading.Remark remark = null;
        for (String part : text.toLowerCase(Locale.ROOT).split("\\s*(?:,|;|&|\\band\\b)\\s*")) {
            Optional<String> one = one(BEFORE.matcher(part.strip()).replaceFirst(""));
            if (one.isEmpty()) return CellReading.refused(Rule.NO_DATE_OR_MONTH);
            found.add(one.get());
            if (remark == null && year != null) remark = remark(one.get(), part.strip(), year);
        }
        return new CellReading(String.join(", ", found), remark);
    }

    private static Optional<String> one(String text) {
        try {
            Optional<LocalDate> day = Dates.day(text);
            if (day.isPresent()) return Optional.of(day.get().toString());
            Matcher named = DAY_OF_NAMED_MONTH.matcher(text);
            if (named.matches())
                return Optional.of(LocalDate.of(year(named.group(3)), month(named.group(2)), number(named.group(1)))
                        .toString());
            Matcher month = NAMED_MONTH.matcher(text);
            if (month.matches())
                return Optional.of(YearMonth.of(year(month.group(2)), month(month.group(1)))
                        .toString());
            Matcher numbered = NUMBERED_MONTH.matcher(text);
            if (numbered.matches())
                return Optional.of(YearMonth.of(number(numbered.group(2)), number(numbered.group(1)))
                        .toString());
            Matcher iso = ISO_MONTH.matcher(text);
            return iso.matches()
                    ? Optional.of(YearMonth.of(number(iso.group(1)), number(iso.group(2)))
                            .toString())
                    : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /// 0 for what is no month, which no date has.
    private static int month(String name) {
        return MONTHS.getOrDefault(name.substring(0, 3), 0);
    }

    private static int year(String written) {
        int year = number(written);
        return year < 100 ? 2000 + year : year;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static CellReading.@Nullable Remark remark(String found, String written, AcademicYear year) {
        if (!year.contains(found)) {
            return new CellReading.Remark(
                    Rule.DATE_OUTSIDE_YEAR,
                    CellReading.words("year", year, "meant", meant(found, year).orElse(null)));
        }
        // "March 23" is the month of March 2023, or the 23rd of a March.
        if (written.matches("[a-z]+\\.?\\s+\\d{1,2}")) return new CellReading.Remark(Rule.MONTH_OR_DAY, Map.of());
        return null;
    }

    /// The same day or month in the academic year asked for, as a person writes it.
    private static Optional<String> meant(String found, AcademicYear year) {
        for (int calendar : List.of(year.startYear(), year.startYear() + 1)) {
            String moved = calendar + found.substring(4);
            if (!year.contains(moved)) continue;
            String[] parts = moved.split("-");
            return Optional.of(
                    parts.length == 2 ? parts[1] + "/" + parts[0] : parts[2] + "/" + parts[1] + "/" + parts[0]);
        }
        return Optional.empty();
    }
}
