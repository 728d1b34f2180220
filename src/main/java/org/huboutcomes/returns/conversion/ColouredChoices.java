package org.huboutcomes.returns.conversion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.spreadsheets.model.CellFills;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.Sheet;
import org.huboutcomes.spreadsheets.model.UnreadableException;

/// Finds choices that are given by the colours of cells and not by a column.
final class ColouredChoices {

    private final Sheet sheet;
    private final NearestReturn.Candidate candidate;
    private final FieldTypes fieldTypes;
    private final Map<Field, ColumnMatch> matches;
    private final List<Field> fields;
    private final Map<Integer, AcademicYear> years;

    /// @param fields the fields of the columns of the converted table
    ColouredChoices(
            Sheet sheet,
            NearestReturn.Candidate candidate,
            FieldTypes fieldTypes,
            Map<Field, ColumnMatch> matches,
            List<Field> fields,
            Map<Integer, AcademicYear> years) {
        this.sheet = sheet;
        this.candidate = candidate;
        this.fieldTypes = fieldTypes;
        this.matches = matches;
        this.fields = fields;
        this.years = years;
    }

    /// The fields whose choices are given by colours and not by a column.
    Map<Field, ColouredColumn> of(List<Row> rows) {
        List<Field> missing = fields.stream()
                .filter(field -> field.type().equals("choice") && field.required() && isUnsaid(field, rows))
                .toList();
        if (missing.isEmpty() || !years.isEmpty()) return Map.of();
        Map<Field, ColouredColumn> coloured = new LinkedHashMap<>();
        try {
            CellFills fills = sheet.fills();
            List<Row> all = new ArrayList<>(candidate.below());
            all.addAll(candidate.above());
            Set<Integer> taken =
                    matches.values().stream().map(ColumnMatch::column).collect(Collectors.toSet());
            for (Field field : missing)
                ColouredColumn.of(fieldTypes, field, fills, rows, all, taken)
                        .ifPresent(found -> coloured.put(field, found));
        } catch (UnreadableException alreadyTold) {
            return Map.of();
        }
        return coloured;
    }

    private boolean isUnsaid(Field field, List<Row> rows) {
        ColumnMatch match = matches.get(field);
        return match == null
                || rows.stream().allMatch(row -> row.cell(match.column()).isBlank());
    }

    /// Reports colours that may mean a choice but are not explained.
    void say(ConversionPlan plan, List<Row> rows, HeadingRemarks headings) {
        boolean unsaid = fields.stream()
                .anyMatch(field -> field.type().equals("choice")
                        && field.required()
                        && isUnsaid(field, rows)
                        && !plan.coloured().containsKey(field)
                        && plan.blocks().of(field, rows.get(0)).isEmpty());
        if (!unsaid || !years.isEmpty() || candidate.ticked() != null) return;
        try {
            int width = candidate.heading().cells().size();
            new ColoursAlone(sheet.fills(), rows.stream().map(Row::number).toList(), width)
                    .inSeveral()
                    .ifPresent(headings::sayOfColours);
        } catch (UnreadableException alreadyTold) {
            return;
        }
    }
}
