package org.huboutcomes.returns;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.returns.findings.FindingCollector;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.findings.Rules;
import org.huboutcomes.returns.recognition.RecognisedTable;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.returns.values.FieldTypes;
import org.jspecify.annotations.Nullable;

/// The findings about the headings of one recognised sheet: unread headings and missing headings.
final class SheetHeadings {

    private static final double ALIKE = 0.6;
    private static final int LONGEST_COMPARED = 200;

    private final RecognisedTable sheet;
    private final ReturnType type;
    private final FieldTypes fieldTypes;
    private final Rules rules;
    private final FindingCollector findings;
    private final Map<Field, Integer> columns;

    SheetHeadings(RecognisedTable sheet, FieldTypes fieldTypes, Rules rules, FindingCollector findings) {
        this.sheet = sheet;
        this.type = sheet.type();
        this.fieldTypes = fieldTypes;
        this.rules = rules;
        this.findings = findings;
        this.columns = sheet.byField();
    }

    /// Reports why each unread heading is not read.
    void read() {
        if (!type.fromPlatforms()) for (int column : sheet.twice()) tellHeading(Rule.DUPLICATE_HEADING, column);
        if (!type.otherHeadingsLeft())
            for (int column : sheet.others())
                if (!isOfSchools(column) && !tellSecond(column))
                    tellHeading(Rule.UNKNOWN_COLUMN, column, "nearest", nearest(column));
    }

    /// Reports a heading of a field that another column already has; false if it belongs to no field.
    private boolean tellSecond(int column) {
        Field field = type.byHeading().get(NormalText.key(heading(column)));
        Integer read = field == null ? null : columns.get(field);
        if (field == null || read == null) return false;
        tellHeading(Rule.SECOND_HEADING, column, "field", "\"" + field.title() + "\"", "other", heading(read));
        return true;
    }

    /// Whether it is a further column of schools, which is read in rows where the first is blank.
    private boolean isOfSchools(int column) {
        return columns.keySet().stream()
                .anyMatch(field ->
                        field.type().equals("school") && sheet.again(field).contains(column));
    }

    /// @param known fields that were found without a heading
    List<Finding> missing(List<String> known) {
        int row = sheet.heading().number();
        return sheet.missing().stream()
                .filter(field -> !known.contains(field.name()))
                .map(field -> rules.at(
                        Rule.MISSING_HEADING,
                        row,
                        "A" + row,
                        field.name(),
                        null,
                        Rules.words("field", field.title(), "nearest", likest(field), "above", above(field))))
                .toList();
    }

    /// How to write a hub or year above a table; null for a field that differs in each row.
    private @Nullable String above(Field field) {
        if (!type.claim().contains(field.name())) return null;
        return field.writtenAbove();
    }

    /// The unrecognised heading of this sheet that is most like the field's.
    private @Nullable String likest(Field field) {
        return sheet.others().stream()
                .map(this::heading)
                .filter(heading -> heading.length() <= LONGEST_COMPARED && !heading.isBlank())
                .max(Comparator.comparingDouble(heading -> likeness(field, heading)))
                .filter(heading -> likeness(field, heading) >= ALIKE)
                .orElse(null);
    }

    private static double likeness(Field field, String heading) {
        return field.headings()
                .mapToDouble(known -> NormalText.likeness(known, heading))
                .max()
                .orElse(0);
    }

    private void tellHeading(Rule rule, int column, @Nullable Object... words) {
        int row = sheet.heading().number();
        findings.add(
                rules.at(rule, row, RecognisedTable.address(column, row), null, heading(column), Rules.words(words)));
    }

    String heading(int column) {
        return CellText.of(sheet.heading().cell(column));
    }

    /// A single suggestion: the title of the field whose headings are most like this one.
    private @Nullable String nearest(int column) {
        String heading = heading(column);
        if (heading.length() > LONGEST_COMPARED) return null;
        return type.fields().stream()
                .filter(field -> !columns.containsKey(field)
                        && !field.personal()
                        && !(field.scale() != null && fieldTypes.scale(field).isShorterIn(heading))
                        && !field.type().equals("mark"))
                .max(Comparator.comparingDouble(field -> likeness(field, heading)))
                .filter(field -> likeness(field, heading) >= ALIKE)
                .map(Field::title)
                .orElse(null);
    }
}
