package org.huboutcomes.returns.conversion;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.huboutcomes.returns.conversion.rows.SheetRows;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;

/// Recognises sheets that list schools without data of a return: people keep them beside a return to look up names
/// and numbers.
final class SchoolLists {

    private static final Set<String> OF_SCHOOLS = Set.of("school", "urn", "school_name");
    private static final Set<String> BESIDE = Set.of("postcode", "local_authority");
    private static final int ROWS_LOOKED_AT = 10;
    private static final int FEWEST_SCHOOLS = 3;
    /// A text up to this length may be a town or a trust; a longer one is a remark.
    private static final int LONGEST_NAME = 80;

    private final ReturnTypes types;
    private final Readings readings;
    private final Set<String> schools = new HashSet<>();
    private final Set<String> known = new HashSet<>();

    SchoolLists(ReturnTypes types, Readings readings) {
        this.types = types;
        this.readings = readings;
        for (ReturnType type : types.all())
            for (Field field : type.fields()) {
                Stream<String> headings = field.likelyHeadings();
                if (OF_SCHOOLS.contains(field.type()))
                    headings.map(NormalText::key).forEach(schools::add);
                else if (BESIDE.contains(field.type()) || type.otherHeadingsLeft())
                    headings.map(NormalText::key).forEach(known::add);
            }
    }

    /// Whether all headings of a sheet are for schools, their location or the register, and neither its name nor a
    /// title adds anything else.
    boolean isHeaded(SheetRows sheet) {
        if (says(sheet.name())) return false;
        for (int i = 0; i + 1 < sheet.rows().size() && i < ROWS_LOOKED_AT; i++) {
            Row row = sheet.rows().get(i);
            if (!heads(row)) {
                if (row.cells().stream().anyMatch(cell -> says(CellText.of(cell)))) return false;
                continue;
            }
            return sheet.rows().subList(i + 1, sheet.rows().size()).stream()
                    .flatMap(one -> one.cells().stream())
                    .noneMatch(cell -> cell instanceof Cell.Text && says(CellText.of(cell)));
        }
        return false;
    }

    /// Whether one heading is for schools, and the other columns have only text.
    boolean isNearlyHeaded(SheetRows sheet) {
        if (says(sheet.name())) return false;
        for (int i = 0; i + 1 < sheet.rows().size() && i < ROWS_LOOKED_AT; i++) {
            Row row = sheet.rows().get(i);
            if (row.cells().stream().anyMatch(cell -> says(CellText.of(cell)))) return false;
            boolean heads = row.cells().stream()
                    .anyMatch(cell -> cell instanceof Cell.Text && schools.contains(NormalText.key(CellText.of(cell))));
            if (!heads) continue;
            // "Developing (start)" is data of a return.
            if (row.cells().stream()
                    .flatMap(cell -> Stream.of(CellText.of(cell).split("[^\\p{L}]+")))
                    .anyMatch(word -> word.length() > 2 && says(word))) return false;
            return sheet.rows().subList(i + 1, sheet.rows().size()).stream().noneMatch(this::saysMore);
        }
        return false;
    }

    /// Whether a text is data of a return: a choice, or a code of an activity.
    private boolean says(String text) {
        if (text.isBlank() || text.length() > LONGEST_NAME) return false;
        return types.all().stream()
                .filter(type -> !type.isList())
                .anyMatch(type -> type.fields().stream()
                        .anyMatch(field -> field.inTitles() != null
                                        && field.inTitles().matcher(text).find()
                                || field.type().equals("choice")
                                        && field.required()
                                        && ChoiceTitle.of(readings.of(type), field, text)
                                                .isPresent()));
    }

    private boolean heads(Row row) {
        boolean school = false;
        for (Cell cell : row.cells()) {
            if (cell.isBlank()) continue;
            String key = NormalText.key(CellText.of(cell));
            boolean isSchool = cell instanceof Cell.Text && schools.contains(key);
            if (!isSchool && !(cell instanceof Cell.Text && known.contains(key))) return false;
            school |= isSchool;
        }
        return school;
    }

    /// Whether a sheet without headings has only the number of a school and names in each row.
    boolean isBare(SheetRows sheet) {
        Field school = types.all().stream()
                .filter(type -> !type.isList())
                .flatMap(type -> type.fields().stream())
                .filter(field -> field.type().equals("school") && field.required())
                .findFirst()
                .orElse(null);
        if (school == null) return false;
        FieldTypes any = readings.of(types.all().get(0));
        List<Row> rows = sheet.rows().stream()
                .filter(row -> !TitledBlocks.isTitle(row) || isNumber(any, school, row))
                .toList();
        return rows.size() >= FEWEST_SCHOOLS
                && rows.stream().allMatch(row -> isNumber(any, school, row) && !saysMore(row));
    }

    private static boolean isNumber(FieldTypes fieldTypes, Field school, Row row) {
        return row.cells().stream()
                .filter(cell -> CellText.of(cell).strip().matches("\\d{6}"))
                .anyMatch(cell -> fieldTypes.value(school, cell) != null);
    }

    /// Whether a row has a choice of a return, a count or a date besides the number of a school and names.
    private boolean saysMore(Row row) {
        int numbers = 0;
        for (Cell cell : row.cells()) {
            if (cell.isBlank()) continue;
            String text = CellText.of(cell).strip();
            if (text.matches("\\d{6}") && numbers++ == 0) continue;
            if (!(cell instanceof Cell.Text) || text.length() > LONGEST_NAME || says(text)) return true;
        }
        return false;
    }
}
