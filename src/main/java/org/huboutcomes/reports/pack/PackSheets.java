package org.huboutcomes.reports.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huboutcomes.catalogue.YamlKeys;
import org.huboutcomes.reports.paper.ReportResources;

/// How the published tables are named in a data pack, and their order, as `reports/data_pack/sheets.yaml` says.
record PackSheets(YamlKeys file) {

    /// The sheet of one table.
    record Sheet(String name, String title) {}

    static final PackSheets PACKAGED = read(ReportResources.packaged());

    private static PackSheets read(ReportResources house) {
        String path = "data_pack/sheets.yaml";
        return new PackSheets(YamlKeys.of(path, house.text(path)));
    }

    /// These tables, those that are named first.
    List<String> inOrder(Map<String, ?> tables) {
        List<String> order = new ArrayList<>(file.map().keySet());
        order.retainAll(tables.keySet());
        tables.keySet().stream().sorted().filter(name -> !order.contains(name)).forEach(order::add);
        return order;
    }

    Sheet of(String table) {
        if (file.find(table) == null) return new Sheet(words(table), "The published table " + table);
        YamlKeys named = file.keys(table);
        return new Sheet(named.text("sheet"), named.text("title"));
    }

    /// A name of the store as a heading: `value_lower_ci` as "Value lower ci".
    static String words(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('_', ' ');
    }
}
