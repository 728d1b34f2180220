package org.huboutcomes.returns.conversion;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huboutcomes.returns.conversion.rows.SessionHeadings;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.TickColumns;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.findings.Rules;
import org.huboutcomes.returns.recognition.RecognisedTable;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;

/// Counts the sessions of a register that has the headings of its return and a column for each session. The counts
/// of sessions, and of those that a person attended, are added as columns at the end.
///
/// @param table the register with the added columns
/// @param counted the counted fields, by column
public record CountedSessions(RecognisedTable table, Map<Integer, Field> counted, WideColumns.Sessions sessions) {

    /// @param rows the first rows
    /// @return empty if the table has no such columns, or already has the counts
    static Optional<CountedSessions> of(List<Row> rows, RecognisedTable table, FieldTypes fieldTypes) {
        ReturnType type = table.type();
        TickColumns ticks = type.ticks();
        if (ticks == null) return Optional.empty();
        List<Field> open = new ArrayList<>();
        for (String name : List.of(ticks.offered(), ticks.attended())) {
            Field field = type.find(name);
            if (field != null
                    && !table.columns().containsValue(field)
                    && !table.labels().containsKey(field)) open.add(field);
        }
        if (open.stream().noneMatch(field -> field.name().equals(ticks.attended()))) return Optional.empty();
        return new WideColumns(candidate(rows, table), fieldTypes)
                .sessions()
                .map(sessions -> counted(rows, table, open, sessions));
    }

    private static NearestReturn.Candidate candidate(List<Row> rows, RecognisedTable table) {
        List<ColumnMatch> exact = new ArrayList<>();
        table.columns().forEach((column, field) -> {
            String heading = CellText.of(table.heading().cell(column));
            exact.add(new ColumnMatch(field, column, heading, heading, true, 1));
        });
        return new NearestReturn.Candidate(
                table.type(), table.heading(), table.above(), rows, exact, List.of(), null, 1);
    }

    private static CountedSessions counted(
            List<Row> rows, RecognisedTable table, List<Field> open, WideColumns.Sessions sessions) {
        int next = Math.max(
                table.heading().cells().size(),
                rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0));
        Map<Integer, Field> counted = new LinkedHashMap<>();
        for (Field field : open) counted.put(next++, field);
        Map<Integer, Field> columns = new TreeMap<>(table.columns());
        columns.putAll(counted);
        List<Integer> others = table.others().stream()
                .filter(column -> !sessions.columns().contains(column))
                .toList();
        return new CountedSessions(
                new RecognisedTable(
                        table.type(),
                        table.heading(),
                        columns,
                        table.above(),
                        table.labels(),
                        table.missing(),
                        others,
                        table.twice()),
                counted,
                sessions);
    }

    /// Adds its counts to a row.
    public Row with(Row row) {
        int width =
                counted.keySet().stream().mapToInt(column -> column + 1).max().orElse(0);
        List<Cell> cells = new ArrayList<>(row.cells());
        while (cells.size() < width) cells.add(Cell.BLANK);
        counted.forEach((column, field) -> cells.set(
                column,
                new Cell.Number(BigDecimal.valueOf(
                        field.name().equals(sessions.ticks().offered())
                                ? sessions.offered()
                                : sessions.attended(row)))));
        return new Row(row.number(), row.hidden(), cells);
    }

    /// The findings about the columns.
    public List<Finding> findings(Rules rules) {
        int first = sessions.columns().get(0);
        int last = sessions.columns().get(sessions.offered() - 1);
        int row = table.heading().number();
        return counted.values().stream()
                .map(field -> rules.at(
                        Rule.COLUMNS_COUNTED,
                        row,
                        RecognisedTable.address(first, row),
                        field.name(),
                        null,
                        Rules.words(
                                "field",
                                field.title(),
                                "count",
                                sessions.offered(),
                                "first",
                                SessionHeadings.text(table.heading().cell(first)),
                                "last",
                                SessionHeadings.text(table.heading().cell(last)),
                                "happened",
                                "The sheet was read with it")))
                .toList();
    }

    /// The findings about marks in a row that are neither ticks nor absences.
    public List<Finding> findings(Rules rules, Row row) {
        Field attended = counted.values().stream().reduce((one, last) -> last).orElseThrow();
        return sessions.unknown(row).stream()
                .map(column -> rules.at(
                        Rule.SESSION_MARK_UNKNOWN,
                        row.number(),
                        RecognisedTable.address(column, row.number()),
                        attended.name(),
                        CellText.of(row.cell(column)),
                        Rules.words(
                                "field",
                                attended.title(),
                                "heading",
                                SessionHeadings.text(table.heading().cell(column)),
                                "happened",
                                "The row was kept")))
                .toList();
    }
}
