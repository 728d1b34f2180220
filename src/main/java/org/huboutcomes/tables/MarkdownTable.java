package org.huboutcomes.tables;

import java.util.Arrays;
import java.util.List;

/// A Markdown table; an empty cell is null.
public record MarkdownTable(List<String> columns, List<List<String>> rows) {

    public MarkdownTable {
        for (List<String> row : rows)
            if (row.size() != columns.size())
                throw new IllegalArgumentException("the row | " + String.join(" | ", row) + " | has " + row.size()
                        + " cells, and its table has " + columns.size() + " columns");
    }

    public static MarkdownTable of(String text) {
        List<List<String>> lines = text.lines()
                .filter(line -> line.strip().startsWith("|"))
                .map(MarkdownTable::cells)
                .toList();
        if (lines.size() < 2 || !lines.get(1).stream().allMatch(cell -> cell.matches(":?-+:?")))
            throw new IllegalArgumentException("a table has a heading row, and below it a row of dashes");
        return new MarkdownTable(lines.get(0), lines.subList(2, lines.size()));
    }

    private static List<String> cells(String line) {
        String inside = line.strip();
        if (inside.length() < 2 || !inside.endsWith("|"))
            throw new IllegalArgumentException("the row " + inside + " does not end with |");
        return Arrays.stream(inside.substring(1, inside.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }
}
