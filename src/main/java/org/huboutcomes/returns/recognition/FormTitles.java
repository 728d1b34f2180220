package org.huboutcomes.returns.recognition;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.FormBlock;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.spreadsheets.model.Row;

/// Finds labels and titles of a form, with any numbering, markers or explanations in brackets.
final class FormTitles {

    // The maximum length of a line that begins a new part in a workbook, which does not mark headings.
    static final int LETTERS_OF_A_HEADING = 60;

    private static final Pattern NUMBERED = Pattern.compile(
            "^(?:\u2022 )?(?:(?:section|part|chapter) (?:\\d{1,2}|[a-h]|[ivx]{1,4})\\s*[.):\u2013\u2014-]\\s*"
                    + "|(?:\\d{1,2}(?:\\.\\d{1,2})*|[a-h]|[ivx]{1,4})[.):]\\s+)|^\u2022 ",
            Pattern.CASE_INSENSITIVE);
    // A number without a full stop, as in "1 Context" and "1.1 Overview".
    private static final Pattern BARE_NUMBER = Pattern.compile("^(?:\\d|1\\d|\\d{1,2}(?:\\.\\d{1,2})+)\\s+(?=\\p{Lu})");
    private static final Pattern SENTENCE = Pattern.compile("[.!;,]\\s*$");
    private static final Pattern GUIDANCE = Pattern.compile("^(.{3,60}?)\\s*[(\\[][^)\\]]*\\s[^)\\]]*[)\\]]$");

    private final ReturnType type;
    private final Map<String, Field> labels;

    FormTitles(ReturnType type) {
        this.type = type;
        this.labels = type.byHeading();
    }

    /// A title without the number or marker before it.
    static String plain(String line) {
        String unnumbered = NUMBERED.matcher(line).replaceFirst("");
        if (unnumbered.equals(line))
            unnumbered = BARE_NUMBER.matcher(line.strip()).replaceFirst("");
        return NormalText.key(unnumbered).replace(" & ", " and ");
    }

    /// The field with this line as its label.
    Optional<Field> field(String line) {
        return withoutGuidance(line, one -> {
            String key = plain(one);
            Field known = labels.get(key);
            return known != null || isSentence(one) ? Optional.ofNullable(known) : type.titledLike(key);
        });
    }

    /// The field whose label is exactly the text of a list item.
    Optional<Field> fieldOfItem(String line) {
        return Optional.ofNullable(labels.get(marked(line)));
    }

    /// The block with this line as its title.
    Optional<FormBlock> block(String line) {
        return withoutGuidance(line, one -> isSentence(one) ? blockOfItem(one) : type.blockTitled(plain(one)));
    }

    /// A text that ends like a sentence is a title only if it matches exactly.
    static boolean isSentence(String line) {
        return SENTENCE.matcher(line).find();
    }

    /// The block whose title is exactly the text of a list item.
    Optional<FormBlock> blockOfItem(String line) {
        return type.blocks().stream().filter(one -> one.isTitle(marked(line))).findFirst();
    }

    /// The block whose title is before the colon of a line. A single word may be part of any sentence, so it must
    /// head the first column of a required block.
    Optional<FormBlock> blockBeforeColon(String line) {
        int colon = line.indexOf(':');
        if (colon < 3
                || colon > LETTERS_OF_A_HEADING
                || line.substring(colon + 1).isBlank()) return Optional.empty();
        String title = line.substring(0, colon).strip();
        return block(title)
                .filter(one -> title.indexOf(' ') > 0
                        || !one.optional()
                                && one.headedExactly(title)
                                        .filter(one.fields().get(0)::equals)
                                        .isPresent());
    }

    /// The block of which a paragraph begins a row by its wording, wherever it is.
    Optional<FormBlock> started(String text) {
        return type.blocks().stream()
                .filter(one -> one.starts().stream()
                        .anyMatch(pattern -> pattern.matcher(text).lookingAt()))
                .findFirst();
    }

    /// Removes only the list marker, because the number of an item identifies it.
    private static String marked(String line) {
        return NormalText.key(NUMBERED.matcher(line).replaceFirst("")).replace(" & ", " and ");
    }

    private static <T> Optional<T> withoutGuidance(String line, Function<String, Optional<T>> known) {
        Optional<T> found = known.apply(line);
        if (found.isPresent()) return found;
        var explained = GUIDANCE.matcher(line.strip());
        return explained.matches() ? known.apply(explained.group(1)) : Optional.empty();
    }

    static boolean isItem(Row row) {
        return row.layout() != null && row.layout().listed();
    }
}
