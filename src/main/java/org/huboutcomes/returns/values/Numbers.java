package org.huboutcomes.returns.values;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.LookAlikes;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.NumberFormat;
import org.jspecify.annotations.Nullable;

/// Reads counts and measures: numbers, text, words and approximate values.
final class Numbers {

    private static final Pattern ABOUT = Pattern.compile(
            "(?:~|>|c\\.? ?|circa |approx\\.? ?|approximately |about |around |over |at least )(\\d{1,9})|(\\d{1,9}) ?(?:\\+|ish|or so|approx\\.?)");
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3}([, ]\\d{3})+(\\.\\d+)?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d{1,6},\\d{1,2}|[+-]?0,\\d{1,9}");
    private static final Pattern MARKED = Pattern.compile("(\\d{1,9}) ?[*\u2020\u2021]+");
    private static final Pattern NOTED = Pattern.compile("(\\d{1,9}) ?[(\\[].*");
    private static final Pattern ALL = Pattern.compile("(?i)all(?: of them| sessions)?");
    private static final Pattern PERCENTAGE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,9})?) ?%");
    private static final Pattern PART_OF = Pattern.compile("(\\d{1,4}) ?(?:/|of|out of) ?(\\d{1,4})");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final int MONTH_LETTERS = 3;
    private static final Pattern DAY_OF_MONTH =
            Pattern.compile("(?i)(\\d{1,2})[- ](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)");
    private static final Pattern WITH_UNIT = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?) ?(\\p{L}{2,20})");
    /// Answers to whether something happened, not to how many.
    private static final Set<String> WHETHER = Set.of("y", "n", "yes", "no", "y/n", "yes/no");

    private static final int DIGITS_OF_AN_INT_AT_LEAST = 9;
    // A spreadsheet number has at most 17 digits; a longer one only takes time and memory.
    private static final int DIGITS = 40;

    private static final String WHOLE = "whole";

    private Numbers() {}

    /// @param beside gives the value of another field in the row, by the field's name
    static CellReading integer(Field field, Cell cell, Function<String, String> beside) {
        String text = CellText.of(cell);
        BigDecimal share = share(cell, text);
        if (share != null) return shareOf(field, share, beside);
        if (isShortCount(text)) return within(field, Integer.valueOf(text));
        Optional<MonthDay> day = field.shareOf() == null ? Optional.empty() : becameDate(cell, text);
        if (day.isPresent()) return partOf(field, day.get(), beside);
        Matcher part = PART_OF.matcher(text);
        if (field.shareOf() != null && part.matches()) return partOf(field, part, beside);
        CellReading reading = read(field, cell, text, true);
        boolean refused = reading.remark() != null && reading.remark().rule() == Rule.NOT_A_NUMBER;
        return refused
                ? CellReading.refused(Rule.NOT_A_NUMBER, WHOLE, WHOLE, "nearest", nearest(field, text, beside))
                : reading;
    }

    /// The number before a note in brackets, a number with letters for digits, or the count that all of a group
    /// are said to be part of.
    private static @Nullable String nearest(Field field, String text, Function<String, String> beside) {
        Matcher noted = NOTED.matcher(text);
        if (noted.matches()) return noted.group(1);
        Optional<String> typed = LookAlikes.number(text);
        if (typed.isPresent() && text.length() < DIGITS_OF_AN_INT_AT_LEAST) return typed.get();
        BigDecimal all = ALL.matcher(text).matches() ? whole(field, beside) : null;
        return all == null ? null : all.toPlainString();
    }

    /// A percentage as a fraction of one; null if the cell has none.
    private static @Nullable BigDecimal share(Cell cell, String text) {
        if (cell instanceof Cell.Number number && NumberFormat.isPercentage(number.format())) return number.value();
        if (!text.endsWith("%")) return null;
        Matcher written = PERCENTAGE.matcher(text);
        return written.matches() ? new BigDecimal(written.group(1)).movePointLeft(2) : null;
    }

    /// A percentage in a field for a count is a share of the count beside it.
    private static CellReading shareOf(Field field, BigDecimal share, Function<String, String> beside) {
        BigDecimal all = whole(field, beside);
        if (all == null || share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0)
            return CellReading.refused(Rule.NOT_A_NUMBER, WHOLE, WHOLE);
        Integer count = share.multiply(all).setScale(0, RoundingMode.HALF_UP).intValue();
        CellReading reading = within(field, count);
        return reading.remark() == null
                ? CellReading.queried(count, Rule.PERCENTAGE_OF_COUNT, "of", all.toPlainString(), "count", count)
                : reading;
    }

    /// "6/6": the second number is the count beside it.
    private static CellReading partOf(Field field, Matcher written, Function<String, String> beside) {
        BigDecimal all = whole(field, beside);
        boolean other = all != null && all.compareTo(new BigDecimal(written.group(2))) != 0;
        return other
                ? CellReading.refused(Rule.NOT_A_NUMBER, WHOLE, WHOLE)
                : within(field, Integer.valueOf(written.group(1)));
    }

    /// The date into which a spreadsheet converts "5/6": 5 June, or in America 6 May.
    private static Optional<MonthDay> becameDate(Cell cell, String text) {
        if (cell instanceof Cell.Moment moment) return Optional.of(MonthDay.from(moment.value()));
        Matcher written = DAY_OF_MONTH.matcher(text);
        if (!written.matches()) return Optional.empty();
        int month = MONTHS.indexOf(written.group(2).toLowerCase(Locale.ROOT)) / MONTH_LETTERS + 1;
        int day = Integer.parseInt(written.group(1));
        return day < 1 || day > Month.of(month).maxLength() ? Optional.empty() : Optional.of(MonthDay.of(month, day));
    }

    private static CellReading partOf(Field field, MonthDay day, Function<String, String> beside) {
        BigDecimal all = whole(field, beside);
        String shown = day.getDayOfMonth() + " " + day.getMonth().getDisplayName(TextStyle.FULL, Locale.UK);
        Integer count = null;
        if (all != null && all.compareTo(BigDecimal.valueOf(day.getMonthValue())) == 0) count = day.getDayOfMonth();
        else if (all != null && all.compareTo(BigDecimal.valueOf(day.getDayOfMonth())) == 0)
            count = day.getMonthValue();
        if (all == null || count == null || all.compareTo(BigDecimal.valueOf(count)) < 0)
            return CellReading.queried(null, Rule.COUNT_BECAME_DATE, "shown", shown);
        return CellReading.queried(
                count, Rule.COUNT_BECAME_DATE, "shown", shown, "count", count, "of", all.toPlainString());
    }

    private static @Nullable BigDecimal whole(Field field, Function<String, String> beside) {
        String text = field.shareOf() == null ? "" : beside.apply(field.shareOf());
        return text.isEmpty() ? null : number(text, true);
    }

    static CellReading decimal(Field field, Cell cell) {
        BigDecimal share = field.maximum() != null && field.maximum().compareTo(BigDecimal.ONE) <= 0
                ? share(cell, CellText.of(cell))
                : null;
        if (share != null) return within(field, share, share);
        String text = CellText.of(cell);
        // A thousands comma is followed by three digits, so this is a decimal comma.
        Matcher comma = DECIMAL_COMMA.matcher(text);
        if (cell instanceof Cell.Text && comma.matches()) {
            String point = text.replace(',', '.');
            return read(field, new Cell.Text(point), point, false);
        }
        return read(field, cell, text, false);
    }

    private static CellReading read(Field field, Cell cell, String text, boolean whole) {
        BigDecimal number = cell instanceof Cell.Number exact ? inUnits(exact) : number(text, whole);
        if (number != null) return whole ? whole(field, number) : within(field, number, number);
        String key = NormalText.key(text);
        if (NotKnown.isSaid(text) || WHETHER.contains(key)) return CellReading.queried(null, Rule.NUMBER_TO_COME);
        Matcher unit = WITH_UNIT.matcher(key);
        if (unit.matches() && isUnitOf(field, unit.group(2)))
            return read(field, new Cell.Text(unit.group(1)), unit.group(1), whole);
        Matcher marked = MARKED.matcher(text);
        if (marked.matches()) {
            CellReading reading = within(field, Integer.valueOf(marked.group(1)));
            return reading.remark() == null ? CellReading.queried(reading.value(), Rule.APPROXIMATE_NUMBER) : reading;
        }
        Matcher about = ABOUT.matcher(key);
        if (about.matches()) {
            Integer near = Integer.valueOf(Objects.requireNonNullElse(about.group(1), about.group(2)));
            CellReading reading = within(field, near);
            return reading.remark() == null ? CellReading.queried(near, Rule.APPROXIMATE_NUMBER) : reading;
        }
        Integer inWords = NumberWords.parse(key);
        if (inWords != null) return within(field, inWords);
        return CellReading.refused(Rule.NOT_A_NUMBER, WHOLE, whole ? WHOLE : null);
    }

    /// Whether a unit is in the field's name: "6 sessions" fits sessions offered, "6 hours" does not.
    private static boolean isUnitOf(Field field, String unit) {
        String one = unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
        return field.likelyHeadings()
                .flatMap(heading -> Stream.of(NormalText.key(heading).split("[^\\p{L}]+")))
                .anyMatch(word -> word.equals(unit) || word.equals(one) || word.equals(one + "s"));
    }

    /// 0.25 shown as 25% is 25 in a field for percentages.
    private static BigDecimal inUnits(Cell.Number number) {
        return NumberFormat.isPercentage(number.format()) ? number.value().movePointRight(2) : number.value();
    }

    /// The form in which nearly every count is written.
    private static boolean isShortCount(String text) {
        if (text.isEmpty() || text.length() > DIGITS_OF_AN_INT_AT_LEAST) return false;
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
        return true;
    }

    private static @Nullable BigDecimal number(String text, boolean whole) {
        // Common in spreadsheets: an apostrophe before a number kept as text, a per cent sign after a share.
        String plain = text.startsWith("'") ? text.substring(1) : text;
        if (!whole && plain.endsWith("%"))
            plain = plain.substring(0, plain.length() - 1).stripTrailing();
        if (plain.isEmpty() || plain.length() > DIGITS || !startsLikeANumber(plain.charAt(0))) return null;
        if (THOUSANDS.matcher(plain).matches()) plain = plain.replace(",", "").replace(" ", "");
        try {
            return NumberFormat.shown(new BigDecimal(plain));
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static boolean startsLikeANumber(char c) {
        return c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' || Character.isDigit(c);
    }

    private static CellReading whole(Field field, BigDecimal number) {
        if (isBeyondReason(number)) return outOfRange(field);
        if (number.stripTrailingZeros().scale() > 0) return CellReading.refused(Rule.NOT_A_NUMBER, WHOLE, WHOLE);
        if (number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) return outOfRange(field);
        return within(field, number, number.intValue());
    }

    private static CellReading within(Field field, Integer number) {
        return within(field, BigDecimal.valueOf(number), number);
    }

    private static CellReading within(Field field, BigDecimal number, Object value) {
        if (isBeyondReason(number)) return outOfRange(field);
        boolean below = field.minimum() != null && number.compareTo(field.minimum()) < 0;
        boolean above = field.maximum() != null && number.compareTo(field.maximum()) > 0;
        return below || above ? outOfRange(field) : CellReading.of(value);
    }

    private static boolean isBeyondReason(BigDecimal number) {
        return number.precision() > DIGITS || Math.abs((long) number.scale()) > DIGITS;
    }

    private static CellReading outOfRange(Field field) {
        return CellReading.refused(
                Rule.NUMBER_OUT_OF_RANGE,
                "minimum",
                Objects.requireNonNullElse(field.minimum(), BigDecimal.ZERO),
                "maximum",
                field.maximum());
    }
}
