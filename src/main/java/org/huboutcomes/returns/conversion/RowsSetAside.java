package org.huboutcomes.returns.conversion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.returns.conversion.ConvertedTable.Remark;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.findings.Rules;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.spreadsheets.model.Row;

/// Rows that a column marks as not being answers, such as previews. The converted workbook has no such column, so
/// it omits them.
///
/// @param kept the other rows
/// @param rows the number of omitted rows, by kind
record RowsSetAside(List<Row> kept, Map<String, Integer> rows) {

    static RowsSetAside of(List<Row> all, Map<Field, ColumnMatch> matches, FieldTypes fieldTypes) {
        List<ColumnMatch> marks = matches.values().stream()
                .filter(match -> match.field().type().equals("mark") && match.exact())
                .toList();
        if (marks.isEmpty()) return new RowsSetAside(all, Map.of());
        List<Row> kept = new ArrayList<>();
        Map<String, Integer> aside = new LinkedHashMap<>();
        for (Row row : all) {
            Optional<String> what = marks.stream()
                    .flatMap(mark ->
                            Optional.ofNullable(fieldTypes.value(mark.field(), row.cell(mark.column()))).stream())
                    .map(Object::toString)
                    .findFirst();
            what.ifPresentOrElse(one -> aside.merge(one, 1, Integer::sum), () -> kept.add(row));
        }
        return new RowsSetAside(kept, aside);
    }

    void say(Remarks remarks) {
        rows.forEach((what, count) -> remarks.add(new Remark(
                Rule.ANSWERS_SET_ASIDE,
                0,
                null,
                null,
                null,
                Rules.words("rows", EnglishFormat.counted(count, "row", "rows"), "what", what),
                Remark.HEADING,
                0,
                true)));
    }
}
