package org.huboutcomes.returns.conversion;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.recognition.RecognisedTable;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.spreadsheets.model.Row;

/// Finds values that titles give for all rows below them.
final class ValueInTitles {

    private ValueInTitles() {}

    /// The value of a field that a title or the name of the sheet gives for all rows, such as an activity.
    ///
    /// @param columns fields that have columns
    static Optional<Given> of(NearestReturn.Candidate candidate, Set<Field> columns, String sheet) {
        for (Field field : candidate.type().fields()) {
            Pattern pattern = field.inTitles();
            boolean ticked =
                    candidate.ticked() != null && candidate.ticked().field().equals(field);
            if (pattern == null || columns.contains(field) || ticked) continue;
            Map<String, Given> found = new LinkedHashMap<>();
            for (Row row : candidate.above())
                for (int column = 0; column < row.cells().size(); column++) {
                    Matcher matcher = pattern.matcher(CellText.of(row.cell(column)));
                    while (matcher.find())
                        found.putIfAbsent(
                                matcher.group(),
                                new Given(
                                        field,
                                        matcher.group(),
                                        matcher.group(),
                                        "the title in " + RecognisedTable.address(column, row.number()),
                                        row.number(),
                                        column,
                                        true));
                }
            Matcher inName = pattern.matcher(sheet);
            if (found.isEmpty() && inName.find())
                found.put(
                        inName.group(),
                        new Given(field, inName.group(), inName.group(), "the name of the sheet", 0, 0, true));
            if (found.size() == 1) return found.values().stream().findFirst();
        }
        return Optional.empty();
    }
}
