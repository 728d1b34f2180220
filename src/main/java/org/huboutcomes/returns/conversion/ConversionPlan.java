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

/// How the rows of one sheet are read as the return that it is nearest to.
///
/// @param matches the columns that are fields, or are proposed as such
/// @param names the column of the names of schools, if there is one
/// @param given the hub and the year, as far as they stand around the table
/// @param open the hub and the year, as far as nothing says them
/// @param constant a value that a title gives for all rows
/// @param sessions the columns of sessions, if there is one for each
/// @param years the columns of years, if there is one for each
/// @param coloured fields of choices that the colours of cells say
/// @param blocks what the titles between the rows say
/// @param terms columns that were joined from one a term
/// @param columns of the converted table
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

    /// The field as its column asks for it: a survey's question on the scale that its wording has.
    Field asked(Field field) {
        ColumnMatch match = matches.get(field);
        return match == null ? field : field.askedBy(match.asked());
    }

    boolean isCounted(Field field) {
        return sessions != null
                && (field.name().equals(sessions.ticks().offered())
                        || field.name().equals(sessions.ticks().attended()));
    }

    /// Whether its values stand in columns of their own, with ticks below.
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
