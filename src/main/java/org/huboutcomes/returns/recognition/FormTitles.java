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

/// The labels and titles of a form, however they are numbered, marked or explained in brackets.
final class FormTitles {

    // What begins a part of its own in a workbook, where nothing says that it is a heading.
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

    /// A title without the number or the mark before it.
    static String plain(String line) {
        String unnumbered = NUMBERED.matcher(line).replaceFirst("");
        if (unnumbered.equals(line))
            unnumbered = BARE_NUMBER.matcher(line.strip()).replaceFirst("");
        return NormalText.key(unnumbered).replace(" & ", " and ");
    }

    /// The field that a line is the label of.
    Optional<Field> field(String line) {
        return withoutGuidance(line, one -> {
            String key = plain(one);
            Field known = labels.get(key);
            return known != null || isSentence(one) ? Optional.ofNullable(known) : type.titledLike(key);
        });
    }

    /// The field that an item of a list is the label of, by its very words.
    Optional<Field> fieldOfItem(String line) {
        return Optional.ofNullable(labels.get(marked(line)));
    }

    /// The block that a line is the title of.
    Optional<FormBlock> block(String line) {
        return withoutGuidance(line, one -> isSentence(one) ? blockOfItem(one) : type.blockTitled(plain(one)));
    }

    /// What ends as a sentence does is a title only by its very words.
    static boolean isSentence(String line) {
        return SENTENCE.matcher(line).find();
    }

    /// The block that an item of a list is the title of, by its very words.
    Optional<FormBlock> blockOfItem(String line) {
        return type.blocks().stream().filter(one -> one.isTitle(marked(line))).findFirst();
    }

    /// The block whose title stands before the colon of a line. One word may be any sentence's, unless it heads the
    /// first column of a block that each form has.
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

    /// The block that a paragraph begins by what it says, wherever it stands.
    Optional<FormBlock> started(String text) {
        return type.blocks().stream()
                .filter(one -> one.starts().stream()
                        .anyMatch(pattern -> pattern.matcher(text).lookingAt()))
                .findFirst();
    }

    /// An item's number says which it is, and no more than its mark is taken away.
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
