package org.huboutcomes.returns;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huboutcomes.intake.Cell;
import org.jspecify.annotations.Nullable;

/// Counts and measures, as numbers, as text, in words, and as people write them who do not know exactly.
final class Numbers {

    private static final Pattern ABOUT = Pattern.compile(
            "(?:~|>|c\\.? ?|circa |approx\\.? ?|approximately |about |around |over |at least )(\\d{1,9})|(\\d{1,9}) ?(?:\\+|ish|or so|approx\\.?)");
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3}([, ]\\d{3})+(\\.\\d+)?");
    private static final Set<String> NOT_RECORDED =
            Set.of("-", "--", "n/a", "na", "not known", "unknown", "not recorded", "..", "?");
    private static final Set<String> TO_COME =
            Set.of("tbc", "tba", "tbd", "to be confirmed", "to follow", "to come", "pending", "awaited");

    private static final int DIGITS_OF_AN_INT_AT_LEAST = 9;
    // What a spreadsheet holds has at most 17 digits; beyond this a number only takes time and memory.
    private static final int DIGITS = 40;

    private Numbers() {}

    static Reading integer(Field field, Cell cell) {
        String text = CellText.of(cell);
        if (isShortCount(text)) return within(field, Integer.valueOf(text));
        return read(field, cell, text, true);
    }

    static Reading decimal(Field field, Cell cell) {
        return read(field, cell, CellText.of(cell), false);
    }

    private static Reading read(Field field, Cell cell, String text, boolean whole) {
        BigDecimal number = cell instanceof Cell.Number exact ? exact.value() : number(text, whole);
        if (number != null) return whole ? whole(field, number) : within(field, number, number);
        String key = Words.key(text);
        if (NOT_RECORDED.contains(text) || NOT_RECORDED.contains(key)) return Reading.NOTHING;
        if (TO_COME.contains(key)) return Reading.queried(null, Rule.NUMBER_TO_COME);
        Matcher about = ABOUT.matcher(key);
        if (about.matches()) {
            Integer near = Integer.valueOf(Objects.requireNonNullElse(about.group(1), about.group(2)));
            Reading reading = within(field, near);
            return reading.remark() == null ? Reading.queried(near, Rule.APPROXIMATE_NUMBER) : reading;
        }
        Integer inWords = NumberWords.parse(key);
        if (inWords != null) return within(field, inWords);
        return Reading.refused(Rule.NOT_A_NUMBER, "whole", whole ? "whole" : null);
    }

    /// As nearly every count is written.
    private static boolean isShortCount(String text) {
        if (text.isEmpty() || text.length() > DIGITS_OF_AN_INT_AT_LEAST) return false;
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
        return true;
    }

    private static @Nullable BigDecimal number(String text, boolean whole) {
        // Commons of every spreadsheet: an apostrophe before a number kept as text, a per cent sign behind a share.
        String plain = text.startsWith("'") ? text.substring(1) : text;
        if (!whole && plain.endsWith("%"))
            plain = plain.substring(0, plain.length() - 1).stripTrailing();
        if (plain.isEmpty() || plain.length() > DIGITS || !startsLikeANumber(plain.charAt(0))) return null;
        if (THOUSANDS.matcher(plain).matches()) plain = plain.replace(",", "").replace(" ", "");
        try {
            return new BigDecimal(plain);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static boolean startsLikeANumber(char c) {
        return c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' || Character.isDigit(c);
    }

    private static Reading whole(Field field, BigDecimal number) {
        if (isBeyondReason(number)) return outOfRange(field);
        if (number.stripTrailingZeros().scale() > 0) return Reading.refused(Rule.NOT_A_NUMBER, "whole", "whole");
        if (number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) return outOfRange(field);
        return within(field, number, number.intValue());
    }

    private static Reading within(Field field, Integer number) {
        return within(field, BigDecimal.valueOf(number), number);
    }

    private static Reading within(Field field, BigDecimal number, Object value) {
        if (isBeyondReason(number)) return outOfRange(field);
        boolean below = field.minimum() != null && number.compareTo(field.minimum()) < 0;
        boolean above = field.maximum() != null && number.compareTo(field.maximum()) > 0;
        return below || above ? outOfRange(field) : Reading.of(value);
    }

    private static boolean isBeyondReason(BigDecimal number) {
        return number.precision() > DIGITS || Math.abs((long) number.scale()) > DIGITS;
    }

    private static Reading outOfRange(Field field) {
        return Reading.refused(
                Rule.NUMBER_OUT_OF_RANGE,
                "minimum",
                Objects.requireNonNullElse(field.minimum(), BigDecimal.ZERO),
                "maximum",
                field.maximum());
    }
}
