package org.huboutcomes.reports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huboutcomes.catalogue.YamlKeys;
import org.jspecify.annotations.Nullable;

/// The plan of a report: what is on which page, from `report.yaml`.
///
/// @param needs the published table without whose rows there is no report; empty if it needs none
/// @param words words of charts and tables that differ in this report
record Plan(String title, String footer, String needs, Map<String, String> words, List<Page> pages) {

    /// @param needs the published table without whose rows the page is left out; empty if it needs none
    /// @param only the profile whose edition has the page; empty for all
    /// @param flows whether it may begin on the previous page, however full that is
    record Page(String title, String question, String needs, String only, boolean flows, List<Item> items) {

        boolean isWanted(Figures figures) {
            return only.isEmpty() || only.equals(figures.profile());
        }

        boolean isOpening(Figures figures) {
            return !flows && (needs.isEmpty() || !figures.rows(needs).isEmpty());
        }
    }

    /// One item of a page, by its first key in `report.yaml`.
    record Item(String kind, String text, YamlKeys keys) {

        /// The first key names the kind; the others are its settings.
        static Item of(YamlKeys keys) {
            Map.Entry<String, Object> first = keys.map().entrySet().iterator().next();
            return new Item(first.getKey(), String.valueOf(first.getValue()), keys);
        }

        /// Whether this report has the item: `when` names a table that must have rows of it, `unless` one that must
        /// have none, `only` a profile, `most_hubs` a number of open hubs above which it is only in the data pack.
        boolean isWanted(Figures figures) {
            if (keys.find("only") != null && !word("only").equals(figures.profile())) return false;
            Double most = number("most_hubs");
            if (most != null && figures.openHubs() > most) return false;
            if (figures.withholds(tableName())) return false;
            if (keys.find("unless") != null && !figures.rows(word("unless")).isEmpty()) return false;
            return keys.find("when") == null || !figures.rows(word("when")).isEmpty();
        }

        List<String> list(String key) {
            return keys.list(key);
        }

        String word(String key) {
            return keys.text(key);
        }

        String word(String key, String otherwise) {
            return keys.find(key) == null ? otherwise : keys.text(key);
        }

        /// The indicators and the table that it shows; `shows` names further ones.
        Set<String> subjects() {
            Set<String> shown = new HashSet<>();
            if (kind.equals("chart")) {
                shown.addAll(list("indicators"));
                shown.addAll(list("shows"));
            }
            if (kind.equals("chart") || kind.equals("table")) shown.add(tableName());
            shown.remove("");
            return shown;
        }

        /// The published table that it prints; empty if it prints none.
        private String tableName() {
            return kind.equals("table") ? text : word("table", "");
        }

        @Nullable
        Double number(String key) {
            return keys.find(key) instanceof Number number ? number.doubleValue() : null;
        }

        List<Item> items(String key) {
            return keys.maps(key).stream().map(Item::of).toList();
        }
    }

    static Plan read(String yaml) {
        YamlKeys file = YamlKeys.of("report.yaml", yaml);
        return new Plan(
                file.text("title"),
                file.text("footer"),
                file.find("needs") == null ? "" : file.text("needs"),
                words(file.keys("words")),
                file.maps("pages").stream().map(Plan::page).toList());
    }

    private static Map<String, String> words(YamlKeys keys) {
        Map<String, String> words = new HashMap<>();
        keys.map().forEach((key, word) -> words.put(key, word.toString()));
        return words;
    }

    private static Page page(YamlKeys page) {
        return new Page(
                page.text("title"),
                page.text("question"),
                page.find("needs") == null ? "" : page.text("needs"),
                page.find("only") == null ? "" : page.text("only"),
                Boolean.TRUE.equals(page.find("flows")),
                page.maps("blocks").stream().map(Item::of).toList());
    }
}
