package org.huboutcomes.returns.conversion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.values.CellReading;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.spreadsheets.model.Cell;

/// Finds the values of a field among the words of a text, such as a hub in a title.
public final class ValuesInText {

    // A longer text is a note on how to fill the sheet in.
    private static final int LONGEST_TEXT = 200;
    private static final int MOST_WORDS = 12;

    private ValuesInText() {}

    /// A value of the field, and the words that it was read from.
    private record Found(int from, int to, Object value) {

        boolean isInside(Found other) {
            return other.from <= from && other.to >= to && other.to - other.from > to - from;
        }
    }

    /// A name inside a longer name is not one of its own.
    public static Stream<Object> of(FieldTypes fieldTypes, Field field, String text) {
        if (text.isEmpty() || text.length() > LONGEST_TEXT) return Stream.empty();
        String[] words = text.replaceAll("([,;:|_])", "$1 ").strip().split("\\s+");
        List<Found> all = new ArrayList<>();
        for (int from = 0; from < words.length; from++)
            for (int to = from + 1; to <= Math.min(words.length, from + MOST_WORDS); to++) {
                String part = String.join(" ", List.of(words).subList(from, to))
                        .replaceAll("^[\\s(\\[|_-]+|[\\s,;:|_)\\].-]+$", "");
                CellReading reading = fieldTypes.read(field, new Cell.Text(part), null);
                if (reading.value() != null && reading.remark() == null) all.add(new Found(from, to, reading.value()));
            }
        return all.stream().filter(one -> all.stream().noneMatch(one::isInside)).map(Found::value);
    }
}
