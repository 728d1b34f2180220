package org.huboutcomes.returns;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.intake.Cell;
import org.jspecify.annotations.Nullable;

/// How each type of field is read from a cell, in every spelling that people use for it.
final class FieldTypes {

    private static final Set<String> KNOWN = Set.of(
            "text",
            "integer",
            "decimal",
            "date",
            "date_or_month",
            "date_in_year",
            "moment",
            "academic_year",
            "urn",
            "hub",
            "school",
            "school_name",
            "postcode",
            "local_authority",
            "choice",
            "scale");

    /// Read only to propose a school by, and not stored.
    private static final Set<String> EVIDENCE = Set.of("postcode", "local_authority");

    /// A column of these holds the same few texts over and over, so each is worked out once.
    private static final Set<String> FEW_SPELLINGS = Set.of("academic_year", "hub", "choice", "scale");

    private static final int SPELLINGS_REMEMBERED = 10_000;

    private record Spelling(String field, String text) {}

    private final Map<Spelling, Reading> remembered = new HashMap<>();
    private final Registers registers;
    private final Schools schools;
    private final Map<String, Scale> scales;

    FieldTypes(Registers registers, Map<String, Scale> scales) {
        this.registers = registers;
        this.schools = new Schools(registers);
        this.scales = scales;
    }

    static void refuseUnknown(String type, String field) {
        if (!KNOWN.contains(type))
            throw new CatalogueFault("Field " + field + " is of type \"" + type + "\"; the types are "
                    + String.join(", ", KNOWN.stream().sorted().toList()) + ".");
    }

    static boolean isStored(String type) {
        return !EVIDENCE.contains(type);
    }

    /// @param year the year of the row, which some spellings of a school need; null when it is not known
    /// @param beside what the row says in its first column of a type
    Reading read(Field field, Cell cell, @Nullable AcademicYear year, Function<String, String> beside) {
        if (cell instanceof Cell.Uncalculated) return Reading.refused(Rule.FORMULA_NOT_CALCULATED);
        if (cell instanceof Cell.Broken) return Reading.refused(Rule.ERROR_VALUE);
        if (FEW_SPELLINGS.contains(field.type())) return remembered(field, CellText.of(cell));
        if (field.type().equals("school")) return schools.read(cell, year, beside);
        if (cell instanceof Cell.Blank) return Reading.NOTHING;
        String text = CellText.of(cell);
        if (text.isEmpty()) return Reading.NOTHING;
        return switch (field.type()) {
            case "integer" -> Numbers.integer(field, cell);
            case "decimal" -> Numbers.decimal(field, cell);
            case "date" -> Dates.read(cell, null);
            case "date_in_year" -> Dates.read(cell, year);
            case "date_or_month" -> DateOrMonth.read(text, year);
            case "moment" -> Moments.read(cell, year);
            case "urn" -> Schools.listed(cell);
            default -> text(text);
        };
    }

    private static Reading text(String text) {
        return Personal.isIn(text) ? Reading.queried(Personal.coded(text), Rule.PERSONAL_VALUE) : Reading.of(text);
    }

    /// Where there is no row that could say more.
    Reading read(Field field, Cell cell, @Nullable AcademicYear year) {
        return read(field, cell, year, type -> "");
    }

    private Reading remembered(Field field, String text) {
        if (text.isEmpty()) return Reading.NOTHING;
        Spelling spelling = new Spelling(field.name(), text);
        Reading known = remembered.get(spelling);
        if (known != null) return known;
        if (remembered.size() == SPELLINGS_REMEMBERED) remembered.clear();
        Reading read = spelled(field, text);
        remembered.put(spelling, read);
        return read;
    }

    private Reading spelled(Field field, String text) {
        return switch (field.type()) {
            case "academic_year" -> academicYear(text);
            case "hub" -> hub(text);
            case "choice" -> choice(field, text);
            default -> scale(field, text);
        };
    }

    private static Reading academicYear(String text) {
        Optional<AcademicYear> year = AcademicYear.parse(text);
        if (year.isPresent()) return Reading.of(year.get().timePeriod());
        return AcademicYear.startingIn(text)
                .map(alone -> Reading.queried(alone.timePeriod(), Rule.YEAR_ALONE, "year", alone))
                .orElseGet(() -> Reading.refused(Rule.YEAR_NOT_UNDERSTOOD));
    }

    private Reading hub(String text) {
        Optional<String> hub = registers.findHub(text);
        if (hub.isPresent()) return Reading.of(hub.get());
        String nearest = Words.nearest(text, registers.hubs()).orElse(null);
        return Reading.refused(Rule.UNKNOWN_HUB, "nearest", nearest);
    }

    private static Reading choice(Field field, String text) {
        String wanted = Words.key(text);
        for (String choice : field.choices()) {
            if (Words.key(choice).equals(wanted)) return Reading.of(choice);
            for (String label : field.labels().getOrDefault(choice, List.of()))
                if (Words.key(label).equals(wanted)) return Reading.of(choice);
        }
        return notOneOf(field.choices(), Words.nearest(text, field.choices()));
    }

    private Reading scale(Field field, String text) {
        Scale scale = Objects.requireNonNull(scales.get(field.scale()));
        if (scale.isNoAnswer(text)) return Reading.NOTHING;
        OptionalInt point = scale.point(text, field.lowestIsBest());
        if (point.isPresent()) return Reading.of(point.getAsInt());
        if (scale.isBeyond(text))
            return Reading.refused(Rule.NUMBER_OUT_OF_RANGE, "minimum", scale.lowest(), "maximum", scale.highest());
        return notOneOf(scale.labels(), scale.nearest(text));
    }

    private static Reading notOneOf(Collection<String> choices, Optional<String> nearest) {
        return Reading.refused(
                Rule.UNKNOWN_CHOICE, "choices", String.join(", ", choices), "nearest", nearest.orElse(null));
    }
}
