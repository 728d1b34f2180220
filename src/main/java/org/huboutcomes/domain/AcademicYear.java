package org.huboutcomes.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An academic year, 1 September to 31 August, identified by the calendar year in which it starts.
public record AcademicYear(int startYear) {

    private static final Pattern WRITTEN = Pattern.compile(
            "(?:(?:AY|academic year)[\\s:]*)?(\\d{4}|\\d{2})\\s*(?:[/\\\\\\-\u2010-\u2015\u2212]|to)\\s*(\\d{4}|\\d{2})",
            Pattern.CASE_INSENSITIVE);
    // As in "Sep 2022 - Jul 2023".
    private static final Pattern MONTHS = Pattern.compile(
            "Sep(?:t|tember)?\\.?\\s+(\\d{4})\\s*(?:[/\\-\u2010-\u2015\u2212]|to)\\s*(?:July?|Aug(?:ust)?)\\.?\\s+(\\d{4})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INSIDE = Pattern.compile("\\b(\\d{4})\\s*[/\\-\u2010-\u2015]\\s*(\\d{4}|\\d{2})\\b");
    private static final Pattern SIX_DIGITS =
            Pattern.compile("(?:AY\\s*)?(\\d{4})(\\d{2})|AY\\s*(\\d{2})(\\d{2})", Pattern.CASE_INSENSITIVE);

    private static final Pattern EDGE = Pattern.compile(
            "(?:(?<begins>(?:0?1(?:st)? )?Sep(?:t|tember)?\\.?[ -]|0?1[/.-]0?9[/.-])"
                    + "|(?:31(?:st)? )?(?:July?|Aug(?:ust)?)\\.?[ -]|31[/.-]0?[78][/.-])(?<year>\\d{4})(?: 00:00(?::00)?)?"
                    + "|(?<isoYear>\\d{4})-(?:(?<isoBegins>09-01)|08-31|07-31)",
            Pattern.CASE_INSENSITIVE);

    public AcademicYear {
        if (startYear < 1990 || startYear > 2090)
            throw new IllegalArgumentException("academic years do not start in " + startYear);
    }

    /// Parses the usual spellings: `2022/23`, `2022-23`, `2022/2023`, `22/23`, `AY22/23`, `202223`, any dash. The two
    /// halves must be consecutive. A single year is not accepted, since it may mean either half.
    public static Optional<AcademicYear> parse(String text) {
        Matcher halves = WRITTEN.matcher(text.strip());
        if (halves.matches()) return following(halves.group(1), halves.group(2));
        Matcher months = MONTHS.matcher(text.strip());
        if (months.matches()) return following(months.group(1), months.group(2));
        Matcher digits = SIX_DIGITS.matcher(text.strip());
        if (!digits.matches()) return Optional.empty();
        return digits.group(1) != null
                ? following(digits.group(1), digits.group(2))
                : following(digits.group(3), digits.group(4));
    }

    /// The academic year that starts in a calendar year. The author may have meant the year that ends in it.
    public static Optional<AcademicYear> startingIn(String text) {
        return text.matches("\\d{4}") ? following(text, String.valueOf(Integer.parseInt(text) + 1)) : Optional.empty();
    }

    /// The academic year that begins or ends on a day or in a month, such as "Sept 2023", "31/08/2021".
    public static Optional<AcademicYear> atItsEdge(String text) {
        Matcher day = EDGE.matcher(text.strip());
        if (!day.matches()) return Optional.empty();
        boolean begins = day.group("begins") != null || day.group("isoBegins") != null;
        String written = day.group("year") == null ? day.group("isoYear") : day.group("year");
        int year = Integer.parseInt(written) - (begins ? 0 : 1);
        return year < 1990 || year > 2090 ? Optional.empty() : Optional.of(new AcademicYear(year));
    }

    /// The first academic year found in a text, if its first half has four digits.
    public static Optional<AcademicYear> within(String text) {
        Matcher halves = INSIDE.matcher(text);
        while (halves.find()) {
            Optional<AcademicYear> year = following(halves.group(1), halves.group(2));
            if (year.isPresent()) return year;
        }
        return Optional.empty();
    }

    /// Whether an ISO 8601 day or month is between 1 September and 31 August.
    public boolean contains(String isoDateOrMonth) {
        String month = isoDateOrMonth.substring(0, 7);
        return month.compareTo(startYear + "-09") >= 0 && month.compareTo(startYear + 1 + "-08") <= 0;
    }

    private static Optional<AcademicYear> following(String first, String second) {
        int start = Integer.parseInt(first);
        if (first.length() == 2) start += 2000;
        int end = Integer.parseInt(second);
        boolean follows = second.length() == 4 ? end == start + 1 : end == (start + 1) % 100;
        return follows && start >= 1990 && start <= 2090 ? Optional.of(new AcademicYear(start)) : Optional.empty();
    }

    /// The academic year of a day.
    public static AcademicYear of(LocalDate day) {
        return new AcademicYear(day.getMonthValue() < 9 ? day.getYear() - 1 : day.getYear());
    }

    /// Parses a `time_period` such as 202223.
    public static AcademicYear ofPeriod(int timePeriod) {
        AcademicYear year = new AcademicYear(timePeriod / 100);
        if (year.timePeriod() != timePeriod)
            throw new IllegalArgumentException(timePeriod + " is not an academic year");
        return year;
    }

    public int timePeriod() {
        return startYear * 100 + (startYear + 1) % 100;
    }

    /// 1 January of the academic year, the reference date on which a school must be open.
    public LocalDate referenceDate() {
        return LocalDate.of(startYear + 1, 1, 1);
    }

    /// As printed: `2022/23`.
    public String label() {
        return "%d/%02d".formatted(startYear, (startYear + 1) % 100);
    }

    /// The form used in folder names: `2022-23`.
    public String folder() {
        return label().replace('/', '-');
    }

    @Override
    public String toString() {
        return label();
    }
}
