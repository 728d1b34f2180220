package org.huboutcomes.returns.conversion;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.recognition.RecognisedTable;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.CellFills;
import org.huboutcomes.spreadsheets.model.Row;

/// A field whose choices are given by the colours of cells, with a key on the same sheet: `Green = active`, or a
/// coloured cell with the choice in it or beside it. It is only a suggestion.
///
/// @param column the coloured column (A is 0)
/// @param choices by row number
/// @param key the address of the key, such as `A27`
record ColouredColumn(Field field, int column, Map<Integer, String> choices, String key) {

    private static final String COLOURS = "red|amber|orange|yellow|green|blue|purple|pink|gr[ae]y";
    private static final Pattern COLOUR_FIRST = Pattern.compile(
            "\\b(" + COLOURS + ")\\b\\s*(?:=|:|-|\u2013|\u2014|\\bmeans\\b|\\bis\\b|\\()\\s*([^,;|/=()\\n]{1,40})");
    private static final Pattern COLOUR_LAST =
            Pattern.compile("([^,;|/=()\\n]{1,40}?)\\s*(?:=|:|-|\u2013|\u2014|\\bis\\b|\\()\\s*(" + COLOURS + ")\\b");

    /// The key to the colours of a sheet.
    private record Key(Map<String, String> byWord, Map<String, String> byColour, String place) {

        Optional<String> of(int rgb) {
            String colour = colour(rgb);
            if (byColour.containsKey(colour)) return Optional.ofNullable(byColour.get(colour));
            return words(colour).stream()
                    .filter(byWord::containsKey)
                    .map(byWord::get)
                    .findFirst();
        }
    }

    /// @param data the rows of the table
    /// @param all the rows of the sheet
    static Optional<ColouredColumn> of(
            FieldTypes fieldTypes, Field field, CellFills fills, List<Row> data, List<Row> all, Set<Integer> taken) {
        if (fills.isEmpty() || data.isEmpty()) return Optional.empty();
        Optional<Key> key = key(fieldTypes, field, fills, data, all);
        if (key.isEmpty()) return Optional.empty();
        int width = data.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        List<ColouredColumn> found = new ArrayList<>();
        // Colours may continue beyond the last filled cell.
        for (int column = 0; column < width + 10; column++) {
            Map<Integer, String> choices = new LinkedHashMap<>();
            for (Row row : data) {
                OptionalInt rgb = fills.of(row.number(), column);
                if (rgb.isPresent())
                    key.get().of(rgb.getAsInt()).ifPresent(choice -> choices.put(row.number(), choice));
            }
            if (choices.size() * 2 >= data.size())
                found.add(new ColouredColumn(field, column, choices, key.get().place()));
        }
        return found.stream()
                .max(Comparator.<ColouredColumn>comparingInt(
                                one -> one.choices().size())
                        .thenComparing(one -> !taken.contains(one.column()))
                        .thenComparing(one -> -one.column()));
    }

    private static Optional<Key> key(
            FieldTypes fieldTypes, Field field, CellFills fills, List<Row> data, List<Row> all) {
        Map<String, String> byWord = new HashMap<>();
        Map<String, String> byColour = new HashMap<>();
        String place = null;
        Set<Integer> dataRows = data.stream().map(Row::number).collect(Collectors.toSet());
        for (Row row : all)
            for (int column = 0; column < row.cells().size(); column++) {
                if (!(row.cell(column) instanceof Cell.Text)) continue;
                String text = CellText.of(row.cell(column));
                int before = byWord.size() + byColour.size();
                written(fieldTypes, field, text.toLowerCase(Locale.ROOT), byWord);
                if (!dataRows.contains(row.number())) {
                    OptionalInt own = fills.of(row.number(), column);
                    if (own.isEmpty() && column > 0 && row.cell(column - 1).isBlank())
                        own = fills.of(row.number(), column - 1);
                    Optional<String> choice = choice(fieldTypes, field, text);
                    if (own.isPresent() && choice.isPresent())
                        byColour.putIfAbsent(colour(own.getAsInt()), choice.get());
                }
                if (place == null && byWord.size() + byColour.size() > before)
                    place = RecognisedTable.address(column, row.number());
            }
        return place == null ? Optional.empty() : Optional.of(new Key(byWord, byColour, place));
    }

    private static void written(FieldTypes fieldTypes, Field field, String text, Map<String, String> byWord) {
        Map<String, String> found = new HashMap<>();
        Matcher first = COLOUR_FIRST.matcher(text);
        while (first.find()) {
            String colour = first.group(1);
            choice(fieldTypes, field, first.group(2)).ifPresent(choice -> found.putIfAbsent(colour, choice));
        }
        if (found.isEmpty()) {
            Matcher last = COLOUR_LAST.matcher(text);
            while (last.find()) {
                String colour = last.group(2);
                choice(fieldTypes, field, last.group(1)).ifPresent(choice -> found.putIfAbsent(colour, choice));
            }
        }
        found.forEach(byWord::putIfAbsent);
    }

    private static Optional<String> choice(FieldTypes fieldTypes, Field field, String text) {
        String stripped = text.strip();
        if (stripped.length() > 40) return Optional.empty();
        Object read = fieldTypes.value(field, new Cell.Text(stripped));
        return read == null ? ChoiceGuess.of(field, stripped) : Optional.of(read.toString());
    }

    /// The words for a colour in a key, the most likely first.
    private static List<String> words(String colour) {
        return switch (colour) {
            case "orange" -> List.of("amber", "orange", "yellow");
            case "yellow" -> List.of("yellow", "amber", "orange");
            case "purple" -> List.of("purple", "pink");
            case "grey" -> List.of("grey", "gray");
            default -> List.of(colour);
        };
    }

    /// The name of a colour, by its hue.
    static String colour(int rgb) {
        float[] parts = Color.RGBtoHSB(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF, null);
        float hue = parts[0] * 360;
        if (parts[1] < 0.12) return parts[2] > 0.95 ? "white" : parts[2] < 0.2 ? "black" : "grey";
        if (hue < 15 || hue >= 345) return "red";
        if (hue < 50) return "orange";
        if (hue < 68) return "yellow";
        if (hue < 170) return "green";
        return hue < 260 ? "blue" : "purple";
    }
}
