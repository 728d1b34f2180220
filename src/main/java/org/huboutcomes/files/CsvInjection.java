package org.huboutcomes.files;

import java.util.regex.Pattern;

/// Protects texts that a spreadsheet program would run as a formula. A workbook marks such a cell as text; a CSV file
/// cannot, so an apostrophe is put before the text there and removed again on reading.
public final class CsvInjection {

    // The list of OWASP, with the full-width forms that a Japanese keyboard produces.
    private static final String STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    private static final Pattern FIGURE = Pattern.compile("[+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");

    private CsvInjection() {}

    public static boolean isDangerous(String text) {
        return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
    }

    /// The text as written to CSV. Numbers stay as they are. A text that already starts with an apostrophe gets a
    /// second one, so that reading restores it.
    public static String inCsv(String text) {
        return isQuoted(text) || isDangerous(text) && !FIGURE.matcher(text).matches() ? "'" + text : text;
    }

    /// The original text.
    public static String undone(String text) {
        return isQuoted(text) ? text.substring(1) : text;
    }

    private static boolean isQuoted(String text) {
        int quotes = 0;
        while (quotes < text.length() && text.charAt(quotes) == '\'') quotes++;
        return quotes > 0 && isDangerous(text.substring(quotes));
    }
}
