package org.huboutcomes.reports.paper;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huboutcomes.reports.chart.Typefaces;

/// Which letters the house's faces have. A missing glyph would vanish without a word; here it becomes a visible square.
public record Glyphs(Typefaces faces) {

    private static final String SQUARE = "\u25A1";

    public boolean has(String text) {
        return faces.regular().canDisplayUpTo(text) < 0
                && faces.semibold().canDisplayUpTo(text) < 0
                && faces.bold().canDisplayUpTo(text) < 0;
    }

    public String printable(String text) {
        if (has(text)) return text;
        return text.codePoints().mapToObj(this::printable).collect(Collectors.joining());
    }

    /// The letters of a text that cannot be printed, each once.
    public String missing(String text) {
        IntStream missing = text.codePoints().distinct().filter(letter -> !has(Character.toString(letter)));
        return missing.mapToObj(Character::toString).collect(Collectors.joining(" "));
    }

    private String printable(int letter) {
        String text = Character.toString(letter);
        return has(text) ? text : SQUARE;
    }
}
