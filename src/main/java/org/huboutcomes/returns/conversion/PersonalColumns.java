package org.huboutcomes.returns.conversion;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.huboutcomes.returns.conversion.rows.ColumnValues;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.text.CellText;

/// Finds the columns of a converted sheet that may name people: their values are not sent back.
final class PersonalColumns {

    private PersonalColumns() {}

    /// The original columns that are not read and may name people, and columns of references that do.
    static List<Integer> of(ConversionPlan plan) {
        NearestReturn.Candidate candidate = plan.candidate();
        Collection<ColumnMatch> matches = plan.matches().values();
        ColumnMatch names = plan.names();
        WideColumns.Sessions sessions = plan.sessions();
        Set<Integer> personal = new TreeSet<>();
        boolean guarded = plan.type().fields().stream().anyMatch(Field::personal);
        int width = Math.max(
                candidate.heading().cells().size(),
                candidate.below().stream()
                        .mapToInt(row -> row.cells().size())
                        .max()
                        .orElse(0));
        for (int column = 0; column < width; column++) {
            int at = column;
            Optional<ColumnMatch> match =
                    matches.stream().filter(one -> one.column() == at).findFirst();
            if (names != null && names.column() == at
                    || sessions != null && sessions.columns().contains(at)) continue;
            if (match.isPresent()) {
                if (plan.isReferenceOfPerson(match.get().field())) personal.add(at);
                continue;
            }
            ColumnValues values = ColumnValues.of(candidate.below(), column);
            boolean named = candidate.matches().stream()
                    .anyMatch(one -> one.column() == at && one.field().personal());
            if (guarded
                    || named
                    || values.areNames()
                    || People.isLabel(CellText.of(candidate.heading().cell(column)))) personal.add(at);
        }
        return List.copyOf(personal);
    }
}
