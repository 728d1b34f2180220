package org.huboutcomes.intake;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The `_x0041_` by which a workbook writes characters that XML forbids; an underscore that stands for itself before
/// such letters is written `_x005F_`.
public final class Escapes {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private Escapes() {}

    public static String decoded(String text) {
        if (!text.contains("_x")) return text;
        return ESCAPE.matcher(text).replaceAll(match -> {
            String character = String.valueOf((char) Integer.parseInt(match.group(1), 16));
            return Matcher.quoteReplacement(character);
        });
    }

    /// The same text as a workbook must hold it, so that reading gives it back letter for letter.
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

    /// The same text with a blank for each character that XML forbids.
    public static String withoutForbidden(String text) {
        StringBuilder bare = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) if (isForbidden(text, i)) bare.setCharAt(i, ' ');
        return bare.toString();
    }

    /// Half a pair of surrogates among them, which Excel escapes too.
    private static boolean isForbidden(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c))
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        if (Character.isLowSurrogate(c)) return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
        return c < ' ' && c != '\t' && c != '\n' || c == '\uFFFE' || c == '\uFFFF';
    }
}
