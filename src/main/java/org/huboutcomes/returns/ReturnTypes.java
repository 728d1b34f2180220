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
import java.util.stream.Stream;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.catalogue.YamlKeys;
import org.jspecify.annotations.Nullable;

/// All returns of the catalogue, in the order in which they are loaded, with the scales and rules that they are read
/// by.
public record ReturnTypes(List<ReturnType> all, Map<String, Scale> scales, Rules rules, Dialects dialects) {

    public ReturnTypes {
        all = List.copyOf(all);
        scales = Map.copyOf(scales);
    }

    public static ReturnTypes of(Catalogue catalogue) {
        List<Catalogue.Entry> instruments = catalogue.list("instruments", "yaml");
        Map<String, Scale> scales = instruments.stream()
                .filter(entry -> entry.yaml().find("points") != null)
                .map(entry -> scale(entry.name(), entry.yaml()))
                .collect(Collectors.toMap(Scale::name, Function.identity()));
        List<Question> questions =
                instruments.stream().flatMap(entry -> questions(entry, scales)).toList();
        List<ReturnType> all = catalogue.list("returns", "yaml").stream()
                .map(entry -> returnType(entry.name(), entry.yaml(), questions))
                .sorted(Comparator.comparingInt(ReturnType::order).thenComparing(ReturnType::name))
                .toList();
        for (ReturnType type : all)
            for (Field field : type.fields())
                if (field.type().equals("scale") && !scales.containsKey(String.valueOf(field.scale())))
                    throw new CatalogueFault(
                            "jobs/returns/%s.yaml: field %s asks for the scale \"%s\", which is not in jobs/instruments."
                                    .formatted(type.name(), field.name(), field.scale()));
        List<Platform> platforms = catalogue.list("platforms", "yaml").stream()
                .map(entry -> Platform.of(entry.yaml()))
                .toList();
        return new ReturnTypes(all, scales, Rules.of(catalogue), new Dialects(platforms));
    }

    /// The return of this name, which must be in the catalogue.
    public ReturnType named(String name) {
        return all.stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CatalogueFault("The catalogue has no return \"" + name + "\"; it has "
                        + all.stream().map(ReturnType::name).collect(Collectors.joining(", ")) + "."));
    }

    private static Stream<Question> questions(Catalogue.Entry instrument, Map<String, Scale> scales) {
        YamlKeys keys = instrument.yaml();
        if (keys.find("items") == null) return Stream.empty();
        String scale = keys.text("scale");
        if (!scales.containsKey(scale))
            throw new CatalogueFault(
                    "%s asks for the scale \"%s\", which is not in jobs/instruments.".formatted(keys.file(), scale));
        YamlKeys items = keys.keys("items");
        boolean lowestIsBest = "lowest".equals(keys.find("bestIs"));
        return items.map().keySet().stream()
                .flatMap(item -> items.list(item).stream().map(text -> new Question(item, text, scale, lowestIsBest)));
    }

    /// A field of answers knows every wording of its item.
    private static Field with(List<Question> questions, Field field) {
        if (!field.type().equals("scale")) return field;
        return field.with(questions.stream()
                .filter(question -> question.item().equals(field.name()))
                .toList());
    }

    private static ReturnType returnType(String name, YamlKeys keys, List<Question> questions) {
        return new ReturnType(
                name,
                keys.text("title"),
                keys.number("order", 3),
                keys.list("claim"),
                keys.list("primaryKey"),
                keys.list("replaces"),
                (String) keys.find("identity"),
                keys.number("heldOverPercent", 10),
                "left".equals(keys.find("otherHeadings")),
                Set.copyOf(keys.list("leftHeadings")),
                fields(keys).stream().map(field -> with(questions, field)).toList(),
                keys.maps("blocks").stream().map(ReturnTypes::block).toList(),
                keys.find("platforms") != null,
                Set.copyOf(keys.list("testAnswers")));
    }

    private static Block block(YamlKeys keys) {
        return new Block(keys.text("name"), keys.text("title"), keys.list("synonyms"), fields(keys));
    }

    private static List<Field> fields(YamlKeys keys) {
        return keys.maps("fields").stream().map(ReturnTypes::field).toList();
    }

    @SuppressWarnings("unchecked")
    private static Field field(YamlKeys keys) {
        YamlKeys constraints = keys.keys("constraints");
        Object required = constraints.find("required");
        return new Field(
                keys.text("name"),
                keys.text("type"),
                keys.text("title"),
                keys.list("synonyms"),
                Boolean.TRUE.equals(required),
                required != null,
                constraints.list("enum"),
                (Map<String, List<String>>) (Map<String, ?>) keys.keys("labels").map(),
                decimal(constraints.find("minimum")),
                decimal(constraints.find("maximum")),
                (String) keys.find("scale"),
                Boolean.TRUE.equals(keys.find("personal")),
                List.of(),
                false);
    }

    @SuppressWarnings("unchecked")
    private static Scale scale(String name, YamlKeys keys) {
        Map<Integer, List<String>> points =
                new TreeMap<>((Map<Integer, List<String>>) Objects.requireNonNull(keys.find("points")));
        return new Scale(name, points, Set.copyOf(keys.list("noAnswer")));
    }

    private static @Nullable BigDecimal decimal(@Nullable Object number) {
        return number == null ? null : new BigDecimal(number.toString());
    }
}
