package org.huboutcomes.samples;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One row of a return or a survey, by the keys of its columns.
final class ReturnRow {

    private final Map<String, Object> values = new LinkedHashMap<>();

    static ReturnRow of(SampleHub hub, int year) {
        return new ReturnRow().and("hub", hub.name(), "year", year);
    }

    /// A copy with these keys and values, in turn, added or replaced.
    ReturnRow and(Object... keysAndValues) {
        ReturnRow row = new ReturnRow();
        row.values.putAll(values);
        for (int i = 0; i < keysAndValues.length; i += 2)
            row.values.put((String) keysAndValues[i], keysAndValues[i + 1]);
        return row;
    }

    Object value(String key) {
        Object value = values.get(key);
        if (value == null) throw new IllegalArgumentException("no " + key + " among " + values.keySet());
        return value;
    }

    String text(String key) {
        return value(key).toString();
    }

    int number(String key) {
        return (int) value(key);
    }

    boolean has(String key, Object value) {
        return value(key).equals(value);
    }

    List<String> keys() {
        return List.copyOf(values.keySet());
    }

    List<Object> values() {
        return List.copyOf(values.values());
    }
}
