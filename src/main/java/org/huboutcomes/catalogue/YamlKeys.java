package org.huboutcomes.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.DuplicateKeyException;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/// The keys of one YAML map. Messages name the file. Only plain values are read: YAML tags create no objects. A value
/// of the wrong type is refused and not ignored.
///
/// @param file the name of the file in messages
public record YamlKeys(String file, Map<String, Object> map) {

    public static YamlKeys of(String file, String text) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            Object keys = new Yaml(new SafeConstructor(options)).load(text);
            if (keys == null) return new YamlKeys(file, new LinkedHashMap<>());
            if (!(keys instanceof Map<?, ?> map)) throw new CatalogueFault(file + " is not YAML with keys and values.");
            return new YamlKeys(file, named(map));
        } catch (DuplicateKeyException e) {
            throw new CatalogueFault(
                    file + " sets " + String.valueOf(e.getProblem()).replace("found duplicate key ", "") + " twice"
                            + line(e) + "; keep one.",
                    e);
        } catch (MarkedYAMLException e) {
            throw new CatalogueFault(file + " is not YAML with keys and values: " + e.getProblem() + line(e) + ".", e);
        } catch (YAMLException e) {
            throw new CatalogueFault(
                    file + " is not YAML with keys and values: "
                            + String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " "),
                    e);
        }
    }

    private static String line(MarkedYAMLException e) {
        return e.getProblemMark() == null ? "" : " (line " + (e.getProblemMark().getLine() + 1) + ")";
    }

    /// The same keys with a place in the file for messages: `as("field hub")`.
    public YamlKeys as(String part) {
        return new YamlKeys(file + ": " + part, map);
    }

    /// Refuses all other keys, which would have no effect and are probably mistyped.
    public YamlKeys only(String... keys) {
        for (String key : map.keySet())
            if (!List.of(keys).contains(key))
                throw new CatalogueFault(file + " sets " + key + ", which nothing reads; the keys here are "
                        + String.join(", ", new TreeSet<>(Set.of(keys))) + ".");
        return this;
    }

    public @Nullable Object find(String key) {
        return map.get(key);
    }

    public String text(String key) {
        return word(key, required(key));
    }

    public @Nullable String textOrNull(String key) {
        Object value = map.get(key);
        return value == null ? null : word(key, value);
    }

    /// One of these words; null if the key is not set.
    public @Nullable String oneOf(String key, String... accepted) {
        String word = textOrNull(key);
        if (word == null || List.of(accepted).contains(word)) return word;
        throw new CatalogueFault(file + " sets " + key + " to \"" + word + "\"; set it to "
                + String.join(" or ", accepted) + ", or leave it out.");
    }

    /// Whether the key is set to true; false if it is not set.
    public boolean flag(String key) {
        Object value = map.get(key);
        if (value == null) return false;
        if (value instanceof Boolean flag) return flag;
        throw new CatalogueFault(file + " sets " + key + " to \"" + value + "\"; set it to true or false.");
    }

    public int number(String key, int otherwise) {
        Object value = map.get(key);
        if (value == null) return otherwise;
        if (value instanceof Integer number) return number;
        throw new CatalogueFault(file + " sets " + key + " to \"" + value + "\"; set it to a whole number.");
    }

    public long number(String key) {
        if (required(key) instanceof Number number) return number.longValue();
        throw new CatalogueFault(file + " sets " + key + " to \"" + map.get(key) + "\"; set it to a number.");
    }

    public List<String> list(String key) {
        return items(key).stream().map(item -> word(key, item)).toList();
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

    /// YAML reads an unquoted Yes, No, On or Off as true or false and an unquoted date as a day, so the original word
    /// is lost.
    private String word(String key, @Nullable Object value) {
        if (value instanceof String || value instanceof Number) return value.toString();
        throw new CatalogueFault(
                value == null
                        ? file + " has an empty item in " + key + "."
                        : value instanceof Map || value instanceof List
                                ? file + " sets " + key + " to \"" + value + "\"; set it to words."
                                : file + " has a word in " + key + " that YAML reads as " + value
                                        + "; put the word in quotation marks.");
    }

    private YamlKeys inner(String key, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> keys))
            throw new CatalogueFault(file + " sets " + key + " to \"" + value + "\"; set it to keys and values.");
        return new YamlKeys(file, named(keys));
    }

    private static Map<String, Object> named(Map<?, ?> keys) {
        Map<String, Object> named = new LinkedHashMap<>();
        keys.forEach((name, one) -> named.put(String.valueOf(name), one));
        return named;
    }

    private Object required(String key) {
        Object value = map.get(key);
        if (value == null) throw new CatalogueFault(file + " does not set " + key + ".");
        return value;
    }
}
