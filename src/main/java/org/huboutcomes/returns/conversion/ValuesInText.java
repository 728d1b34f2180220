package org.huboutcomes.returns.conversion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.values.CellReading;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.spreadsheets.model.Cell;

/// Finds the values of a field among the words of a text, such as a hub in a title.
public final class ValuesInText {

    // A longer text is a note on how to fill in the sheet.
    private static final int LONGEST_TEXT = 200;
    private static final int MOST_WORDS = 12;
    /// Hyphens that separate words, as in `MH01-Engagement-2022-23`, and not the halves of a year or a code.
    private static final Pattern PARTING = Pattern.compile(
            "(?<!\\d)[-\u2010-\u2015]|[-\u2010-\u2015](?!\\d)|(?<!(?<!\\d)20\\d{2})[-\u2010-\u2015](?=20\\d{2}(?!\\d))");
    /// `12-13`, which may be years, classes or days.
    private static final Pattern TWO_DIGITS = Pattern.compile("(\\d{2})\\s*\\P{Alnum}\\s*(\\d{2})");
    private static final Pattern CLASSES =
            Pattern.compile("(?i).*(?:^|\\P{L})(?:years?|yrs?|y|ks|ages?|aged|class(?:es)?)\\W*");
    private static final Pattern MONTH =
            Pattern.compile("(?i)\\W*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\b.*");
    private static final int LAST_CLASS = 14;

    private ValuesInText() {}

    /// A value of the field, and the range of words that it was read from.
    private record Found(int from, int to, Object value) {

        boolean isInside(Found other) {
            return other.from <= from && other.to >= to && other.to - other.from > to - from;
        }
    }

    /// A name inside a longer name is ignored. Hyphens separate words only if nothing is found otherwise.
    public static Stream<Object> of(FieldTypes fieldTypes, Field field, String text) {
        if (text.isEmpty() || text.length() > LONGEST_TEXT) return Stream.empty();
        List<Object> found = among(fieldTypes, field, text);
        if (!found.isEmpty()) return found.stream();
        String parted = PARTING.matcher(text).replaceAll(" ");
        return parted.equals(text) ? Stream.empty() : among(fieldTypes, field, parted).stream();
    }

    private static List<Object> among(FieldTypes fieldTypes, Field field, String text) {
        String[] words = text.replaceAll("([,;:|_])", "$1 ").strip().split("\\s+");
        List<Found> all = new ArrayList<>();
        for (int from = 0; from < words.length; from++)
            for (int to = from + 1; to <= Math.min(words.length, from + MOST_WORDS); to++) {
                String part = joined(words, from, to).replaceAll("^[\\s(\\[|_-]+|[\\s,;:|_)\\].-]+$", "");
                if (field.type().equals("academic_year") && isOther(part, words, from, to)) continue;
                CellReading reading = fieldTypes.read(field, new Cell.Text(part), null);
                if (reading.value() != null && reading.remark() == null) all.add(new Found(from, to, reading.value()));
            }
        return all.stream()
                .filter(one -> all.stream().noneMatch(one::isInside))
                .map(Found::value)
                .toList();
    }

    private static String joined(String[] words, int from, int to) {
        return String.join(" ", List.of(words).subList(from, to));
    }

    /// Whether two numbers are school years ("Year 12-13") or days of a month ("12-13 July").
    private static boolean isOther(String part, String[] words, int from, int to) {
        return Optional.of(TWO_DIGITS.matcher(part))
                .filter(two -> two.matches())
                .filter(two -> Integer.parseInt(two.group(2)) <= LAST_CLASS
                                && CLASSES.matcher(joined(words, 0, from)).matches()
                        || MONTH.matcher(joined(words, to, words.length)).matches())
                .isPresent();
    }
}
