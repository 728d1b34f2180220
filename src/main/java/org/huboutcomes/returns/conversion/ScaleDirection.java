package org.huboutcomes.returns.conversion;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huboutcomes.returns.conversion.rows.ColumnValues;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.Scale;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.values.FieldTypes;

/// Which end of a numeric scale a question calls the best, as in "(1 = very satisfied, 5 = very dissatisfied)".
final class ScaleDirection {

    private static final Pattern FIRST =
            Pattern.compile("(?i)\\b1\\s*(?:=|:|-|\u2013|is|being|means)\\s*(\\p{L}[\\p{L} ]{2,40})");

    private ScaleDirection() {}

    /// The meaning of 1 in the wording of a numeric question, if it is the best answer on a scale of the return.
    static Optional<String> best(ReturnType type, FieldTypes fieldTypes, String heading, ColumnValues values) {
        return type.fields().stream()
                        .filter(field -> field.type().equals("scale"))
                        .anyMatch(field ->
                                lowestIsBest(fieldTypes, field, heading, values).orElse(false))
                ? first(heading)
                : Optional.empty();
    }

    /// Whether 1 is the best answer to a numeric question; empty if its wording does not say.
    static Optional<Boolean> lowestIsBest(FieldTypes fieldTypes, Field field, String heading, ColumnValues values) {
        Optional<String> first = first(heading);
        if (first.isEmpty() || values.share(cell -> CellText.of(cell).matches("\\d{1,2}")) == 0)
            return Optional.empty();
        return field.headings()
                .map(wording -> fieldTypes.scale(field.askedBy(wording)))
                .distinct()
                .flatMap(scale -> first.flatMap(label -> isBest(scale, label)).stream())
                .findFirst();
    }

    private static Optional<Boolean> isBest(Scale scale, String label) {
        OptionalInt point = scale.labelled(label);
        return point.isEmpty()
                ? Optional.empty()
                : Optional.of(point.getAsInt() * 2 > scale.lowest() + scale.highest());
    }

    private static Optional<String> first(String heading) {
        Matcher said = FIRST.matcher(heading);
        return said.find() ? Optional.of(said.group(1).strip()) : Optional.empty();
    }
}
