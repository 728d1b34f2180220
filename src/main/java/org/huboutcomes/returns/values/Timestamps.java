package org.huboutcomes.returns.values;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.spreadsheets.model.Cell;
import org.jspecify.annotations.Nullable;

/// Reads the time of an answer as ISO 8601 (`2023-06-14T09:05:00`). Platforms write the month first, British
/// spreadsheets the day: the reading that is in the academic year is used, otherwise the day first.
final class Timestamps {

    private static final Pattern NUMBERS = Pattern.compile(
            "(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2}),? (\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?: ?([AaPp])[Mm])?.{0,12}");
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(\\d{4})[/-](\\d{1,2})[/-](\\d{1,2})[T ](\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:\\.\\d+)?(?: ?([AaPp])[Mm])?.{0,12}");

    private static final String CLOCK = "(?:,?(?: at)? (\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?: ?([AaPp])[Mm])?.{0,12})?";
    private static final String MONTH = "([A-Za-z]{3})[a-z]{0,6}\\.?";
    /// "20 Jun 2023 14:05", "Tue 20th June 2023"
    private static final Pattern DAY_IN_WORDS = Pattern.compile(
            "(?:[A-Z][a-z]{2,8},? )?(\\d{1,2})(?:st|nd|rd|th)?[ -]" + MONTH + "[ ,-]{1,2}(\\d{4}|\\d{2})" + CLOCK);
    /// "Jun 20, 2023 2:05 PM"
    private static final Pattern MONTH_IN_WORDS =
            Pattern.compile("(?:[A-Z][a-z]{2,8},? )?" + MONTH + " (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})" + CLOCK);
    private static final Pattern DAY_ALONE = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})");
    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})[/-](\\d{1,2})[/-](\\d{1,2})");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private Timestamps() {}

    static CellReading read(Cell cell, @Nullable AcademicYear year) {
        if (cell instanceof Cell.Moment moment)
            return CellReading.of(moment.value().toString());
        Optional<LocalDateTime> serial = Serials.moment(cell);
        if (serial.isPresent()) return CellReading.of(serial.get().toString());
        String text = CellText.of(cell);
        Matcher ordered = YEAR_FIRST.matcher(text);
        if (ordered.matches()) return of(at(ordered, ordered.group(1), ordered.group(2), ordered.group(3)));
        Matcher words = DAY_IN_WORDS.matcher(text);
        if (words.matches()) return of(inWords(words, words.group(2), words.group(1)));
        Matcher monthInWords = MONTH_IN_WORDS.matcher(text);
        if (monthInWords.matches()) return of(inWords(monthInWords, monthInWords.group(1), monthInWords.group(2)));
        // A date alone means midnight, as in a workbook.
        Matcher iso = ISO_DAY.matcher(text);
        Matcher day = DAY_ALONE.matcher(text);
        if (iso.matches() || day.matches()) return read(new Cell.Text(text + " 00:00"), year);
        Matcher numbers = NUMBERS.matcher(text);
        if (!numbers.matches()) return CellReading.refused(Rule.NOT_A_TIME);
        LocalDateTime dayFirst = at(numbers, numbers.group(3), numbers.group(2), numbers.group(1));
        LocalDateTime monthFirst = at(numbers, numbers.group(3), numbers.group(1), numbers.group(2));
        boolean american = dayFirst == null
                || monthFirst != null
                        && year != null
                        && !year.contains(dayFirst.toString())
                        && year.contains(monthFirst.toString());
        return of(american ? monthFirst : dayFirst);
    }

    private static CellReading of(@Nullable LocalDateTime moment) {
        return moment == null ? CellReading.refused(Rule.NOT_A_TIME) : CellReading.of(moment.toString());
    }

    private static @Nullable LocalDateTime inWords(Matcher written, String month, String day) {
        int at = MONTHS.indexOf(month.toLowerCase(Locale.ROOT));
        return at < 0 || at % 3 != 0 ? null : at(written, written.group(3), Integer.toString(at / 3 + 1), day);
    }

    private static @Nullable LocalDateTime at(Matcher written, String year, String month, String day) {
        int hour = written.group(4) == null ? 0 : Integer.parseInt(written.group(4));
        String half = written.group(7);
        if (half != null) hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
        String seconds = written.group(6);
        try {
            return LocalDateTime.of(
                    Integer.parseInt(year.length() == 2 ? "20" + year : year),
                    Integer.parseInt(month),
                    Integer.parseInt(day),
                    hour,
                    written.group(5) == null ? 0 : Integer.parseInt(written.group(5)),
                    seconds == null ? 0 : Integer.parseInt(seconds));
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }
}
