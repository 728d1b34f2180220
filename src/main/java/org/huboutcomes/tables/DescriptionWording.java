package org.huboutcomes.tables;

import java.util.ArrayList;
import java.util.List;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.YamlKeys;

/// The patterns of `jobs/descriptions`, which find what a description says about a school.
final class DescriptionWording {

    static final List<String> COLUMNS = List.of("wording_order", "kind", "attribute", "value", "pattern");

    private DescriptionWording() {}

    /// One row for each pattern, in the order of the file.
    static List<List<Object>> rows(Catalogue catalogue) {
        List<List<Object>> rows = new ArrayList<>();
        for (Catalogue.Entry entry : catalogue.list("descriptions", "yaml")) {
            YamlKeys keys = entry.yaml().only("title", "attributes", "identifying", "agreed", "notAgreed");
            YamlKeys attributes = keys.keys("attributes");
            for (String attribute : attributes.map().keySet()) {
                YamlKeys values = attributes.keys(attribute);
                for (String value : values.map().keySet())
                    for (String pattern : values.list(value))
                        rows.add(row(rows, "attribute", attribute, value, keys, pattern));
            }
            YamlKeys identifying = keys.keys("identifying");
            for (String reason : identifying.map().keySet())
                for (String pattern : identifying.list(reason))
                    rows.add(row(rows, "identifying", reason, "", keys, pattern));
            for (String pattern : keys.list("agreed")) rows.add(row(rows, "agreed", "agreed", "", keys, pattern));
            for (String pattern : keys.list("notAgreed"))
                rows.add(row(rows, "not agreed", "agreed", "", keys, pattern));
        }
        return rows;
    }

    private static List<Object> row(
            List<List<Object>> rows, String kind, String attribute, String value, YamlKeys keys, String pattern) {
        return List.of(rows.size() + 1, kind, attribute, value, ClaimWording.valid(keys, "(?i)" + pattern));
    }
}
