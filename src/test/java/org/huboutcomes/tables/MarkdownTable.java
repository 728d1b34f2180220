package org.huboutcomes.tables;

import java.util.Arrays;
import java.util.List;

/// A table as people write it in Markdown; an empty cell is null.
public record MarkdownTable(List<String> columns, List<List<String>> rows) {

    public static MarkdownTable of(String text) {
        List<List<String>> lines = text.lines()
                .filter(line -> line.strip().startsWith("|"))
                .map(MarkdownTable::cells)
                .toList();
        if (lines.size() < 2) throw new IllegalArgumentException("A table has a heading row and a rule: " + text);
        return new MarkdownTable(lines.get(0), lines.subList(2, lines.size()));
    }

    private static List<String> cells(String line) {
        String inside = line.strip();
        return Arrays.stream(inside.substring(1, inside.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }
}
