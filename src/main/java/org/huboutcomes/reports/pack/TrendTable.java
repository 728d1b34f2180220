package org.huboutcomes.reports.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.huboutcomes.publish.HubFigures;
import org.huboutcomes.publish.Result;
import org.huboutcomes.publish.Symbol;

/// The trend of each figure: its value in every year, the years that have one, and the word for the whole trend.
final class TrendTable {

    /// The published table that it is made from.
    static final String NAME = "trend";

    private static final String TOO_FEW = "Too few years";

    private record Series(Object indicator, Object phase, Object breakdown) {

        static Series of(Result result) {
            return new Series(result.indicator(), result.educationPhase(), result.breakdown());
        }

        static Series of(Map<String, Object> row) {
            return new Series(
                    row.getOrDefault("indicator", ""),
                    row.getOrDefault("education_phase", Result.TOTAL),
                    row.getOrDefault("breakdown", Result.TOTAL));
        }
    }

    private TrendTable() {}

    static PackTable of(PackSheets.Sheet sheet, HubFigures figures, PublishedSheet published) {
        Map<Series, Map<Integer, Object>> values = new HashMap<>();
        TreeSet<Integer> years = new TreeSet<>();
        for (Result result : figures.results()) {
            if (result.isNetwork() != figures.isNetwork()) continue;
            values.computeIfAbsent(Series.of(result), series -> new HashMap<>())
                    .put(result.timePeriod(), FigureTable.cell(result.value()));
            years.add(result.timePeriod());
        }
        List<Map<String, Object>> rows = figures.tables().getOrDefault(NAME, List.of());
        PackTable table =
                published.of(sheet, rows.stream().map(TrendTable::withWord).toList());
        List<Column> columns = new ArrayList<>(table.columns());
        for (int year : years) columns.add(Column.value(FigureTable.year(year), Integer.toString(year)));
        List<List<Object>> cells = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<Integer, Object> ofYears = values.getOrDefault(Series.of(rows.get(i)), Map.of());
            List<Object> row = new ArrayList<>(table.rows().get(i));
            for (int year : years) row.add(ofYears.getOrDefault(year, Symbol.X.code()));
            cells.add(row);
        }
        return new PackTable(table.name(), table.title(), columns, cells);
    }

    private static Map<String, Object> withWord(Map<String, Object> row) {
        if (row.containsKey("trend")) return row;
        Map<String, Object> all = new HashMap<>(row);
        all.put("trend", TOO_FEW);
        return all;
    }
}
