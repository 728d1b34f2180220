package org.huboutcomes.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The `_x0041_` by which a workbook writes characters that XML forbids; an underscore that stands for itself before
/// such letters is written `_x005F_`.
final class Escapes {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private Escapes() {}

    static String decoded(String text) {
        if (!text.contains("_x")) return text;
        return ESCAPE.matcher(text).replaceAll(match -> {
            String character = String.valueOf((char) Integer.parseInt(match.group(1), 16));
            return Matcher.quoteReplacement(character);
        });
    }
}
