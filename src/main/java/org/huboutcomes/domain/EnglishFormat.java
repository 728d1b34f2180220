package org.huboutcomes.domain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Formats numbers and days for English text.
public final class EnglishFormat {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private EnglishFormat() {}

    /// With a comma between thousands: `1,234`.
    public static String number(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    /// A number with its noun: `1 error`, `1,234 errors`.
    public static String counted(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    /// The same, for a noun whose plural is regular: `1 activity`, `12 schools`.
    public static String counted(long number, String many) {
        return counted(number, singular(many), many);
    }

    private static String singular(String many) {
        if (many.endsWith("ies")) return many.substring(0, many.length() - 3) + "y";
        return many.endsWith("s") ? many.substring(0, many.length() - 1) : many;
    }

    /// As in `5 May 2026`.
    public static String day(LocalDate day) {
        return day.format(DAY);
    }

    /// A list of words, such as `A, B and C`.
    public static String listed(List<String> words) {
        if (words.size() < 2) return String.join("", words);
        return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.get(words.size() - 1);
    }
}
