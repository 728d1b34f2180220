package org.huboutcomes.reports.pack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.publish.Definition;
import org.huboutcomes.publish.HubFigures;
import org.huboutcomes.publish.Symbol;
import org.jspecify.annotations.Nullable;

/// Turns published tables into sheets with words that readers know: the title of an indicator, `2022/23`, Yes or
/// No.
///
/// @param titles the title of each indicator
record PublishedSheet(Map<String, String> titles) {

    private static final Set<String> SYMBOLS =
            Stream.of(Symbol.values()).map(Symbol::code).collect(Collectors.toSet());

    static PublishedSheet of(HubFigures figures) {
        return new PublishedSheet(
                figures.definitions().stream().collect(Collectors.toMap(Definition::indicator, Definition::title)));
    }

    /// The table as a sheet. A column that the sheet names is there even if all its values are missing.
    PackTable of(PackSheets.Sheet sheet, List<Map<String, Object>> rows) {
        Set<String> names = new LinkedHashSet<>();
        if (rows.stream().anyMatch(row -> row.containsKey("time_period"))) names.add("time_period");
        names.addAll(sheet.columns().keySet());
        rows.forEach(row -> names.addAll(row.keySet()));
        List<String> columns =
                names.stream().filter(name -> !sheet.leavesOut(name)).toList();
        List<List<Object>> cells = new ArrayList<>();
        for (Map<String, Object> row : rows)
            cells.add(columns.stream().map(name -> cell(name, row.get(name))).toList());
        return new PackTable(
                sheet.name(),
                sheet.title(),
                columns.stream()
                        .map(name -> column(sheet.heading(name), name, rows))
                        .toList(),
                cells);
    }

    private static Column column(String heading, String name, List<Map<String, Object>> rows) {
        List<Object> values = rows.stream()
                .filter(row -> row.get(name) != null)
                .map(row -> row.get(name))
                .toList();
        if (isName(name)
                || values.stream().noneMatch(Number.class::isInstance)
                || !values.stream().allMatch(value -> value instanceof Number || SYMBOLS.contains(value)))
            return Column.text(heading, name);
        return values.stream().allMatch(value -> value instanceof Integer || value instanceof Long)
                ? Column.count(heading, name)
                : Column.value(heading, name);
    }

    private Object cell(String column, @Nullable Object value) {
        if (value == null) return Symbol.X.code();
        if (isYear(column) && value instanceof Number year) return FigureTable.year(year.intValue());
        if (value instanceof Boolean yes) return yes ? "Yes" : "No";
        return value instanceof Number && !isName(column) ? value : readable(column, value.toString());
    }

    /// An indicator as its title, also in front of a breakdown: `schools_engaged_percent, Enrolled`.
    private String readable(String column, String text) {
        if (column.equals("outcome")) return PackSheets.words(text);
        int comma = text.indexOf(',');
        String name = comma < 0 ? text : text.substring(0, comma);
        String title = titles.get(name);
        return title == null ? text : title + text.substring(name.length());
    }

    private static boolean isYear(String column) {
        return column.endsWith("_period");
    }

    /// A year and a URN are names that consist of digits.
    private static boolean isName(String column) {
        return isYear(column) || column.endsWith("urn");
    }
}
