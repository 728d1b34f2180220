package org.huboutcomes.returns.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.catalogue.YamlKeys;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;

/// How a survey platform exports answers: its number of heading rows, and the text that it adds to a question.
///
/// @param knownBy headings that identify it; one must be present if it writes several heading rows
/// @param questionRow the heading row with the questions, from 1
/// @param sameQuestion the text in that row that refers to the question in the row above
/// @param question patterns whose group is the question inside a heading
/// @param left known headings of columns that are not read
/// @param leftLike patterns of such headings
record SurveyPlatform(
        Set<String> knownBy,
        int headingRows,
        int questionRow,
        Set<String> sameQuestion,
        List<Pattern> question,
        Set<String> left,
        List<Pattern> leftLike) {

    static SurveyPlatform of(YamlKeys keys) {
        keys.only("title", "knownBy", "headingRows", "questionRow", "sameQuestion", "question", "left", "leftLike");
        int rows = keys.number("headingRows", 1);
        int asked = keys.number("questionRow", 1);
        if (asked < 1 || asked > rows)
            throw new CatalogueFault(
                    "%s has %d heading rows, and its questions in row %d of them.".formatted(keys.file(), rows, asked));
        if (rows > 1 && keys.list("knownBy").isEmpty())
            throw new CatalogueFault(keys.file() + " has several heading rows, and does not set knownBy.");
        return new SurveyPlatform(
                keys(keys, "knownBy"),
                rows,
                asked,
                keys(keys, "sameQuestion"),
                questions(keys),
                keys(keys, "left"),
                patterns(keys, "leftLike"));
    }

    private static Set<String> keys(YamlKeys keys, String list) {
        return keys.list(list).stream().map(NormalText::key).collect(Collectors.toUnmodifiableSet());
    }

    private static List<Pattern> questions(YamlKeys keys) {
        List<Pattern> questions = patterns(keys, "question");
        for (Pattern question : questions)
            if (question.matcher("").groupCount() != 1)
                throw new CatalogueFault(keys.file() + " has the pattern " + question
                        + " in question; put round brackets about the part that is the question.");
        return questions;
    }

    private static List<Pattern> patterns(YamlKeys keys, String list) {
        return keys.list(list).stream().map(pattern -> pattern(keys, pattern)).toList();
    }

    private static Pattern pattern(YamlKeys keys, String pattern) {
        try {
            return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw new CatalogueFault(
                    keys.file() + " has the pattern " + pattern + ", which is none: " + e.getDescription() + ".", e);
        }
    }

    boolean leaves(String heading) {
        return left.contains(NormalText.key(heading))
                || leftLike.stream()
                        .anyMatch(pattern -> pattern.matcher(heading).matches());
    }

    Stream<String> questionsIn(String heading) {
        return question.stream()
                .map(pattern -> pattern.matcher(heading))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1));
    }

    /// Combines several heading rows from this one on; empty if they are not heading rows.
    Optional<Row> heading(List<Row> rows, int from) {
        if (headingRows < 2 || from + headingRows > rows.size()) return Optional.empty();
        Row top = rows.get(from);
        if (top.cells().stream().noneMatch(cell -> knownBy.contains(NormalText.key(CellText.of(cell)))))
            return Optional.empty();
        Row asked = rows.get(from + questionRow - 1);
        Row above = rows.get(from + Math.max(0, questionRow - 2));
        List<Cell> cells = new ArrayList<>();
        Cell carried = Cell.BLANK;
        for (int column = 0;
                column < Math.max(above.cells().size(), asked.cells().size());
                column++) {
            if (!above.cell(column).isBlank()) carried = above.cell(column);
            Cell cell = asked.cell(column);
            boolean same = cell.isBlank() || sameQuestion.contains(NormalText.key(CellText.of(cell)));
            cells.add(same ? carried : cell);
        }
        return Optional.of(new Row(rows.get(from + headingRows - 1).number(), false, cells));
    }
}
