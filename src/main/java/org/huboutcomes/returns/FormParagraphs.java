package org.huboutcomes.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.FormBlock;
import org.huboutcomes.returns.recognition.FilledForm;
import org.huboutcomes.spreadsheets.model.Cell;
import org.jspecify.annotations.Nullable;

/// Reads the paragraphs of a block as rows.
final class FormParagraphs {

    private final FormBlock block;
    private final FormRows rows;

    FormParagraphs(FormBlock block, FormRows rows) {
        this.block = block;
        this.rows = rows;
    }

    /// How the paragraphs of a block are divided into rows.
    ///
    /// @param starts some paragraphs begin a row by their wording
    /// @param bold otherwise, some are bold, and each of these begins a row
    /// @param plain otherwise, some are plain between list items, and each of these begins a row
    /// @param joined otherwise, paragraphs up to a label are one row
    /// @param labels how often a label is alone in its paragraph
    private record Parting(boolean starts, boolean bold, boolean plain, boolean joined, int labels) {

        boolean begins(FilledForm.Paragraph paragraph) {
            if (starts || joined || paragraph.isBelowItem()) return false;
            if (bold) return paragraph.isBold();
            return !plain || !paragraph.isListed();
        }
    }

    private Parting parting(List<FilledForm.Paragraph> all) {
        boolean starts = all.stream()
                .anyMatch(paragraph -> rows.started(paragraph.text()).isPresent());
        List<FilledForm.Paragraph> texts =
                all.stream().filter(paragraph -> heading(paragraph).isEmpty()).toList();
        boolean bold = !starts && texts.stream().anyMatch(FilledForm.Paragraph::isBold);
        long items = texts.stream().filter(FilledForm.Paragraph::isListed).count();
        boolean plain = !starts && !bold && items > 0 && texts.size() - items > 1;
        int alone = 0;
        int labels = 0;
        int above = 0;
        int below = 0;
        for (FilledForm.Paragraph paragraph : all) {
            Optional<Field> heading = heading(paragraph);
            if (heading.isPresent() && !heading.get().equals(rows.first())) {
                labels++;
                if (rest(paragraph).isEmpty()) alone++;
            } else if (labels == 0) above++;
            else below++;
        }
        // If the label has as many texts above it as below, they are paired in order.
        boolean paired = labels == 1 && alone == 1 && above == below;
        boolean joined = !starts && !bold && items == 0 && labels > 0 && !paired;
        return new Parting(starts, bold, plain, joined, alone);
    }

    /// Reads paragraphs, some of which begin a row. A heading of a field applies to those after it.
    void read(List<FilledForm.Paragraph> given) {
        Parting parting = parting(given);
        boolean each = block.goesOn() == null || rows.first().name().equals(block.goesOn());
        List<FilledForm.Paragraph> all = each ? withoutIntroduction(given, parting) : given;
        @Nullable FormRow row = null;
        @Nullable Field into = null;
        boolean closed = false;
        List<Field> labelled = new ArrayList<>();
        List<FormRow> others = new ArrayList<>();
        for (FilledForm.Paragraph paragraph : all) {
            String text = paragraph.text();
            String address = FilledForm.address(paragraph.row(), 0);
            Optional<Field> heading = heading(paragraph);
            if (heading.isPresent()) {
                into = heading.get();
                closed = false;
                text = rest(paragraph);
                if (text.isEmpty()) {
                    if (!into.equals(rows.first())) labelled.add(into);
                    if (row == null && !each) rows.leave(paragraph);
                    continue;
                }
            }
            Optional<FormRow> begun = heading.isPresent() ? Optional.empty() : rows.begin(paragraph.row(), 0, text);
            boolean other = !closed && !(parting.bold() && paragraph.isBold());
            if (begun.isPresent()) {
                row = begun.get();
                into = null;
                closed = false;
            } else if (other && row != null && into != null && !into.equals(rows.first())) {
                row.add(into, new Cell.Text(text), address);
                closed = heading.isPresent() || parting.joined() && parting.labels() > 1;
                others.add(itemOf(paragraph, into, FormRows.unmarked(text), address));
            } else if (each) {
                if (row == null || closed || parting.begins(paragraph)) {
                    row = rows.add(FormRow.at(paragraph.row().number()));
                    into = null;
                    closed = false;
                }
                row.add(rows.first(), new Cell.Text(row.has(rows.first()) ? text : FormRows.unmarked(text)), address);
            } else if (row != null) rows.goOn(row, new Cell.Text(text), address);
            else rows.leave(paragraph);
        }
        pair(labelled, others);
    }

    /// A single plain paragraph above a list introduces the list and is not a row.
    private List<FilledForm.Paragraph> withoutIntroduction(List<FilledForm.Paragraph> all, Parting parting) {
        boolean isList = !parting.starts() && !parting.bold() && !parting.plain() && all.size() > 2;
        if (!isList || all.get(0).isListed() || !all.get(1).isListed()) return all;
        rows.leave(all.get(0));
        return all.subList(1, all.size());
    }

    private static FormRow itemOf(FilledForm.Paragraph paragraph, Field into, String text, String address) {
        FormRow item = FormRow.at(paragraph.row().number());
        item.add(into, new Cell.Text(text), address);
        return item;
    }

    /// Pairs a list of one field with an equally long list of the other field below it, in order.
    private void pair(List<Field> labelled, List<FormRow> others) {
        List<FormRow> made = rows.made();
        if (labelled.size() != 1 || others.size() != made.size() || made.size() < 2) return;
        Field field = labelled.get(0);
        for (int i = 0; i < made.size(); i++) {
            made.get(i).values().remove(field);
            made.get(i).addresses().remove(field);
            made.get(i).values().putAll(others.get(i).values());
            made.get(i).addresses().putAll(others.get(i).addresses());
        }
    }

    /// The field that a paragraph is the heading of: by its exact words, by other wording if it is emphasised or
    /// ends in a colon, or by the words before its colon.
    private Optional<Field> heading(FilledForm.Paragraph paragraph) {
        String text = paragraph.text();
        if (rows.started(text).isPresent()) return Optional.empty();
        boolean standsOut = paragraph.isBold() || text.endsWith(":");
        Optional<Field> whole = standsOut ? block.headed(text) : block.headedExactly(text);
        int colon = text.indexOf(':');
        return whole.isPresent() || colon < 0 ? whole : block.headed(text.substring(0, colon));
    }

    private static String rest(FilledForm.Paragraph paragraph) {
        String text = paragraph.text();
        int colon = text.indexOf(':');
        return colon < 0 ? "" : text.substring(colon + 1).strip();
    }
}
