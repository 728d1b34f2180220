package org.huboutcomes.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.YamlKeys;
import org.huboutcomes.intake.Cell;
import org.huboutcomes.intake.Row;

/// How a survey platform exports answers: how many heading rows it writes, and what it puts around a question.
///
/// @param knownBy headings, one of which must be there where it writes several heading rows
/// @param questionRow which of the heading rows holds the questions, from 1
/// @param sameQuestion what that row says where the question stands in the row above
/// @param question patterns whose group is the question inside a heading
/// @param left headings of columns that are known and not read
/// @param leftLike patterns of such headings
record Platform(
        Set<String> knownBy,
        int headingRows,
        int questionRow,
        Set<String> sameQuestion,
        List<Pattern> question,
        Set<String> left,
        List<Pattern> leftLike) {

    static Platform of(YamlKeys keys) {
        return new Platform(
                keys(keys, "knownBy"),
                keys.number("headingRows", 1),
                keys.number("questionRow", 1),
                keys(keys, "sameQuestion"),
                patterns(keys, "question"),
                keys(keys, "left"),
                patterns(keys, "leftLike"));
    }

    private static Set<String> keys(YamlKeys keys, String list) {
        return keys.list(list).stream().map(Words::key).collect(Collectors.toUnmodifiableSet());
    }

    private static List<Pattern> patterns(YamlKeys keys, String list) {
        return keys.list(list).stream()
                .map(pattern -> Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL))
                .toList();
    }

    boolean leaves(String heading) {
        return left.contains(Words.key(heading))
                || leftLike.stream()
                        .anyMatch(pattern -> pattern.matcher(heading).matches());
    }

    Stream<String> questionsIn(String heading) {
        return question.stream()
                .map(pattern -> pattern.matcher(heading))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1));
    }

    /// Several heading rows from this one on, as the one row that they would be; nothing where they are not.
    Optional<Row> heading(List<Row> rows, int from) {
        if (headingRows < 2 || from + headingRows > rows.size()) return Optional.empty();
        Row top = rows.get(from);
        if (top.cells().stream().noneMatch(cell -> knownBy.contains(Words.key(CellText.of(cell)))))
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
            boolean same = cell.isBlank() || sameQuestion.contains(Words.key(CellText.of(cell)));
            cells.add(same ? carried : cell);
        }
        return Optional.of(new Row(rows.get(from + headingRows - 1).number(), false, cells));
    }
}
