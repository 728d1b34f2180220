package org.huboutcomes.returns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.FormBlock;
import org.huboutcomes.returns.recognition.FilledForm;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.MergedCells;
import org.huboutcomes.spreadsheets.model.Row;
import org.jspecify.annotations.Nullable;

/// The rows of one block of a form: from a table with headings, a table without headings, or paragraphs.
final class FormRows {

    private static final Pattern MARK = Pattern.compile("^(?:[\\u2022\\u2013-]|\\(?[a-z]\\))\\s+");
    private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?;])\\s+(?=\\p{Lu})");
    private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

    private final FormBlock block;
    private final FieldTypes fieldTypes;
    private final MergedCells merged;
    private final List<FormRow> rows = new ArrayList<>();
    private final List<FilledForm.Paragraph> beside = new ArrayList<>();

    FormRows(FormBlock block, FieldTypes fieldTypes, MergedCells merged) {
        this.block = block;
        this.fieldTypes = fieldTypes;
        this.merged = merged;
    }

    List<FormRow> of(FilledForm.Block written) {
        for (FilledForm.Table table : written.tables()) new FormTable(block, fieldTypes, merged, this).add(table);
        if (rows.isEmpty()) new FormParagraphs(block, this).read(written.paragraphs());
        else beside.addAll(written.paragraphs());
        if (rows.isEmpty() && !block.inSentences().isEmpty()) inSentences();
        if (rows.isEmpty() && block.unnamed() != null) unnamed(block.unnamed());
        return rows;
    }

    /// Reads prose: each sentence with an identifying value, such as a date, is one row. The sentences after it
    /// belong to the same row, up to the end of the paragraph.
    private void inSentences() {
        Field whole =
                block.fields().stream().filter(Field::required).findFirst().orElse(first());
        List<FilledForm.Paragraph> all = List.copyOf(beside);
        beside.clear();
        for (FilledForm.Paragraph paragraph : all) {
            String address = FilledForm.address(paragraph.row(), 0);
            @Nullable FormRow row = null;
            List<String> before = new ArrayList<>();
            for (String sentence : SENTENCES.split(paragraph.text())) {
                Map<Field, String> found = foundIn(sentence);
                if (!found.isEmpty()) {
                    FormRow begun = add(FormRow.at(paragraph.row().number()));
                    found.forEach((field, text) -> begun.add(field, new Cell.Text(text), address));
                    begun.add(whole, new Cell.Text(unmarked(sentence)), address);
                    row = begun;
                } else if (row != null) goOn(row, new Cell.Text(sentence), address);
                else before.add(sentence);
            }
            if (!before.isEmpty()) leave(new FilledForm.Paragraph(paragraph.row(), String.join(" ", before)));
        }
    }

    /// The matches of the patterns in a sentence, by field; several matches are separated by commas.
    private Map<Field, String> foundIn(String sentence) {
        Map<Field, String> found = new LinkedHashMap<>();
        for (Pattern pattern : block.inSentences())
            for (Field field : block.fields()) {
                if (!groups(pattern).contains(field.name())) continue;
                Matcher one = pattern.matcher(sentence);
                List<String> all = new ArrayList<>();
                while (one.find()) all.add(one.group(field.name()));
                if (!all.isEmpty()) found.putIfAbsent(field, String.join(", ", all));
            }
        return found;
    }

    /// Adds text that names no row as a separate row.
    private void unnamed(String name) {
        if (beside.isEmpty()) return;
        FilledForm.Paragraph begins = beside.get(0);
        FormRow row = FormRow.at(begins.row().number());
        row.add(first(), new Cell.Text(name), FilledForm.address(begins.row(), 0));
        for (FilledForm.Paragraph one : beside) goOn(row, new Cell.Text(one.text()), FilledForm.address(one.row(), 0));
        beside.clear();
        rows.add(row);
    }

    /// The paragraphs that are not in any row.
    List<FilledForm.Paragraph> beside() {
        return beside;
    }

    List<FormRow> made() {
        return rows;
    }

    /// Adds a row.
    FormRow add(FormRow row) {
        rows.add(row);
        return row;
    }

    /// Records a paragraph that is not in any row.
    void leave(FilledForm.Paragraph paragraph) {
        beside.add(paragraph);
    }

    /// Removes a list marker from the beginning of a text.
    static String unmarked(String text) {
        return MARK.matcher(text).replaceFirst("");
    }

    Optional<Matcher> started(String text) {
        String line = unmarked(text);
        return Stream.concat(block.starts().stream(), block.startsWithin().stream())
                .map(pattern -> pattern.matcher(line))
                .filter(Matcher::lookingAt)
                .findFirst();
    }

    Optional<FormRow> begin(Row row, int column, String text) {
        Optional<Matcher> started = started(text);
        if (started.isEmpty()) return Optional.empty();
        FormRow begun = FormRow.at(row.number());
        Set<String> groups = groups(started.get().pattern());
        for (Field field : block.fields()) {
            if (!groups.contains(field.name())) continue;
            String value = started.get().group(field.name());
            if (value != null && !value.isBlank())
                begun.add(field, new Cell.Text(value.strip()), FilledForm.address(row, column));
        }
        rows.add(begun);
        return Optional.of(begun);
    }

    /// The names of the groups of a pattern.
    private static Set<String> groups(Pattern pattern) {
        Set<String> groups = new HashSet<>();
        GROUP.matcher(pattern.pattern()).results().forEach(group -> groups.add(group.group(1)));
        return groups;
    }

    void goOn(FormRow row, Cell cell, String address) {
        if (block.goesOn() != null) block.find(block.goesOn()).ifPresent(field -> row.add(field, cell, address));
    }

    Field first() {
        return block.fields().get(0);
    }
}
