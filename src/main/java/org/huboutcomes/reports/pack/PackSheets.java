package org.huboutcomes.reports.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.catalogue.YamlKeys;
import org.huboutcomes.reports.paper.ReportResources;

/// The names of the published tables and their columns in a data pack, and their order, from
/// `reports/data_pack/sheets.yaml`.
///
/// @param sheets the sheet of each table in the file, in order
/// @param intervals the names of intervals in the definitions
record PackSheets(Map<String, Sheet> sheets, Map<String, String> intervals) {

    private static final String FILE = "data_pack/sheets.yaml";

    /// The maximum length in Excel.
    private static final int LONGEST_NAME = 31;

    /// All rows of a pack have the same hub or network, which the sheet names above its table.
    private static final Set<String> SAME_IN_ALL_ROWS = Set.of("network", "hub");

    /// The sheet of one table.
    ///
    /// @param columns the heading of each column, in order
    /// @param without columns that are not printed
    record Sheet(String name, String title, Map<String, String> columns, List<String> without) {

        boolean leavesOut(String column) {
            return SAME_IN_ALL_ROWS.contains(column) || column.endsWith("_order") || without.contains(column);
        }

        String heading(String column) {
            return columns.getOrDefault(column, column.equals("time_period") ? "Academic year" : words(column));
        }
    }

    /// Read once, because every data pack has the same sheets.
    private static final class Packaged {

        private static final PackSheets SHEETS = read(ReportResources.packaged());
    }

    static PackSheets packaged() {
        return Packaged.SHEETS;
    }

    /// @throws CatalogueFault if the file has an unused key, or a sheet without a name or title
    static PackSheets read(ReportResources house) {
        YamlKeys file = YamlKeys.of("reports/" + FILE, house.text(FILE)).only("tables", "intervals");
        YamlKeys tables = file.keys("tables");
        Map<String, Sheet> sheets = new LinkedHashMap<>();
        for (String table : tables.map().keySet())
            sheets.put(table, sheet(tables.keys(table).as(table)));
        return new PackSheets(sheets, texts(file.keys("intervals")));
    }

    private static Sheet sheet(YamlKeys keys) {
        keys.only("sheet", "title", "columns", "without");
        String name = keys.text("sheet");
        if (name.length() > LONGEST_NAME)
            throw new CatalogueFault(
                    keys.file() + " names a sheet \"" + name + "\", which has more than " + LONGEST_NAME + " letters.");
        return new Sheet(name, keys.text("title"), texts(keys.keys("columns")), keys.list("without"));
    }

    private static Map<String, String> texts(YamlKeys keys) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key : keys.map().keySet()) texts.put(key, keys.text(key));
        return texts;
    }

    /// These tables, with those in the file first.
    List<String> inOrder(Map<String, ?> tables) {
        List<String> order = new ArrayList<>(sheets.keySet());
        order.retainAll(tables.keySet());
        tables.keySet().stream().sorted().filter(name -> !order.contains(name)).forEach(order::add);
        return order;
    }

    Sheet of(String table) {
        Sheet named = sheets.get(table);
        return named == null ? new Sheet(words(table), "The published table " + table, Map.of(), List.of()) : named;
    }

    /// A name of the store as words: `data_quality` as "Data quality".
    static String words(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('_', ' ');
    }
}
