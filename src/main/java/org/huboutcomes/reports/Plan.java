package org.huboutcomes.reports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huboutcomes.catalogue.YamlKeys;

/// What stands on which page, as `report.yaml` says.
///
/// @param bound whether a cover and a list of contents come before the pages
/// @param needs the published table without whose rows there is no report; empty where it needs none
/// @param words words of charts and tables that this report says otherwise than the house
record Plan(
        String title,
        String subtitle,
        String footer,
        boolean bound,
        String needs,
        Map<String, String> words,
        List<Page> pages) {

    record Page(String title, String question, List<Item> items) {}

    /// One thing on a page, by the word that opens it in `report.yaml`.
    record Item(String kind, String text, YamlKeys keys) {

        /// The first key names the kind; the others are its settings.
        static Item of(YamlKeys keys) {
            Map.Entry<String, Object> first = keys.map().entrySet().iterator().next();
            return new Item(first.getKey(), String.valueOf(first.getValue()), keys);
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

        List<Item> items(String key) {
            return keys.maps(key).stream().map(Item::of).toList();
        }
    }

    static Plan read(String yaml) {
        YamlKeys file = YamlKeys.of("report.yaml", yaml);
        return new Plan(
                file.text("title"),
                file.text("subtitle"),
                file.text("footer"),
                !Boolean.FALSE.equals(file.find("cover")),
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
                page.maps("blocks").stream().map(Item::of).toList());
    }
}
