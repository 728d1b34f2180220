package org.huboutcomes.spreadsheets.xlsx;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The `_x0041_` escapes with which a workbook writes characters that XML forbids. A literal underscore before such
/// letters is written `_x005F_`.
public final class XmlEscapes {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private XmlEscapes() {}

    public static String decoded(String text) {
        if (!text.contains("_x")) return text;
        return ESCAPE.matcher(text).replaceAll(match -> {
            String character = String.valueOf((char) Integer.parseInt(match.group(1), 16));
            return Matcher.quoteReplacement(character);
        });
    }

    /// Escapes a text for a workbook, so that reading restores it exactly.
    public static String encoded(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isForbidden(text, i)
                    || c == '_' && ESCAPE.matcher(text).region(i, text.length()).lookingAt())
                encoded.append(String.format(Locale.ROOT, "_x%04X_", (int) c));
            else encoded.append(c);
        }
        return encoded.toString();
    }

    /// The text with a space for each character that XML forbids.
    public static String withoutForbidden(String text) {
        StringBuilder bare = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) if (isForbidden(text, i)) bare.setCharAt(i, ' ');
        return bare.toString();
    }

    /// Includes unpaired surrogates, which Excel escapes too.
    private static boolean isForbidden(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c))
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        if (Character.isLowSurrogate(c)) return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
        return c < ' ' && c != '\t' && c != '\n' || c == '\uFFFE' || c == '\uFFFF';
    }
}
