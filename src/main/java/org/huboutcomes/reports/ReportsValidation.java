package org.huboutcomes.reports;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.catalogue.YamlKeys;
import org.huboutcomes.reports.paper.ReportResources;
import org.huboutcomes.store.StoreFault;

/// Validates the sentences of a catalogue and the plans of the reports: everything that a plan prints must exist,
/// and every placeholder of a sentence must be known. Otherwise a report would be wrong, or a run would fail at its
/// end.
public final class ReportsValidation {

    /// Tables made for an edition, which are not in the store.
    private static final Set<String> OF_EDITION = Set.of("edition_since", "edition_change");

    private static final Set<String> TABLE_KEYS =
            Set.of("table", "when", "unless", "needs", "entries", "text_of", "list");

    private final Set<String> indicators;
    private final Set<String> tables;

    /// Of each published table that the store has.
    private final Map<String, Set<String>> columns;

    private final Set<String> places = new TreeSet<>(SentenceBank.PLACES);

    private ReportsValidation(Catalogue catalogue, Connection published) {
        indicators = catalogue.list("indicators", "sql").stream()
                .map(Catalogue.Entry::name)
                .collect(Collectors.toSet());
        tables = reportTables(published);
        columns = columns(published);
    }

    /// @param published a connection to a store with the published tables of the catalogue
    public static void validate(Catalogue catalogue, Connection published) {
        ReportsValidation validation = new ReportsValidation(catalogue, published);
        ReportResources house = ReportResources.packaged();
        for (String plan : Reports.PLANS) validation.readPlan("reports/" + plan, house.text(plan));
        SentenceBank.validate(catalogue, validation.places);
        Triggers triggers = new Triggers(catalogue);
        String file = "jobs/triggers";
        triggers.indicators()
                .forEach(name -> refuseUnknown(file, "indicator", name, validation.indicators, "jobs/indicators"));
        triggers.tables()
                .forEach(
                        name -> refuseUnknown(file, "table", name, validation.tables, "jobs/publish/report_table.sql"));
    }

    private static Set<String> reportTables(Connection published) {
        try (Statement statement = published.createStatement();
                ResultSet rows = statement.executeQuery("select table_name from report_table")) {
            Set<String> tables = new TreeSet<>(OF_EDITION);
            while (rows.next()) tables.add(rows.getString(1));
            return tables;
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    private static Map<String, Set<String>> columns(Connection published) {
        try (Statement statement = published.createStatement();
                ResultSet rows = statement.executeQuery("select table_name, column_name from duckdb_columns()")) {
            Map<String, Set<String>> columns = new HashMap<>();
            while (rows.next())
                columns.computeIfAbsent(rows.getString(1), none -> new TreeSet<>())
                        .add(rows.getString(2));
            return columns;
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    private void readPlan(String file, String text) {
        for (Plan.Page page : Plan.read(text).pages()) for (Plan.Item item : page.items()) readItem(file, item);
        readNames(file, YamlKeys.of(file, text).map());
    }

    private void readItem(String file, Plan.Item item) {
        if (!ReportBuilder.KINDS.contains(item.kind()))
            throw new CatalogueFault(file + " has a block \"" + item.kind() + "\"; the blocks are "
                    + String.join(", ", new TreeSet<>(ReportBuilder.KINDS)) + ".");
        switch (item.kind()) {
            case "chart" -> {
                if (!ChartKinds.KINDS.containsKey(item.text()))
                    throw new CatalogueFault(file + " has a chart \"" + item.text() + "\"; the charts are "
                            + String.join(", ", new TreeSet<>(ChartKinds.KINDS.keySet())) + ".");
                String sentence = item.word("sentence", "");
                if (!sentence.isEmpty()) places.addAll(List.of("title " + sentence, "source " + sentence));
            }
            case "table" -> readColumns(file, item);
            case "say" -> places.addAll(List.of(item.text(), item.text() + " otherwise"));
            case "tell" -> places.add(item.text());
            default -> {}
        }
    }

    /// A column that is not in the table would be printed as a dash.
    private void readColumns(String file, Plan.Item table) {
        Set<String> known = columns.get(table.text());
        if (known == null) return;
        Set<String> named = new TreeSet<>(table.keys().keys("rows").map().keySet());
        named.addAll(table.keys().keys("except").map().keySet());
        if (table.keys().find("once") != null) named.addAll(table.list("once"));
        if (table.keys().find("known") != null) named.add(table.word("known"));
        for (Plan.Item column : table.items("columns")) {
            for (String key : List.of("from", "signed"))
                if (column.keys().find(key) != null) named.add(column.word(key));
            for (String key : List.of("says", "otherwise"))
                PublishedTable.PLACE
                        .matcher(column.word(key, ""))
                        .results()
                        .forEach(place -> named.add(place.group(1)));
        }
        for (String column : named)
            if (!known.contains(column))
                throw unknown(file, "column", table.text() + "." + column, "the published table");
    }

    /// Plans name indicators and tables in many places, always under the same keys.
    private void readNames(String file, Object value) {
        if (value instanceof List<?> list) list.forEach(item -> readNames(file, item));
        if (!(value instanceof Map<?, ?> map)) return;
        map.forEach((key, inner) -> {
            if (key.equals("indicator") || key.equals("indicators") || key.equals("consistency"))
                for (String name : names(inner)) refuseUnknown(file, "indicator", name, indicators, "jobs/indicators");
            if (TABLE_KEYS.contains(String.valueOf(key)))
                for (String name : names(inner))
                    refuseUnknown(file, "table", name, tables, "jobs/publish/report/report_table.sql");
            readNames(file, inner);
        });
    }

    private static List<String> names(Object value) {
        List<String> names = new ArrayList<>();
        if (value instanceof String name) names.add(name);
        if (value instanceof List<?> list) for (Object item : list) if (item instanceof String name) names.add(name);
        return names;
    }

    private static void refuseUnknown(String file, String what, String name, Set<String> known, String where) {
        if (!known.contains(name)) throw unknown(file, what, name, where);
    }

    private static CatalogueFault unknown(String file, String what, String name, String where) {
        return new CatalogueFault("%s prints the %s %s, which %s does not have.".formatted(file, what, name, where));
    }
}
