package org.huboutcomes.returns.conversion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.returns.conversion.rows.SheetRows;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.recognition.IgnoredRows;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;

/// Reports tables that have the data of a return in an unsupported layout, and what to do about it.
final class UnreadShapes {

    private static final int FEWEST_SCHOOLS = 3;
    private static final int FEWEST_LABELS = 2;
    private static final int LONGEST_LABEL = 60;

    private final ReturnTypes types;
    private final Readings readings;

    UnreadShapes(ReturnTypes types, Readings readings) {
        this.types = types;
        this.readings = readings;
    }

    /// A table with its headings in the first column, one below the other.
    Optional<Finding> turned(SheetRows sheet) {
        return candidates()
                .filter(type -> !type.fromPlatforms())
                .map(type -> Map.entry(type, labels(type, sheet)))
                .filter(one -> isTurned(one.getKey(), one.getValue()))
                .max(Comparator.comparingInt(one -> one.getValue().size()))
                .map(one -> types.rules()
                        .whole(
                                Rule.TURNED_TABLE,
                                "sheet",
                                sheet.name(),
                                "return",
                                one.getKey().title(),
                                "known",
                                EnglishFormat.listed(List.copyOf(one.getValue().values()))));
    }

    private Stream<ReturnType> candidates() {
        return types.all().stream()
                .filter(type -> !type.isForm() && !type.claim().isEmpty());
    }

    /// The labels in the first column that are headings of a return, with several values beside each.
    private static Map<Field, String> labels(ReturnType type, SheetRows sheet) {
        Map<String, Field> known = type.byHeading();
        Map<Field, String> labels = new LinkedHashMap<>();
        for (Row row : sheet.rows()) {
            if (!(row.cell(0) instanceof Cell.Text)) continue;
            String label = CellText.of(row.cell(0));
            // The last row of many tables begins with a word that may also be a heading.
            boolean total = IgnoredRows.saysTotal(new Row(row.number(), false, List.of(row.cell(0))));
            if (label.length() > LONGEST_LABEL || total) continue;
            Field field = known.get(NormalText.key(label));
            if (field == null || type.claim().contains(field.name())) continue;
            long values =
                    row.cells().stream().skip(1).filter(cell -> !cell.isBlank()).count();
            boolean heads = row.cells().stream()
                    .skip(1)
                    .anyMatch(
                            cell -> cell instanceof Cell.Text && known.containsKey(NormalText.key(CellText.of(cell))));
            if (values >= FEWEST_LABELS && !heads) labels.putIfAbsent(field, label);
        }
        return labels;
    }

    private static boolean isTurned(ReturnType type, Map<Field, String> labels) {
        List<Field> needed = type.fields().stream()
                .filter(field -> field.headingRequired() && !type.claim().contains(field.name()))
                .toList();
        long there = needed.stream().filter(labels::containsKey).count();
        return labels.size() >= FEWEST_LABELS && there > 0 && there * 2 >= needed.size();
    }

    /// Schools by number without headings that explain the other columns.
    Optional<Finding> withoutHeadings(SheetRows sheet) {
        List<ReturnType> ofSchools = candidates()
                .filter(type ->
                        type.fields().stream().anyMatch(field -> field.type().equals("school") && field.required()))
                .toList();
        if (ofSchools.isEmpty() || hasHeading(ofSchools, sheet)) return Optional.empty();
        Map<Integer, Integer> schools = new TreeMap<>();
        FieldTypes any = readings.of(ofSchools.get(0));
        Field school = ofSchools.get(0).fields().stream()
                .filter(field -> field.type().equals("school"))
                .findFirst()
                .orElseThrow();
        for (Row row : sheet.rows())
            for (int column = 0; column < row.cells().size(); column++)
                if (CellText.of(row.cell(column)).strip().matches("\\d{6}")
                        && any.value(school, row.cell(column)) != null) schools.merge(column, 1, Integer::sum);
        return schools.entrySet().stream()
                .filter(one -> one.getValue() >= FEWEST_SCHOOLS)
                .findFirst()
                .map(one -> types.rules()
                        .whole(
                                Rule.NO_HEADING_ROW,
                                "sheet",
                                sheet.name(),
                                "what",
                                "the numbers of " + one.getValue() + " schools in column "
                                        + CellReference.convertNumToColString(one.getKey()),
                                "example",
                                EnglishFormat.listed(headings(ofSchools, sheet))))
                .or(() -> belowWords(ofSchools, sheet));
    }

    /// A list below the words for the choices of a field, or in columns below them.
    private Optional<Finding> belowWords(List<ReturnType> ofSchools, SheetRows sheet) {
        ReturnType likest = likest(ofSchools, sheet);
        for (Field field : likest.fields()) {
            if (!field.type().equals("choice") || !field.required()) continue;
            Set<String> words = new LinkedHashSet<>();
            for (Row row : sheet.rows())
                for (Cell cell : row.cells()) choice(likest, field, cell).ifPresent(words::add);
            if (words.size() >= FEWEST_LABELS && named(sheet) > words.size())
                return Optional.of(types.rules()
                        .whole(
                                Rule.NO_HEADING_ROW,
                                "sheet",
                                sheet.name(),
                                "what",
                                "a list below the words " + EnglishFormat.listed(List.copyOf(words)),
                                "example",
                                EnglishFormat.listed(headings(ofSchools, sheet))));
        }
        return Optional.empty();
    }

    /// The number of cells that look like the name of a school, as those of a key do not.
    private static long named(SheetRows sheet) {
        return sheet.rows().stream()
                .flatMap(row -> row.cells().stream())
                .filter(SchoolText::isName)
                .count();
    }

    /// The choice in a cell, possibly followed by a count in brackets.
    private Optional<String> choice(ReturnType type, Field field, Cell cell) {
        if (!(cell instanceof Cell.Text)) return Optional.empty();
        return ChoiceTitle.of(readings.of(type), field, CellText.of(cell)).map(Object::toString);
    }

    private static boolean hasHeading(List<ReturnType> ofSchools, SheetRows sheet) {
        return sheet.rows().stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell instanceof Cell.Text)
                .map(cell -> NormalText.key(CellText.of(cell)))
                .anyMatch(key -> ofSchools.stream().anyMatch(type -> {
                    Field field = type.byHeading().get(key);
                    return field != null && !type.claim().contains(field.name());
                }));
    }

    private ReturnType likest(List<ReturnType> ofSchools, SheetRows sheet) {
        return ofSchools.stream()
                .max(Comparator.comparingLong((ReturnType type) -> choices(type, sheet)))
                .orElseThrow();
    }

    /// The headings of the return whose choices include most of the words of the sheet.
    private List<String> headings(List<ReturnType> ofSchools, SheetRows sheet) {
        ReturnType likest = likest(ofSchools, sheet);
        List<String> headings = new ArrayList<>();
        for (Field field : likest.fields())
            if (field.required() && !likest.claim().contains(field.name())) headings.add(field.title());
        return headings;
    }

    private long choices(ReturnType type, SheetRows sheet) {
        return sheet.rows().stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> type.fields().stream()
                        .anyMatch(field -> field.type().equals("choice")
                                && field.required()
                                && choice(type, field, cell).isPresent()))
                .count();
    }
}
