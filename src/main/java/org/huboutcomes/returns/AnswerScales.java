package org.huboutcomes.returns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.Scale;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.findings.Rules;
import org.huboutcomes.returns.recognition.RecognisedTable;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.PersonalData;
import org.huboutcomes.returns.values.CellReading;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.spreadsheets.model.Cell;

/// Checks on which scale each question of a survey is answered. Answers on another scale are not converted: the
/// question is left out, and its labels are reported. Numbers within the scale are accepted, but if the form seems
/// to have offered fewer numbers, the hub is asked.
final class AnswerScales {

    private static final int ANSWERS_REMEMBERED = 200;
    private static final int LABELS_TOLD = 12;
    private static final int LONGEST_LABEL = 40;
    private static final int ANSWERS_NEEDED = 10;
    private static final int SHORTER = 5;
    // Two spellings of one label, such as "nor" and "or", are the same point.
    private static final int SAME_LABEL = 2;

    private final RecognisedTable sheet;
    private final FieldTypes fieldTypes;
    private final Rules rules;
    private final List<Field> asked;
    private final Map<Integer, Answers> answers = new HashMap<>();

    /// The answers to one question: all answers, those that are not on the scale, and the labels of each point.
    private static final class Answers {

        private final Set<String> met = new LinkedHashSet<>();
        private final Set<String> unknown = new LinkedHashSet<>();
        private final Map<Integer, Set<String>> labels = new HashMap<>();

        private int count;
        private int lowest = Integer.MAX_VALUE;
        private int highest = Integer.MIN_VALUE;

        private void count(int answer) {
            count++;
            lowest = Math.min(lowest, answer);
            highest = Math.max(highest, answer);
        }

        /// Ten people who answer on a scale from 0 to 10 would not all answer between 1 and 5.
        boolean isNarrow(Scale scale) {
            return scale.isOfNumbers()
                    && scale.highest() == 2 * SHORTER
                    && count >= ANSWERS_NEEDED
                    && lowest >= 1
                    && highest <= SHORTER;
        }

        boolean isOfOtherScale() {
            return !unknown.isEmpty() || labels.values().stream().anyMatch(Answers::areTwoPoints);
        }

        private static boolean areTwoPoints(Set<String> labels) {
            String first = labels.iterator().next();
            return labels.stream()
                    .anyMatch(label -> LevenshteinDistance.getDefaultInstance().apply(first, label) > SAME_LABEL);
        }
    }

    /// @param asked the fields as this sheet words them, in the order of the values of a row
    AnswerScales(RecognisedTable sheet, FieldTypes fieldTypes, Rules rules, List<Field> asked) {
        this.sheet = sheet;
        this.fieldTypes = fieldTypes;
        this.rules = rules;
        this.asked = asked;
    }

    /// Records an answer, and returns whether it is not on the scale.
    boolean isLeftOut(int position, Cell cell, CellReading reading) {
        CellReading.Remark remark = reading.remark();
        boolean unknown =
                remark != null && (remark.rule() == Rule.UNKNOWN_CHOICE || remark.rule() == Rule.NUMBER_OUT_OF_RANGE);
        if (reading.value() == null && !unknown) return false;
        Answers of = answers.computeIfAbsent(position, none -> new Answers());
        if (reading.value() instanceof Integer point) of.count(point);
        String text = CellText.of(cell);
        if (of.met.size() < ANSWERS_REMEMBERED && of.met.add(text)) {
            Scale scale = fieldTypes.scale(asked.get(position));
            if (unknown) of.unknown.add(text);
            else if (!scale.isOfNumbers() && !isNumber(text))
                of.labels
                        .computeIfAbsent((Integer) reading.value(), none -> new LinkedHashSet<>())
                        .add(scale.label(text));
        }
        return unknown;
    }

    private static boolean isNumber(String text) {
        return text.chars().noneMatch(Character::isLetter);
    }

    /// The positions of the questions that are left out.
    List<Integer> leftOut() {
        return answers.entrySet().stream()
                .filter(of -> of.getValue().isOfOtherScale())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /// Whether answers use only part of a numeric scale. False if the question states its numbers.
    private boolean isNarrow(int position) {
        Field field = asked.get(position);
        Integer column = sheet.byField().get(sheet.type().stored().get(position));
        String heading = column == null ? "" : CellText.of(sheet.heading().cell(column));
        Answers of = Objects.requireNonNull(answers.get(position));
        Scale scale = fieldTypes.scale(field);
        return of.isNarrow(scale) && !scale.isWholeIn(heading);
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        Map<Field, Integer> columns = sheet.byField();
        for (int position : answers.keySet().stream().sorted().toList()) {
            Field field = asked.get(position);
            Integer column = columns.get(sheet.type().stored().get(position));
            if (column == null) continue;
            Scale scale = fieldTypes.scale(field);
            int row = sheet.heading().number();
            Answers of = Objects.requireNonNull(answers.get(position));
            if (!of.isOfOtherScale() && !isNarrow(position)) continue;
            if (!of.isOfOtherScale()) {
                findings.add(rules.at(
                        Rule.NARROW_SCALE,
                        row,
                        RecognisedTable.address(column, row),
                        field.name(),
                        CellText.of(sheet.heading().cell(column)),
                        Rules.words(
                                "field",
                                field.title(),
                                "lowest",
                                of.lowest,
                                "highest",
                                of.highest,
                                "last",
                                SHORTER,
                                "choices",
                                "from " + scale.lowest() + " to " + scale.highest())));
                continue;
            }
            findings.add(rules.at(
                    Rule.OTHER_SCALE,
                    row,
                    RecognisedTable.address(column, row),
                    field.name(),
                    CellText.of(sheet.heading().cell(column)),
                    Rules.words(
                            "field",
                            field.title(),
                            "labels",
                            told(Objects.requireNonNull(answers.get(position))),
                            "choices",
                            scale.isOfNumbers()
                                    ? "the numbers " + scale.lowest() + " to " + scale.highest()
                                    : String.join(", ", scale.labels()))));
        }
        return findings;
    }

    private static String told(Answers answers) {
        Set<String> labels = answers.unknown.isEmpty() ? answers.met : answers.unknown;
        return labels.stream()
                .limit(LABELS_TOLD)
                .map(PersonalData::without)
                .map(label -> label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL) + "..." : label)
                .collect(Collectors.joining(", "));
    }
}
