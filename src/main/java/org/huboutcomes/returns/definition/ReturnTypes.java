package org.huboutcomes.returns.definition;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.catalogue.YamlKeys;
import org.huboutcomes.returns.findings.Rules;
import org.jspecify.annotations.Nullable;

/// All returns of the catalogue, in the order in which they are loaded, with the scales and rules used to read
/// them.
public record ReturnTypes(List<ReturnType> all, Map<String, Scale> scales, Rules rules, SurveyHeadings dialects) {

    private static final Set<String> NEVER_BESIDE = Set.of("figures", "hubs", "returns");
    private static final Pattern TITLE = Pattern.compile("(?m)^-- title: +(.+)$");

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
        List<SurveyQuestion> questions =
                instruments.stream().flatMap(entry -> questions(entry, scales)).toList();
        Map<String, List<String>> outcomes = outcomes(catalogue);
        List<ReturnType> all = catalogue.list("returns", "yaml").stream()
                .map(entry -> returnType(entry.name(), entry.yaml(), questions, outcomes))
                .sorted(Comparator.comparingInt(ReturnType::order).thenComparing(ReturnType::name))
                .toList();
        List<SurveyPlatform> platforms = catalogue.list("platforms", "yaml").stream()
                .map(entry -> SurveyPlatform.of(entry.yaml()))
                .toList();
        return new ReturnTypes(all, scales, Rules.of(catalogue), new SurveyHeadings(platforms));
    }

    /// The return with this name, which must be in the catalogue.
    public ReturnType named(String name) {
        return all.stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CatalogueFault(
                        "The catalogue has no return \"" + name + "\"; it has " + String.join(", ", names()) + "."));
    }

    public List<String> names() {
        return all.stream().map(ReturnType::name).toList();
    }

    /// Whether reading a file can give a finding with this code.
    public boolean hasRule(String code) {
        return rules.has(code);
    }

    private static Stream<SurveyQuestion> questions(Catalogue.Entry instrument, Map<String, Scale> scales) {
        YamlKeys keys = instrument.yaml();
        if (keys.find("points") != null) return Stream.empty();
        keys.only("title", "scale", "bestIs", "endings", "items");
        if (keys.find("items") == null)
            throw new CatalogueFault(
                    keys.file() + " sets neither points, as a scale has, nor items, as a measure has.");
        String scale = keys.text("scale");
        if (!scales.containsKey(scale))
            throw new CatalogueFault(
                    "%s asks for the scale \"%s\", which is not in jobs/instruments.".formatted(keys.file(), scale));
        YamlKeys items = keys.keys("items");
        boolean lowestIsBest = "lowest".equals(keys.oneOf("bestIs", "lowest", "highest"));
        List<String> endings = keys.list("endings");
        return items.map().keySet().stream()
                .flatMap(item -> items.list(item).stream()
                        .flatMap(text ->
                                Stream.concat(Stream.of(text), endings.stream().map(ending -> text + " " + ending)))
                        .map(text -> new SurveyQuestion(item, text, scale, lowestIsBest)));
    }

    /// Adds every wording of its item to a field of answers.
    private static Field with(List<SurveyQuestion> questions, Field field) {
        if (!field.type().equals("scale")) return field;
        return field.with(questions.stream()
                .filter(question -> question.item().equals(field.name()))
                .toList());
    }

    private static ReturnType returnType(
            String name, YamlKeys keys, List<SurveyQuestion> questions, Map<String, List<String>> outcomes) {
        keys.only(
                "title",
                "from",
                "order",
                "claim",
                "primaryKey",
                "replacement",
                "identity",
                "heldOverPercent",
                "otherHeadings",
                "leftHeadings",
                "fields",
                "blocks",
                "platforms",
                "testAnswers",
                "ticks",
                "totals",
                "titles",
                "likelyTitles",
                "neverBeside",
                "oneOf");
        // Without a claim, a file would replace all others, so it must be stated.
        for (String key : List.of("title", "order", "claim", "fields"))
            if (keys.find(key) == null) throw new CatalogueFault(keys.file() + " does not set " + key + ".");
        List<Field> fields = fields(keys, outcomes).stream()
                .map(field -> with(questions, field))
                .toList();
        return new ReturnType(
                name,
                keys.text("title"),
                keys.number("order", 3),
                keys.list("claim"),
                keys.list("primaryKey"),
                replacement(keys),
                keys.textOrNull("identity"),
                keys.number("heldOverPercent", 10),
                keys.oneOf("otherHeadings", "left") != null,
                new HashSet<>(keys.list("leftHeadings")),
                fields,
                ReturnType.byHeading(fields),
                keys.maps("blocks").stream()
                        .map(block -> block(block.as("block " + block.find("name")), outcomes))
                        .toList(),
                keys.oneOf("platforms", "all") != null,
                new HashSet<>(keys.list("testAnswers")),
                keys.find("ticks") == null ? null : TickColumns.of(keys.keys("ticks")),
                keys.find("totals") == null ? null : TotalColumns.of(keys.keys("totals")),
                titles(keys.keys("titles")),
                keys.list("likelyTitles"),
                neverBeside(keys),
                oneOf(keys, fields));
    }

    private static List<String> oneOf(YamlKeys keys, List<Field> fields) {
        List<String> named = keys.list("oneOf");
        for (String one : named)
            if (fields.stream().noneMatch(field -> field.name().equals(one)))
                throw new CatalogueFault("%s names \"%s\" in oneOf and has no such field.".formatted(keys.file(), one));
        return named;
    }

    private static Set<String> neverBeside(YamlKeys keys) {
        Set<String> named = new HashSet<>(keys.list("neverBeside"));
        for (String one : named)
            if (!NEVER_BESIDE.contains(one))
                throw new CatalogueFault(
                        "%s names \"%s\" in neverBeside; name figures, hubs or returns.".formatted(keys.file(), one));
        return named;
    }

    private static Map<String, List<Pattern>> titles(YamlKeys keys) {
        Map<String, List<Pattern>> titles = new LinkedHashMap<>();
        for (String name : keys.map().keySet()) titles.put(name, patterns(keys, name));
        return titles;
    }

    private static List<Pattern> patterns(YamlKeys keys, String key) {
        return keys.list(key).stream()
                .map(pattern -> compiled(keys, key, pattern, Pattern.CASE_INSENSITIVE))
                .toList();
    }

    private static @Nullable Pattern pattern(YamlKeys keys, String key) {
        String pattern = keys.textOrNull(key);
        return pattern == null ? null : compiled(keys, key, pattern, 0);
    }

    private static Pattern compiled(YamlKeys keys, String key, String pattern, int flags) {
        try {
            return Pattern.compile(pattern, flags);
        } catch (PatternSyntaxException e) {
            throw new CatalogueFault(
                    "%s has in %s \"%s\", which is no regular expression.".formatted(keys.file(), key, e.getPattern()),
                    e);
        }
    }

    private static Replacement replacement(YamlKeys type) {
        if (type.find("replacement") == null) return Replacement.OF_EVERYTHING;
        YamlKeys keys = type.keys("replacement");
        keys.only("by", "unit", "answersBy", "within", "counts", "heldOverPercent", "heldFrom", "heldBy");
        String by = keys.textOrNull("by");
        YamlKeys counts = keys.keys("counts");
        Map<String, String> counted = new LinkedHashMap<>();
        for (String noun : counts.map().keySet()) counted.put(noun, counts.text(noun));
        return new Replacement(
                by == null ? keys.textOrNull("unit") : by,
                by != null,
                keys.list("answersBy"),
                keys.textOrNull("within"),
                counted,
                keys.number("heldOverPercent", 100),
                keys.number("heldFrom", 1),
                keys.oneOf("heldBy", "rows") != null);
    }

    private static FormBlock block(YamlKeys keys, Map<String, List<String>> outcomes) {
        keys.only(
                "name",
                "title",
                "synonyms",
                "optional",
                "text",
                "headings",
                "starts",
                "startsWithin",
                "inSentences",
                "goesOn",
                "unnamed",
                "withoutHeadings",
                "fields");
        return new FormBlock(
                keys.text("name"),
                keys.text("title"),
                keys.list("synonyms"),
                keys.flag("optional"),
                keys.textOrNull("text"),
                titles(keys.keys("headings")),
                patterns(keys, "starts"),
                patterns(keys, "startsWithin"),
                patterns(keys, "inSentences"),
                keys.textOrNull("goesOn"),
                keys.textOrNull("unnamed"),
                keys.list("withoutHeadings").stream()
                        .map(columns -> List.of(columns.split(" *, *")))
                        .toList(),
                fields(keys, outcomes));
    }

    /// The outcomes, then the titles of all indicators, each with the names used for it in files.
    private static Map<String, List<String>> outcomes(Catalogue catalogue) {
        Map<String, List<String>> outcomes = new LinkedHashMap<>();
        Map<String, List<String>> titles = new LinkedHashMap<>();
        for (Catalogue.Entry indicator : catalogue.list("indicators", "sql")) {
            String words = indicator.subject().replace('_', ' ');
            outcomes.putIfAbsent(
                    words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1), List.of(indicator.subject()));
            Matcher title = TITLE.matcher(indicator.text());
            if (title.find()) titles.put(title.group(1).strip(), List.of(indicator.name()));
        }
        outcomes.putAll(titles);
        return outcomes;
    }

    private static List<Field> fields(YamlKeys keys, Map<String, List<String>> outcomes) {
        return keys.maps("fields").stream()
                .map(field -> field(field.as("field " + field.find("name")), outcomes))
                .toList();
    }

    private static Field field(YamlKeys keys, Map<String, List<String>> outcomes) {
        keys.only(
                "name",
                "type",
                "title",
                "shortTitle",
                "synonyms",
                "likely",
                "inTitles",
                "constraints",
                "labels",
                "likelyLabels",
                "scale",
                "personal",
                "several",
                "notNames",
                "orNetwork",
                "shareOf",
                "without",
                "choicesFrom");
        boolean ofIndicators = keys.oneOf("choicesFrom", "indicators") != null;
        // A catalogue without indicators has no choices for the field.
        String type = ofIndicators && outcomes.isEmpty() ? "text" : keys.text("type");
        FieldTypeNames.refuseUnknown(type, keys.file());
        YamlKeys constraints = keys.keys("constraints").only("required", "enum", "minimum", "maximum");
        boolean headingOnly = "heading".equals(constraints.find("required"));
        boolean required = !headingOnly && constraints.flag("required");
        Map<String, List<String>> named = byChoice(keys.keys("labels"));
        List<String> listed = constraints.list("enum");
        if (ofIndicators) {
            listed = List.copyOf(outcomes.keySet());
            named = outcomes;
        }
        return new Field(
                keys.text("name"),
                type,
                keys.text("title"),
                keys.textOrNull("shortTitle"),
                keys.list("synonyms"),
                keys.list("likely"),
                pattern(keys, "inTitles"),
                required,
                required || headingOnly,
                listed,
                named,
                bound(constraints, "minimum"),
                bound(constraints, "maximum"),
                keys.textOrNull("scale"),
                keys.flag("personal"),
                List.of(),
                false,
                keys.flag("several"),
                new HashSet<>(keys.list("notNames")),
                keys.flag("orNetwork"),
                keys.textOrNull("shareOf"),
                keys.textOrNull("without"),
                byChoice(keys.keys("likelyLabels")));
    }

    private static Map<String, List<String>> byChoice(YamlKeys labels) {
        return labels.map().keySet().stream().collect(Collectors.toMap(choice -> choice, labels::list));
    }

    private static Scale scale(String name, YamlKeys keys) {
        keys.only("title", "points", "noAnswer");
        YamlKeys points = keys.keys("points");
        Map<Integer, List<String>> labels = new TreeMap<>();
        for (String point : points.map().keySet()) {
            if (!point.matches("\\d{1,2}"))
                throw new CatalogueFault(keys.file() + " has the point \"" + point + "\"; a point is a whole number.");
            labels.put(Integer.valueOf(point), points.list(point));
        }
        return new Scale(name, labels, new HashSet<>(keys.list("noAnswer")));
    }

    private static @Nullable BigDecimal bound(YamlKeys constraints, String key) {
        Object bound = constraints.find(key);
        if (bound == null) return null;
        if (bound instanceof Number number) return new BigDecimal(number.toString());
        throw new CatalogueFault(constraints.file() + " sets " + key + " to \"" + bound + "\"; set it to a number.");
    }
}
