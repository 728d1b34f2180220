package org.huboutcomes.returns;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huboutcomes.catalogue.Catalogue;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// All returns and survey scales of the catalogue, in the order in which they are loaded.
public record ReturnTypes(List<ReturnType> all, Map<String, Scale> scales) {

    public ReturnTypes {
        all = List.copyOf(all);
        scales = Map.copyOf(scales);
    }

    public static ReturnTypes of(Catalogue catalogue) {
        Map<String, Scale> scales = catalogue.list("instruments", "yaml").stream()
                .map(entry -> scale(entry.name(), new Keys("instruments/" + entry.name(), entry.text())))
                .collect(Collectors.toMap(Scale::name, Function.identity()));
        List<ReturnType> all = catalogue.list("returns", "yaml").stream()
                .map(entry -> returnType(entry.name(), new Keys("returns/" + entry.name(), entry.text())))
                .sorted(Comparator.comparingInt(ReturnType::order).thenComparing(ReturnType::name))
                .toList();
        for (ReturnType type : all)
            for (Field field : type.fields())
                if (field.type().equals("scale") && !scales.containsKey(String.valueOf(field.scale())))
                    throw new IllegalArgumentException(
                            "jobs/returns/%s.yaml: field %s asks for the scale \"%s\", which is not in jobs/instruments."
                                    .formatted(type.name(), field.name(), field.scale()));
        return new ReturnTypes(all, scales);
    }

    /// The return of this name, which must be in the catalogue.
    public ReturnType named(String name) {
        return all.stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The catalogue has no return \"" + name + "\"; it has "
                        + all.stream().map(ReturnType::name).collect(Collectors.joining(", ")) + "."));
    }

    private static ReturnType returnType(String name, Keys keys) {
        return new ReturnType(
                name,
                keys.text("title"),
                keys.number("order", 3),
                keys.list("claim"),
                keys.list("replaces"),
                (String) keys.find("identity"),
                keys.number("heldOverPercent", 10),
                "left".equals(keys.find("otherHeadings")),
                Set.copyOf(keys.list("leftHeadings")),
                keys.maps("fields").stream().map(ReturnTypes::field).toList());
    }

    @SuppressWarnings("unchecked")
    private static Field field(Keys keys) {
        Map<String, Object> constraints =
                (Map<String, Object>) Objects.requireNonNullElse(keys.find("constraints"), Map.of());
        Object required = constraints.get("required");
        return new Field(
                keys.text("name"),
                keys.text("type"),
                keys.text("title"),
                keys.list("synonyms"),
                Boolean.TRUE.equals(required),
                required != null,
                (List<String>) constraints.getOrDefault("enum", List.of()),
                (Map<String, List<String>>) Objects.requireNonNullElse(keys.find("labels"), Map.of()),
                decimal(constraints.get("minimum")),
                decimal(constraints.get("maximum")),
                (String) keys.find("scale"),
                Boolean.TRUE.equals(keys.find("personal")));
    }

    @SuppressWarnings("unchecked")
    private static Scale scale(String name, Keys keys) {
        Map<Integer, List<String>> points =
                new TreeMap<>((Map<Integer, List<String>>) Objects.requireNonNull(keys.find("points")));
        return new Scale(name, points, Set.copyOf(keys.list("noAnswer")));
    }

    private static @Nullable BigDecimal decimal(@Nullable Object number) {
        return number == null ? null : new BigDecimal(number.toString());
    }

    /// One YAML map, whose refusals name the file.
    private record Keys(String file, Map<String, Object> map) {

        Keys(String file, String text) {
            this(file, new Yaml(new SafeConstructor(new LoaderOptions())).<Map<String, Object>>load(text));
        }

        @Nullable
        Object find(String key) {
            return map.get(key);
        }

        String text(String key) {
            Object value = map.get(key);
            if (value == null) throw new IllegalArgumentException("jobs/" + file + ".yaml has no \"" + key + "\".");
            return value.toString();
        }

        int number(String key, int otherwise) {
            return map.get(key) instanceof Number number ? number.intValue() : otherwise;
        }

        @SuppressWarnings("unchecked")
        List<String> list(String key) {
            return (List<String>) map.getOrDefault(key, List.of());
        }

        @SuppressWarnings("unchecked")
        List<Keys> maps(String key) {
            return ((List<Map<String, Object>>) map.getOrDefault(key, List.of()))
                    .stream().map(inner -> new Keys(file, inner)).toList();
        }
    }
}
