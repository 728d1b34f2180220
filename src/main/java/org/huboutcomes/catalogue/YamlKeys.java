package org.huboutcomes.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// The keys of one YAML map, whose refusals name the file. Only plain values are read: no YAML tag makes an object.
///
/// @param file how messages call it
public record YamlKeys(String file, Map<String, Object> map) {

    public static YamlKeys of(String file, String text) {
        try {
            Map<String, Object> keys = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            return new YamlKeys(file, keys == null ? new LinkedHashMap<>() : keys);
        } catch (YAMLException | ClassCastException e) {
            throw new CatalogueFault(
                    file + " is not YAML of keys and values: "
                            + String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " "),
                    e);
        }
    }

    public @Nullable Object find(String key) {
        return map.get(key);
    }

    public String text(String key) {
        return required(key).toString();
    }

    public int number(String key, int otherwise) {
        return map.get(key) instanceof Number number ? number.intValue() : otherwise;
    }

    public long number(String key) {
        if (required(key) instanceof Number number) return number.longValue();
        throw new CatalogueFault(file + " sets " + key + " to \"" + map.get(key) + "\"; set it to a number.");
    }

    public List<String> list(String key) {
        return items(key).stream().map(String::valueOf).toList();
    }

    public YamlKeys keys(String key) {
        return inner(key, Objects.requireNonNullElse(map.get(key), Map.of()));
    }

    public List<YamlKeys> maps(String key) {
        return items(key).stream().map(item -> inner(key, item)).toList();
    }

    private List<?> items(String key) {
        Object value = Objects.requireNonNullElse(map.get(key), List.of());
        if (value instanceof List<?> items) return items;
        throw new CatalogueFault(file + " sets " + key + " to \"" + value + "\"; set it to a list.");
    }

    private YamlKeys inner(String key, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> keys))
            throw new CatalogueFault(file + " sets " + key + " to \"" + value + "\"; set it to keys and values.");
        Map<String, Object> named = new LinkedHashMap<>();
        keys.forEach((name, one) -> named.put(String.valueOf(name), one));
        return new YamlKeys(file, named);
    }

    private Object required(String key) {
        Object value = map.get(key);
        if (value == null) throw new CatalogueFault(file + " does not set " + key + ".");
        return value;
    }
}
