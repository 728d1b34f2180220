package org.huboutcomes.returns.values;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.LookAlikes;
import org.huboutcomes.returns.text.PersonalData;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.NumberFormat;
import org.jspecify.annotations.Nullable;

/// Reads codes and references. All spellings of a code are stored in one form: in its number format, in capitals,
/// with one kind of dash, and a code of digits without leading zeros, because a number has none.
final class Codes {

    private static final Pattern DASH = Pattern.compile(" ?[\u2010-\u2015\u2212\u00ad-] ?");
    private static final Pattern USELESS_DECIMALS = Pattern.compile("(\\d+)\\.0+");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=\\d)");
    private static final Pattern ONLY_DIGITS = Pattern.compile("\\d+");
    /// Text that the program writes in place of an address or a name is not changed.
    private static final Pattern OURS = Pattern.compile("(?i)(code-[0-9a-f]{12}|" + Pseudonyms.PATTERN + ")");
    private static final Pattern SEPARATOR = Pattern.compile(
            "\\s*(?:[;,|&]|\\band\\b|\\R)\\s*|\\s+/\\s+|(?<=\\d)/(?=[a-z]+\\d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ONE_CODE =
            Pattern.compile("(?=.*\\d)[\\p{L}\\p{N}][\\p{L}\\p{N} ._\u2010-\u2015-]{0,29}");
    private static final Pattern DECIMAL_OR_THOUSANDS = Pattern.compile("\\d{1,3}([,.]\\d+)+");
    /// "MA22-01 (Primary)" is MA22-01.
    private static final Pattern WITH_REMARK =
            Pattern.compile("([\\p{L}\\p{N}._-]*\\d[\\p{L}\\p{N}._-]*) ?\\([^()]{1,60}\\)");
    /// The form in which a spreadsheet saves MAR-22 or 1-MAR to a CSV file.
    private static final Pattern EXCEL_DATE =
            Pattern.compile("(?:\\d{1,2}-)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:-\\d{2}(?:\\d{2})?)?");
    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int LONGEST_DATE = 30;
    /// The short date format in a workbook, for any country.
    private static final String SHORT_DATE = "m/d/yy";

    private static final int LONGEST = 200;

    private @Nullable DataFormatter formatter;

    /// Reads an id assigned by a program: any text is valid.
    CellReading id(Cell cell) {
        String shown = shown(cell);
        if (shown.isEmpty()) return CellReading.NOTHING;
        return PersonalData.isIn(shown)
                ? CellReading.queried(PersonalData.coded(shown), Rule.PERSONAL_VALUE)
                : CellReading.of(key(shown));
    }

    /// The code in a cell, or the reason why there is none.
    ///
    /// @param several whether a cell may hold more than one
    CellReading read(Cell cell, boolean several) {
        String shown = shown(cell);
        if (shown.isEmpty()) return CellReading.NOTHING;
        if (PersonalData.isIn(shown)) return CellReading.queried(PersonalData.coded(shown), Rule.PERSONAL_VALUE);
        boolean isMoment = cell instanceof Cell.Moment;
        if (!isMoment && isPlain(shown)) return CellReading.of(shown);
        if (isMoment || cell instanceof Cell.Text && isDate(shown))
            return CellReading.queried(key(shown), Rule.CODE_BECAME_DATE, "shown", shown);
        Matcher remarked = WITH_REMARK.matcher(shown);
        if (remarked.matches()) return CellReading.of(key(remarked.group(1)));
        List<String> codes = codes(shown);
        if (codes.size() < 2) return CellReading.of(key(shown));
        return several
                ? CellReading.of(String.join("; ", codes))
                : CellReading.refused(Rule.SEVERAL_CODES, "codes", String.join(" and ", codes));
    }

    private static boolean isDate(String text) {
        if (text.length() > LONGEST_DATE) return false;
        return EXCEL_DATE.matcher(text).matches() && text.indexOf('-') > 0
                || (text.indexOf('/') > 0 || ISO_DATE.matcher(text).lookingAt())
                        && Dates.day(text).isPresent();
    }

    /// The codes of a text that lists several; otherwise the unchanged text.
    private static List<String> codes(String text) {
        if (text.length() > LONGEST || DECIMAL_OR_THOUSANDS.matcher(text).matches()) return List.of(text);
        List<String> parts =
                Stream.of(SEPARATOR.split(text)).filter(part -> !part.isBlank()).toList();
        boolean all = parts.size() > 1
                && parts.stream().allMatch(part -> ONE_CODE.matcher(part).matches());
        return all ? parts.stream().map(Codes::key).distinct().toList() : List.of(text);
    }

    /// The text that the cell displays.
    String shown(Cell cell) {
        if (cell instanceof Cell.Number number && number.format() != null)
            return NumberFormat.text(number.value(), number.format()).orElseGet(() -> CellText.of(cell));
        if (cell instanceof Cell.Moment moment && moment.format() != null) return date(moment, moment.format());
        return CellText.of(cell);
    }

    private String date(Cell.Moment moment, String format) {
        if (format.equals(SHORT_DATE)) return Dates.written(moment.value().toLocalDate());
        if (formatter == null) formatter = new DataFormatter(Locale.UK);
        try {
            double days = DateUtil.getExcelDate(moment.value());
            return CellText.of(new Cell.Text(formatter.formatRawCellContents(days, -1, format)));
        } catch (RuntimeException noSuchFormat) {
            return CellText.of(moment);
        }
    }

    /// A key that is equal for all spellings of a code.
    static String key(String text) {
        if (isPlain(text)) return text;
        if (OURS.matcher(text).matches())
            return Character.toString(text.charAt(0)) + text.substring(1).toLowerCase(Locale.ROOT);
        String plain = LookAlikes.latin(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .strip();
        int end = plain.length();
        while (end > 0 && ";,. ".indexOf(plain.charAt(end - 1)) >= 0) end--;
        plain = DASH.matcher(plain.substring(0, end)).replaceAll("-");
        if (USELESS_DECIMALS.matcher(plain).matches()) plain = plain.substring(0, plain.indexOf('.'));
        if (ONLY_DIGITS.matcher(plain).matches())
            plain = LEADING_ZEROS.matcher(plain).replaceFirst("");
        return plain.isEmpty() ? text : plain.toUpperCase(Locale.ROOT);
    }

    /// Whether it has only capitals, digits and dashes, as nearly all codes do and dates do not.
    private static boolean isPlain(String text) {
        boolean letter = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            letter |= c >= 'A' && c <= 'Z';
            if (!(c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-')) return false;
        }
        return letter || text.length() > 0 && text.charAt(0) != '0' && text.indexOf('-') < 0;
    }
}
