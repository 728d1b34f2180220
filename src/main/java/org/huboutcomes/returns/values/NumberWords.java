package org.huboutcomes.returns.values;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counts written out, up to 999.
final class NumberWords {

    private static final List<String> UNITS = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final int LONGEST = "seven hundred and seventy-seven".length();

    private NumberWords() {}

    /// @param key the text in lower case with single blanks
    static @Nullable Integer parse(String key) {
        if (key.length() > LONGEST) return null;
        if (key.equals("none") || key.equals("nil")) return 0;
        int hundred = key.indexOf("hundred");
        if (hundred < 0) return belowHundred(key);
        String before = key.substring(0, hundred).strip();
        String after = key.substring(hundred + "hundred".length()).strip();
        Integer hundreds = before.equals("a") ? Integer.valueOf(1) : unit(before);
        Integer rest = after.isEmpty() ? Integer.valueOf(0) : belowHundred(after.replaceFirst("^and ", ""));
        return hundreds == null || hundreds == 0 || hundreds > 9 || rest == null ? null : hundreds * 100 + rest;
    }

    private static @Nullable Integer belowHundred(String words) {
        String[] parts = words.split("[ -]", 2);
        int tens = parts[0].isEmpty() ? -1 : TENS.indexOf(parts[0]);
        if (tens < 0) return unit(words);
        if (parts.length == 1) return tens * 10;
        Integer unit = unit(parts[1]);
        return unit == null || unit < 1 || unit > 9 ? null : Integer.valueOf(tens * 10 + unit);
    }

    private static @Nullable Integer unit(String word) {
        int unit = UNITS.indexOf(word);
        return unit < 0 ? null : unit;
    }
}
