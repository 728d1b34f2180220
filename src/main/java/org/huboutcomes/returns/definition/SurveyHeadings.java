package org.huboutcomes.returns.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;

/// Translates the headings of a survey export from any platform into those of the catalogue.
public final class SurveyHeadings {

    private final List<SurveyPlatform> platforms;

    SurveyHeadings(List<SurveyPlatform> platforms) {
        this.platforms = List.copyOf(platforms);
    }

    /// The possible heading rows that begin here: several rows combined, and the row unchanged.
    public List<Row> headings(ReturnType type, Map<String, Field> known, List<Row> rows, int at) {
        if (!type.fromPlatforms()) return List.of(rows.get(at));
        return Stream.concat(
                        platforms.stream().flatMap(platform -> platform.heading(rows, at).stream()),
                        Stream.of(rows.get(at)))
                .map(row -> inOurWords(type, known, row))
                .toList();
    }

    private Row inOurWords(ReturnType type, Map<String, Field> known, Row row) {
        List<Cell> cells = new ArrayList<>();
        for (Cell cell : row.cells())
            cells.add(cell instanceof Cell.Text text && !cell.isBlank() ? inOurWords(known, text) : cell);
        nameOpenQuestions(type, known, cells);
        return new Row(row.number(), row.hidden(), cells);
    }

    private Cell inOurWords(Map<String, Field> known, Cell.Text heading) {
        String text = CellText.of(heading);
        if (known.containsKey(NormalText.key(text))) return heading;
        if (platforms.stream().anyMatch(platform -> platform.leaves(text))) return Cell.BLANK;
        return platforms.stream()
                .flatMap(platform -> platform.questionsIn(text))
                .filter(question -> known.containsKey(NormalText.key(question)))
                .findFirst()
                .<Cell>map(Cell.Text::new)
                .orElse(heading);
    }

    /// A wording with dots matches too much, so two questions of the sheet must have the same text there.
    private void nameOpenQuestions(ReturnType type, Map<String, Field> known, List<Cell> cells) {
        Map<Integer, SurveyQuestion> asked = new TreeMap<>();
        Map<Integer, String> named = new HashMap<>();
        List<SurveyQuestion.Open> open = type.fields().stream()
                .flatMap(field -> field.questions().stream())
                .filter(SurveyQuestion::isOpen)
                .map(SurveyQuestion::open)
                .toList();
        if (open.isEmpty()) return;
        for (int column = 0; column < cells.size(); column++) {
            String text = CellText.of(cells.get(column));
            if (text.isEmpty() || known.containsKey(NormalText.key(text))) continue;
            for (String heading : Stream.concat(
                            Stream.of(text), platforms.stream().flatMap(platform -> platform.questionsIn(text)))
                    .map(NormalText::key)
                    .toList())
                for (SurveyQuestion.Open question : open) {
                    Optional<String> name = question.named(heading);
                    if (name.isEmpty() || asked.containsKey(column)) continue;
                    asked.put(column, question.question());
                    named.put(column, name.get());
                }
        }
        Map<String, Long> times =
                named.values().stream().collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        asked.forEach((column, question) -> {
            if (times.getOrDefault(named.get(column), 0L) > 1) cells.set(column, new Cell.Text(question.text()));
        });
    }
}
