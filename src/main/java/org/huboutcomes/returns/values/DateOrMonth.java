package org.huboutcomes.returns.values;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.findings.Rules;
import org.jspecify.annotations.Nullable;

/// Reads when something happened, as precisely as it was written: days and months in ISO 8601 (`2023-02-09`,
/// `2023-03`), ranges such as `2022-11/2023-03`, and several separated by a comma and a blank.
final class DateOrMonth {

    private static final String MONTH = "(?<month>[a-z]{3,9})\\.?";
    private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
    private static final String YEAR = ",?\\s*'?(?<year>\\d{4}|\\d{2})";
    private static final Pattern DAY_OF_NAMED_MONTH =
            Pattern.compile(DAY + "\\s+(?:of\\s+)?" + MONTH + "(?:" + YEAR + ")?");
    private static final Pattern NAMED_MONTH = Pattern.compile(MONTH + "(?:" + YEAR + ")?");
    private static final Pattern ONLY_DAY = Pattern.compile(DAY);
    private static final Pattern NUMBERED_MONTH = Pattern.compile("(?<month>\\d{1,2})[/.\\-](?<year>\\d{4})");
    private static final Pattern ISO_MONTH = Pattern.compile("(?<year>\\d{4})-(?<month>\\d{2})");
    private static final Pattern TERM = Pattern.compile("(?<term>autumn|spring|summer)(?: (?:half[- ])?term)?(?:" + YEAR
            + "(?<second> ?[/\\-\u2013] ?\\d{2,4})?)?");
    /// The first and the last month of each term.
    private static final Map<String, List<Integer>> TERMS =
            Map.of("autumn", List.of(9, 12), "spring", List.of(1, 3), "summer", List.of(4, 7));

    private static final String SEVERAL = "\\s*(?:,|;|&|\\band\\b|\\bor\\b)\\s*|(?<=[a-z]{3})\\s*/\\s*(?=[a-z]{3})";
    private static final String RANGE =
            "\\s*(?:[\u2013\u2014]|\\bto\\b|\\buntil\\b)\\s*|(?<=[a-z\\d])\\s*-\\s*(?=[a-z\\d])";
    private static final String INTERVAL = "/";
    private static final Pattern ISO_INTERVAL = Pattern.compile("\\d{4}-\\d{2}(?:-\\d{2})?/\\d{4}-\\d{2}(?:-\\d{2})?");
    private static final Pattern BEFORE =
            Pattern.compile("^(?:(?:w/?c|w/b|week (?:commencing|beginning)|from|between|in|during|early|mid|late"
                    + "|end of|(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?)\\.?,?[\\s-]+)+");

    /// A day or a month, whose year, or month and year, may be given with the next one.
    private record Part(
            @Nullable Integer day,
            @Nullable Integer month,
            @Nullable Integer year) {

        Part with(@Nullable Part after) {
            if (after == null) return this;
            Integer in = month == null ? after.month : month;
            Integer of = year;
            // "November to March 2023" begins in the previous year.
            if (of == null && after.year != null)
                of = after.month != null && in != null && in > after.month ? after.year - 1 : after.year;
            return new Part(day, in, of);
        }

        Part within(@Nullable AcademicYear given) {
            if (year != null || given == null || month == null) return this;
            return new Part(day, month, month < 9 ? given.startYear() + 1 : given.startYear());
        }

        @Nullable
        String iso() {
            if (month == null || year == null) return null;
            try {
                return day == null
                        ? YearMonth.of(year, month).toString()
                        : LocalDate.of(year, month, day).toString();
            } catch (DateTimeException noSuchDay) {
                return null;
            }
        }
    }

    private DateOrMonth() {}

    /// @param year the academic year of the date; null if it is not known
    static CellReading read(String text, @Nullable AcademicYear year) {
        String written = BEFORE.matcher(text.toLowerCase(Locale.ROOT).strip()).replaceFirst("");
        List<String> parts = whole(written).isPresent() ? List.of(written) : List.of(written.split(SEVERAL));
        ArrayDeque<String> found = new ArrayDeque<>();
        CellReading.Remark remark = null;
        Part after = null;
        for (int i = parts.size() - 1; i >= 0; i--) {
            String part = BEFORE.matcher(parts.get(i).strip()).replaceFirst("");
            Optional<String> interval = interval(part, year);
            if (interval.isPresent()) {
                found.addFirst(interval.get());
                after = null;
            } else {
                Part one = part(part, after, year);
                String iso = one == null ? null : one.iso();
                if (iso == null) return CellReading.refused(Rule.NO_DATE_OR_MONTH);
                found.addFirst(iso);
                after = one;
            }
            CellReading.Remark one = year == null ? null : remark(found.getFirst(), part, year);
            if (one != null) remark = one;
        }
        return new CellReading(String.join(", ", found), remark);
    }

    /// Reads a range: a term, or two days or months with a dash between them.
    private static Optional<String> interval(String text, @Nullable AcademicYear year) {
        Matcher term = TERM.matcher(text);
        if (term.matches()) {
            List<Integer> months = TERMS.getOrDefault(term.group("term"), List.of());
            Integer written = year(term.group("year"));
            // "Spring term 2022/23" is in the second of the two years.
            boolean isSecond = term.group("second") != null && months.get(0) < 9;
            Integer in = written != null && isSecond ? Integer.valueOf(written + 1) : written;
            List<String> ends = months.stream()
                    .map(month -> new Part(null, month, in).within(year).iso())
                    .filter(Objects::nonNull)
                    .toList();
            return ends.size() == 2 ? Optional.of(String.join(INTERVAL, ends)) : Optional.empty();
        }
        if (ISO_INTERVAL.matcher(text).matches()) {
            String[] ends = text.split(INTERVAL);
            String from = whole(ends[0]).map(Part::iso).orElse(null);
            String to = whole(ends[1]).map(Part::iso).orElse(null);
            return from == null || to == null || from.compareTo(to) > 0
                    ? Optional.empty()
                    : Optional.of(from + INTERVAL + to);
        }
        if (whole(text).isPresent()) return Optional.empty();
        String[] ends = text.split(RANGE);
        if (ends.length != 2) return Optional.empty();
        Part last = part(BEFORE.matcher(ends[1]).replaceFirst(""), null, year);
        if (last == null) return Optional.empty();
        Part first = part(BEFORE.matcher(ends[0]).replaceFirst(""), last, year);
        String from = first == null ? null : first.iso();
        String to = last.iso();
        if (from == null || to == null || from.compareTo(to) > 0) return Optional.empty();
        return Optional.of(from.equals(to) ? from : from + INTERVAL + to);
    }

    /// Reads a day or month with its year.
    private static Optional<Part> whole(String text) {
        String date = BEFORE.matcher(text).replaceFirst("");
        Optional<LocalDate> day = Dates.day(date);
        if (day.isPresent())
            return Optional.of(new Part(
                    day.get().getDayOfMonth(),
                    day.get().getMonthValue(),
                    day.get().getYear()));
        for (Pattern pattern : List.of(DAY_OF_NAMED_MONTH, NAMED_MONTH, NUMBERED_MONTH, ISO_MONTH)) {
            Matcher matcher = pattern.matcher(date);
            if (!matcher.matches()) continue;
            Integer year = year(matcher.group("year"));
            Integer month = month(matcher.group("month"));
            Integer of = pattern == DAY_OF_NAMED_MONTH ? Integer.valueOf(matcher.group("day")) : null;
            if (month != null && year != null) return Optional.of(new Part(of, month, year));
        }
        return Optional.empty();
    }

    private static @Nullable Part part(String text, @Nullable Part after, @Nullable AcademicYear year) {
        Optional<Part> whole = whole(text);
        if (whole.isPresent()) return whole.get();
        Matcher named = DAY_OF_NAMED_MONTH.matcher(text);
        if (named.matches())
            return new Part(Integer.valueOf(named.group("day")), month(named.group("month")), null)
                    .with(after)
                    .within(year);
        Matcher month = NAMED_MONTH.matcher(text);
        if (month.matches())
            return new Part(null, month(month.group("month")), null).with(after).within(year);
        Matcher day = ONLY_DAY.matcher(text);
        // A day alone takes its month from the day after it.
        boolean belongs = day.matches() && after != null && after.day != null;
        return belongs ? new Part(Integer.valueOf(day.group("day")), null, null).with(after) : null;
    }

    /// Null if it is not a month.
    private static @Nullable Integer month(String name) {
        if (Character.isDigit(name.charAt(0))) return Integer.valueOf(name);
        // "Decision" begins like a month but is not one.
        int month = Dates.month(name);
        return month == 0 ? null : month;
    }

    private static @Nullable Integer year(@Nullable String written) {
        if (written == null) return null;
        int year = Integer.parseInt(written);
        return year < 100 ? 2000 + year : year;
    }

    private static CellReading.@Nullable Remark remark(String found, String written, AcademicYear year) {
        if (!year.contains(found)) {
            return new CellReading.Remark(
                    Rule.DATE_OUTSIDE_YEAR,
                    Rules.words("year", year, "meant", meant(found, year).orElse(null)));
        }
        // "March 23" is March 2023 or 23 March.
        if (written.matches("[a-z]+\\.?\\s+\\d{1,2}")) return new CellReading.Remark(Rule.MONTH_OR_DAY, Map.of());
        return null;
    }

    /// The same day or month in the given academic year, as a person writes it.
    private static Optional<String> meant(String dated, AcademicYear year) {
        String found = dated.split(INTERVAL)[0];
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
