package org.huboutcomes.samples;

import java.util.LinkedHashMap;
import java.util.Map;

/// Rows keyed by the columns of a form.
final class Rows {

    private Rows() {}

    /// Keys and values in turn.
    static Map<String, Object> row(Object... keysAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) row.put((String) keysAndValues[i], keysAndValues[i + 1]);
        return row;
    }

    static Map<String, Object> with(Map<String, Object> row, String key, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(row);
        changed.put(key, value);
        return changed;
    }
}
