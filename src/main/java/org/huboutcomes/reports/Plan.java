package org.huboutcomes.reports;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// What stands on which page, as `report.yaml` says.
record Plan(String title, String subtitle, String footer, List<Page> pages) {

    record Page(String title, String question, List<Item> items) {}

    /// One thing on a page, by the word that opens it in `report.yaml`.
    record Item(String kind, String text, Map<String, Object> keys) {

        List<String> list(String key) {
            Object found = keys.get(key);
            return found == null
                    ? List.of()
                    : ((List<?>) found).stream().map(Object::toString).toList();
        }

        String word(String key, String otherwise) {
            Object found = keys.get(key);
            return found == null ? otherwise : found.toString();
        }

        String word(String key) {
            Object found = keys.get(key);
            if (found == null)
                throw new IllegalArgumentException("report.yaml: " + kind + " " + text + " needs " + key + ".");
            return found.toString();
        }

        List<Item> items(String key) {
            List<Item> items = new ArrayList<>();
            for (Object each : (List<?>) keys.getOrDefault(key, List.of())) items.add(item(each));
            return items;
        }
    }

    static Plan read(String yaml) {
        Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        List<Page> pages = new ArrayList<>();
        for (Object each : (List<?>) requireNonNull(file.get("pages"))) pages.add(page((Map<?, ?>) each));
        return new Plan(word(file, "title"), word(file, "subtitle"), word(file, "footer"), pages);
    }

    private static Page page(Map<?, ?> page) {
        List<Item> items = new ArrayList<>();
        for (Object each : (List<?>) requireNonNull(page.get("blocks"))) items.add(item(each));
        return new Page(word(page, "title"), word(page, "question"), items);
    }

    /// The first key names the kind; the others are its settings.
    @SuppressWarnings("unchecked")
    private static Item item(Object each) {
        Map<String, Object> keys = (Map<String, Object>) each;
        Map.Entry<String, Object> first = keys.entrySet().iterator().next();
        return new Item(first.getKey(), String.valueOf(first.getValue()), keys);
    }

    private static String word(Map<?, ?> map, String key) {
        Object found = map.get(key);
        if (found == null)
            throw new IllegalArgumentException("report.yaml: " + key + " is missing in " + map.keySet() + ".");
        return found.toString();
    }
}
