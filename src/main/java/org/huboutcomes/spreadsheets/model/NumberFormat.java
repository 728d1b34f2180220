package org.huboutcomes.spreadsheets.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a cell shows its number.
public final class NumberFormat {

    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);
    // Quoted and escaped parts are texts; brackets enclose a colour, a condition or a language.
    private static final Pattern TEXTS = Pattern.compile("\"[^\"]*\"?|[\\\\_*].|\\[(?!(?i:h+|m+|s+)\\])[^\\]]*]");
    private static final Pattern DATE = Pattern.compile("(?i).*[ymdhs].*");
    private static final Pattern DIGITS = Pattern.compile(".*[0#?].*");
    private static final Pattern FRACTIONS_OF_A_SECOND = Pattern.compile("(?i)s[.,]0+");
    private static final Pattern PART = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]|[0#? ()/:-]");
    private static final int LONGEST = 255;

    private NumberFormat() {}

    /// A number rounded to the 15 digits that a spreadsheet shows: 5.9999999999999991 becomes 6. A whole number
    /// keeps all its digits, so that an id with too many can be reported.
    public static BigDecimal shown(BigDecimal number) {
        if (number.scale() <= 0 || number.precision() <= SHOWN.getPrecision()) return number;
        BigDecimal shown = number.round(SHOWN).stripTrailingZeros();
        return shown.scale() < 0 ? shown.setScale(0) : shown;
    }

    /// The format, or null if it shows the plain number.
    public static @Nullable String orNull(@Nullable String format) {
        if (format == null || format.isEmpty() || format.length() > LONGEST) return null;
        return format.equalsIgnoreCase("General") || format.equals("@") ? null : format;
    }

    /// Whether a number of this format is shown as a date or a time of day.
    public static boolean isDate(@Nullable String format) {
        if (format == null) return false;
        String codes = FRACTIONS_OF_A_SECOND.matcher(codes(format)).replaceAll("s");
        return DATE.matcher(codes).matches() && !DIGITS.matcher(codes).matches();
    }

    /// Whether a number of this format is shown as a percentage.
    public static boolean isPercentage(@Nullable String format) {
        return format != null && format.indexOf('%') >= 0 && codes(format).indexOf('%') >= 0;
    }

    /// A whole number as shown by a format with digit places and texts around them, such as `"M"000`.
    ///
    /// @return empty if the format has anything else
    public static Optional<String> text(BigDecimal number, String format) {
        if (number.signum() < 0 || number.stripTrailingZeros().scale() > 0 || number.precision() > LONGEST)
            return Optional.empty();
        List<String> parts = parts(format);
        long places = parts.stream().filter(NumberFormat::isPlace).count();
        if (places == 0) return Optional.empty();
        StringBuilder digits = new StringBuilder(number.toBigInteger().toString());
        StringBuilder shown = new StringBuilder();
        for (int i = parts.size() - 1; i >= 0; i--) {
            String part = parts.get(i);
            if (!isPlace(part)) shown.insert(0, literal(part));
            else {
                // The first place takes all remaining digits.
                int taken = --places == 0 ? digits.length() : Math.min(1, digits.length());
                String own = digits.substring(digits.length() - taken);
                digits.setLength(digits.length() - taken);
                shown.insert(0, own.isEmpty() && part.equals("0") ? "0" : own);
            }
        }
        return Optional.of(shown.toString());
    }

    /// The places and texts of the format's first section; empty if it has anything else.
    private static List<String> parts(String format) {
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(format);
        int at = 0;
        while (at < format.length() && format.charAt(at) != ';') {
            if (!part.region(at, format.length()).lookingAt()) return List.of();
            parts.add(part.group());
            at = part.end();
        }
        return parts;
    }

    private static boolean isPlace(String token) {
        return token.equals("0") || token.equals("#") || token.equals("?");
    }

    private static String literal(String token) {
        if (token.startsWith("\"")) return token.substring(1, token.length() - 1);
        return token.startsWith("\\") ? token.substring(1) : token.startsWith("[") ? "" : token;
    }

    /// The format's section for positive numbers, without its texts.
    private static String codes(String format) {
        String codes = TEXTS.matcher(format).replaceAll("");
        int end = codes.indexOf(';');
        return end < 0 ? codes : codes.substring(0, end);
    }
}
