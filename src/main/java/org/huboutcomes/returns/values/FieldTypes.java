package org.huboutcomes.returns.values;

import java.time.Year;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.Scale;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.returns.text.PersonalText;
import org.huboutcomes.spreadsheets.model.Cell;
import org.jspecify.annotations.Nullable;

/// Reads each type of field from a cell, in every common spelling.
public final class FieldTypes {

    /// A column of these holds the same few texts over and over, so each is worked out once.
    private static final Pattern LIST = Pattern.compile("[;,/&\\n]|\\band\\b");

    /// Words in place of an end date for something that has not ended.
    private static final Set<String> GOES_ON =
            Set.of("present", "current", "ongoing", "on-going", "to date", "now", "open", "still open", "continuing");

    private static final Set<String> FEW_SPELLINGS = Set.of("academic_year", "hub", "choice", "scale");

    private static final Set<String> MAY_BE_NOT_KNOWN = Set.of("date", "date_in_year", "moment");

    private static final Set<String> UNCHECKED = Set.of("text", "code", "network", "reference", "school_name");

    /// In a field for people these are initials or a name; "n/a" is not.
    private static final Set<String> INITIALS = Set.of("NA", "Na");

    private static final Set<String> NO = Set.of("n", "no");
    private static final Set<String> YES = Set.of("y", "yes");

    private static final int LONGEST_COMPARED = 100;
    private static final double ALIKE = 0.6;
    private static final int SPELLINGS_REMEMBERED = 10_000;

    /// @param scale the scale of the question; a question may be asked on several, in either direction
    private record Spelling(String field, @Nullable String scale, boolean lowestIsBest, String text) {}

    private final Map<Spelling, CellReading> remembered = new HashMap<>();
    private final Map<Spelling, Optional<String>> choices = new HashMap<>();
    private final ReferenceLists registers;
    private final SchoolReferences schools;
    private final Map<String, Scale> scales;
    private final Codes codes = new Codes();
    private final Year registerYear;

    public FieldTypes(ReferenceLists registers, Map<String, Scale> scales) {
        this(registers, scales, Year.now(ZoneOffset.UTC));
    }

    /// @param registerYear the year in which the register that is read was downloaded
    public FieldTypes(ReferenceLists registers, Map<String, Scale> scales, Year registerYear) {
        this.registerYear = registerYear;
        this.registers = registers;
        this.schools = new SchoolReferences(registers);
        this.scales = scales;
    }

    /// @param year the year of the row, needed for some spellings of a school; null if it is not known
    /// @param beside gives the value in the row's first column of a type
    public CellReading read(Field field, Cell cell, @Nullable AcademicYear year, Function<String, String> beside) {
        if (cell instanceof Cell.Uncalculated) return CellReading.refused(Rule.FORMULA_NOT_CALCULATED);
        if (cell instanceof Cell.Broken) return CellReading.refused(Rule.ERROR_VALUE);
        if (FEW_SPELLINGS.contains(field.type())) return remembered(field, CellText.of(cell));
        if (field.type().equals("school")) return school(field, cell, year, beside);
        if (cell instanceof Cell.Blank) return CellReading.NOTHING;
        String text = CellText.of(cell);
        if (text.isEmpty()) return CellReading.NOTHING;
        if (MAY_BE_NOT_KNOWN.contains(field.type()) && isLeftOpen(field, text)) return notKnown();
        return switch (field.type()) {
            case "integer" -> Numbers.integer(field, cell, beside);
            case "decimal" -> Numbers.decimal(field, cell);
            case "date" -> Dates.ofRegister(cell, registerYear);
            case "date_in_year" -> Dates.read(cell, year);
            case "date_or_month" -> DateOrMonth.read(text, year);
            case "moment" -> Timestamps.read(cell, year);
            case "mark" -> mark(field, cell, text);
            case "urn" -> SchoolReferences.listed(cell);
            case "id" -> codes.id(cell);
            case "authority_code" -> authority(cell);
            case "network" -> registers.findNetwork(text).map(CellReading::of).orElseGet(() -> text(text));
            case "code", "reference" -> codes.read(cell, field.several());
            default -> text(text);
        };
    }

    /// "Not sure" in place of a school is not an error; a name beside it may identify the school.
    private CellReading school(Field field, Cell cell, @Nullable AcademicYear year, Function<String, String> beside) {
        boolean notKnown = NotKnown.isSaid(CellText.of(cell));
        CellReading reading = schools.read(notKnown ? Cell.BLANK : cell, field.required(), year, beside);
        return notKnown && reading.equals(CellReading.NOTHING) ? notKnown() : reading;
    }

    /// Reads a cell that says "not known", for fields that would accept any text.
    ///
    /// @return empty if it has a value
    public static Optional<CellReading> leftOpen(Field field, Cell cell) {
        boolean any = UNCHECKED.contains(field.type()) && cell instanceof Cell.Text;
        if (field.type().equals("reference") && INITIALS.contains(CellText.of(cell))) return Optional.empty();
        return any && NotKnown.isSaid(CellText.of(cell)) ? Optional.of(notKnown()) : Optional.empty();
    }

    /// Whether an optional cell says that its value is not known.
    private static boolean isLeftOpen(Field field, String text) {
        return !field.required() && NotKnown.isSaid(text);
    }

    private static CellReading notKnown() {
        return CellReading.queried(null, Rule.VALUE_NOT_KNOWN);
    }

    /// Reads a local authority by code or name; an unknown code may be from before a reorganisation.
    private CellReading authority(Cell cell) {
        String text = CellText.of(cell);
        Optional<String> named = registers.authority(text);
        if (named.isPresent()) return CellReading.of(named.get());
        List<Optional<String>> parts = LIST.splitAsStream(text)
                .map(String::strip)
                .map(registers::authority)
                .toList();
        return parts.size() > 1 && parts.stream().allMatch(Optional::isPresent)
                ? CellReading.refused(
                        Rule.SEVERAL_CODES,
                        "codes",
                        parts.stream().flatMap(Optional::stream).collect(Collectors.joining(" and ")))
                : codes.read(cell, false);
    }

    /// The kind of row, if it is to be ignored: the label for the value, or the only label if a number is too low.
    private static CellReading mark(Field field, Cell cell, String text) {
        if (field.minimum() != null) {
            CellReading number = Numbers.decimal(field, cell);
            boolean below = number.remark() != null && number.remark().rule() == Rule.NUMBER_OUT_OF_RANGE;
            return below ? CellReading.of(field.labels().keySet().iterator().next()) : CellReading.NOTHING;
        }
        String key = NormalText.key(text);
        return field.labels().entrySet().stream()
                .filter(label -> label.getValue().stream()
                        .anyMatch(value -> NormalText.key(value).equals(key)))
                .findFirst()
                .map(label -> CellReading.of(label.getKey()))
                .orElse(CellReading.NOTHING);
    }

    /// The scale on which a field is answered.
    public Scale scale(Field field) {
        return Objects.requireNonNull(scales.get(field.scale()));
    }

    private static CellReading text(String text) {
        return PersonalText.isIn(text)
                ? CellReading.queried(PersonalText.coded(text), Rule.PERSONAL_VALUE)
                : CellReading.of(text);
    }

    /// The value of a cell if errors are not reported. It does not search for the nearest choice, which takes
    /// long.
    public @Nullable Object value(Field field, Cell cell) {
        if (!field.type().equals("choice")) return read(field, cell, null).value();
        if (cell instanceof Cell.Uncalculated || cell instanceof Cell.Broken) return null;
        String text = CellText.of(cell);
        if (text.isEmpty() || isLeftOpen(field, text)) return null;
        if (choices.size() == SPELLINGS_REMEMBERED) choices.clear();
        Spelling spelling = new Spelling(field.name(), null, false, text);
        return choices.computeIfAbsent(spelling, none -> knownChoice(field, text))
                .orElse(null);
    }

    /// Reads a cell without the context of its row.
    public CellReading read(Field field, Cell cell, @Nullable AcademicYear year) {
        return read(field, cell, year, type -> "");
    }

    private CellReading remembered(Field field, String text) {
        if (text.isEmpty()) return CellReading.NOTHING;
        Spelling spelling = new Spelling(field.name(), field.scale(), field.lowestIsBest(), text);
        CellReading known = remembered.get(spelling);
        if (known != null) return known;
        if (remembered.size() == SPELLINGS_REMEMBERED) remembered.clear();
        CellReading read = spelled(field, text);
        remembered.put(spelling, read);
        return read;
    }

    private CellReading spelled(Field field, String text) {
        return switch (field.type()) {
            case "academic_year" -> academicYear(field, text);
            case "hub" -> hub(field, text);
            case "choice" -> choice(field, text);
            default -> scale(field, text);
        };
    }

    private static CellReading academicYear(Field field, String text) {
        Optional<AcademicYear> year = AcademicYear.parse(text);
        if (year.isPresent()) return CellReading.of(year.get().timePeriod());
        if (!field.required() && (NotKnown.isSaid(text) || GOES_ON.contains(NormalText.key(text)))) return notKnown();
        return AcademicYear.startingIn(text)
                .or(() -> AcademicYear.atItsEdge(text))
                .map(alone -> CellReading.queried(alone.timePeriod(), Rule.YEAR_ALONE, "year", alone))
                .orElseGet(() -> CellReading.refused(Rule.YEAR_NOT_UNDERSTOOD));
    }

    private CellReading hub(Field field, String text) {
        Optional<String> hub = registers.findHub(text);
        if (hub.isEmpty() && field.orNetwork()) hub = registers.findNetwork(text);
        if (hub.isPresent()) return CellReading.of(hub.get());
        String nearest = NormalText.nearest(text, registers.hubs()).orElse(null);
        return CellReading.refused(Rule.UNKNOWN_HUB, "nearest", nearest);
    }

    private static CellReading choice(Field field, String text) {
        if (isLeftOpen(field, text)) return notKnown();
        Optional<String> choice = knownChoice(field, text);
        if (choice.isPresent()) return CellReading.of(choice.get());
        return isNo(field, NormalText.key(text)) ? notKnown() : notOneOf(field.choices(), nearest(field, text));
    }

    private static Optional<String> knownChoice(Field field, String text) {
        String wanted = NormalText.key(text);
        for (String choice : field.choices()) {
            if (NormalText.key(choice).equals(wanted)) return Optional.of(choice);
            for (String label : field.labels().getOrDefault(choice, List.of()))
                if (NormalText.key(label).equals(wanted)) return Optional.of(choice);
        }
        return Optional.empty();
    }

    /// Whether a cell says "no" to an optional choice for which "yes" is accepted.
    private static boolean isNo(Field field, String key) {
        return !field.required()
                && NO.contains(key)
                && field.labels().values().stream()
                        .flatMap(List::stream)
                        .anyMatch(label -> YES.contains(NormalText.key(label)));
    }

    /// The most likely choice, by its own words or one of its other spellings.
    private static Optional<String> nearest(Field field, String text) {
        Optional<String> likely = field.likelyChoice(text);
        if (likely.isPresent()) return likely;
        Optional<String> near = NormalText.nearest(text, field.choices());
        if (near.isPresent() || text.length() > LONGEST_COMPARED) return near;
        Set<String> words = new HashSet<>(Arrays.asList(NormalText.key(text).split("[^\\p{L}]+")));
        List<String> named = field.choices().stream()
                .filter(choice -> words.contains(NormalText.key(choice)))
                .toList();
        if (named.size() == 1) return Optional.of(named.get(0));
        return field.choices().stream()
                .max(Comparator.comparingDouble(choice -> likeness(field, choice, text)))
                .filter(choice -> likeness(field, choice, text) >= ALIKE);
    }

    private static double likeness(Field field, String choice, String text) {
        return Stream.concat(Stream.of(choice), field.labels().getOrDefault(choice, List.of()).stream())
                .mapToDouble(label -> NormalText.likeness(label, text))
                .max()
                .orElse(0);
    }

    private CellReading scale(Field field, String text) {
        Scale scale = Objects.requireNonNull(scales.get(field.scale()));
        if (scale.isNoAnswer(text)) return CellReading.NOTHING;
        OptionalInt point = scale.point(text, field.lowestIsBest());
        if (point.isPresent()) return CellReading.of(point.getAsInt());
        if (scale.isBeyond(text))
            return CellReading.refused(Rule.NUMBER_OUT_OF_RANGE, "minimum", scale.lowest(), "maximum", scale.highest());
        return notOneOf(scale.labels(), scale.nearest(text));
    }

    private static CellReading notOneOf(Collection<String> choices, Optional<String> nearest) {
        return CellReading.refused(
                Rule.UNKNOWN_CHOICE, "choices", String.join(", ", choices), "nearest", nearest.orElse(null));
    }
}
