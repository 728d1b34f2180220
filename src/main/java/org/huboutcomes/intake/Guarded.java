package org.huboutcomes.intake;

import java.util.regex.Pattern;

/// Texts that a spreadsheet program would take for a formula, were they typed into it. A workbook says of such a cell
/// that it is a text; a CSV cannot, so an apostrophe stands before the text there, and is taken off again on reading.
public final class Guarded {

    // As OWASP lists them; the wide forms are typed for the narrow ones on a Japanese keyboard, and understood so.
    private static final String STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    private static final Pattern FIGURE = Pattern.compile("[+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");

    private Guarded() {}

    public static boolean isDangerous(String text) {
        return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
    }

    /// As a CSV holds it. A figure is one whatever its sign, and stays; a text that has such an apostrophe of its own
    /// gets another, so that it comes back with its own.
    public static String inCsv(String text) {
        return isQuoted(text) || isDangerous(text) && !FIGURE.matcher(text).matches() ? "'" + text : text;
    }

    /// The text that was written.
    public static String undone(String text) {
        return isQuoted(text) ? text.substring(1) : text;
    }

    private static boolean isQuoted(String text) {
        int quotes = 0;
        while (quotes < text.length() && text.charAt(quotes) == '\'') quotes++;
        return quotes > 0 && isDangerous(text.substring(quotes));
    }
}
