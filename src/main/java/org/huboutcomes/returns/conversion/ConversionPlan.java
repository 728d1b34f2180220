package org.huboutcomes.returns.conversion;

import java.util.List;
import java.util.Map;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.returns.conversion.ConvertedTable.Column;
import org.huboutcomes.returns.conversion.rows.SessionHeadings;
import org.huboutcomes.returns.conversion.rows.TermColumns;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.returns.values.Pseudonyms;
import org.huboutcomes.spreadsheets.model.Cell;
import org.jspecify.annotations.Nullable;

/// How the rows of one sheet are converted to the closest return.
///
/// @param matches the columns found or suggested for fields
/// @param names the column of the names of schools, if there is one
/// @param given the hub and the year, as far as they were found around the table
/// @param open the hub and the year, as far as they were not found
/// @param constant a value from a title for all rows
/// @param sessions the columns of sessions, if each session has one
/// @param years the columns of years, if each year has one
/// @param coloured fields of choices that are given by colours
/// @param blocks the values given by titles between the rows
/// @param terms columns that were joined from one column for each term
/// @param columns the columns of the converted table
record ConversionPlan(
        ReturnType type,
        NearestReturn.Candidate candidate,
        FieldTypes fieldTypes,
        Map<Field, ColumnMatch> matches,
        @Nullable ColumnMatch names,
        List<Given> given,
        List<Field> open,
        @Nullable Given constant,
        WideColumns.@Nullable Sessions sessions,
        Map<Integer, AcademicYear> years,
        Map<Field, ColouredColumn> coloured,
        TitledBlocks blocks,
        Map<Integer, TermColumns.Joined> terms,
        List<Column> columns) {

    /// The field as its column words it: a survey's question with the scale of its wording.
    Field asked(Field field) {
        ColumnMatch match = matches.get(field);
        return match == null ? field : field.askedBy(match.asked());
    }

    boolean isCounted(Field field) {
        return sessions != null
                && (field.name().equals(sessions.ticks().offered())
                        || field.name().equals(sessions.ticks().attended()));
    }

    /// Whether each value of the field has its own column of ticks.
    boolean isTicked(Field field) {
        return candidate.ticked() != null && candidate.ticked().field().equals(field);
    }

    List<Field> claimed(String fieldType) {
        return type.fields().stream()
                .filter(field -> field.type().equals(fieldType) && type.claim().contains(field.name()))
                .toList();
    }

    int index(Field field) {
        for (int i = 0; i < columns.size(); i++) if (columns.get(i).field().equals(field)) return i;
        return 0;
    }

    boolean hasNameColumn() {
        return type.fields().stream().anyMatch(field -> field.type().equals("school_name"));
    }

    String heading(int column) {
        return SessionHeadings.text(candidate.heading().cell(column));
    }

    /// Whether the field identifies people, and its column names some.
    boolean isReferenceOfPerson(Field field) {
        ColumnMatch match = matches.get(field);
        return field.type().equals("reference")
                && match != null
                && candidate.below().stream().anyMatch(row -> isName(field, CellText.of(row.cell(match.column()))));
    }

    /// Whether a reference is the name of a person.
    static boolean isName(Field field, String reference) {
        return Pseudonyms.isName(reference)
                && FieldTypes.leftOpen(field, new Cell.Text(reference)).isEmpty()
                && !field.notNames().contains(NormalText.key(reference));
    }
}
