package org.huboutcomes.reports.paper;

import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huboutcomes.reports.chart.Typefaces;

/// Knows which letters the house fonts have. A missing glyph would be dropped silently or shown as a box. Here its
/// accents are removed, and if that is not enough, it becomes a question mark.
public final class Glyphs {

    private static final String UNKNOWN = "?";
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final Typefaces faces;

    /// Letters that all fonts have, cached because every text of every report is checked and a font is slow to
    /// answer.
    private final boolean[] found = new boolean[Character.MAX_VALUE + 1];

    public Glyphs(Typefaces faces) {
        this.faces = faces;
    }

    public boolean has(String text) {
        for (int i = 0; i < text.length(); i++) if (!found[text.charAt(i)]) return hasUnknown(text);
        return true;
    }

    private boolean hasUnknown(String text) {
        if (!inAllFaces(text)) return false;
        // One half of a surrogate pair has no glyph by itself.
        if (text.chars().noneMatch(half -> Character.isSurrogate((char) half)))
            text.chars().forEach(letter -> found[letter] = true);
        return true;
    }

    private boolean inAllFaces(String text) {
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
        if (has(text)) return text;
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return !plain.isEmpty() && has(plain) ? plain : UNKNOWN;
    }
}
