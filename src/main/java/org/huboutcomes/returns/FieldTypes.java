package org.huboutcomes.returns;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
            "academic_year",
            "urn",
            "hub",
            "school",
            "choice",
            "scale");

    private static final Pattern DIGITS_WITH_ZERO_CENTS = Pattern.compile("(\\d+)\\.0+");
    private static final Pattern LAESTAB = Pattern.compile("(\\d{3})\\s?[/\\-]?\\s?(\\d{4})");
    private static final Pattern DAY_MONTH_YEAR = Pattern.compile("(\\d{1,2})[/.\\-](\\d{1,2})[/.\\-](\\d{4}|\\d{2})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:[T ].*)?");
    private static final Pattern ABOUT = Pattern.compile("(?:~|c\\.?|approx\\.?|about)\\s*(\\d+)|(\\d+)\\+");
    private static final Set<String> NO_NUMBER = Set.of("-", "tbc", "tba", "n/a", "na", "not known", "unknown", "..");

    /// A column of these holds the same few texts over and over, so each is worked out once.
    private static final Set<String> FEW_SPELLINGS = Set.of("academic_year", "hub", "choice", "scale");

    private record Spelling(String field, String text) {}

    private final Map<Spelling, Reading> remembered = new HashMap<>();
    private final Registers registers;
    private final Map<String, Scale> scales;

    FieldTypes(Registers registers, Map<String, Scale> scales) {
        this.registers = registers;
        this.scales = scales;
    }

    static void refuseUnknown(String type, String field) {
        if (!KNOWN.contains(type))
            throw new IllegalArgumentException("Field " + field + " is of type \"" + type + "\"; the types are "
                    + String.join(", ", KNOWN.stream().sorted().toList()) + ".");
    }

    /// @param year the year of the row, which some spellings of a school need; null when it is not known
    Reading read(Field field, Cell cell, @Nullable AcademicYear year) {
        if (cell instanceof Cell.Uncalculated) return Reading.refused(Rule.FORMULA_NOT_CALCULATED);
        if (cell instanceof Cell.Broken) return Reading.refused(Rule.ERROR_VALUE);
        String text = CellText.of(cell);
        if (text.isEmpty()) return Reading.NOTHING;
        if (!FEW_SPELLINGS.contains(field.type())) return read(field, text, year);
        return remembered.computeIfAbsent(new Spelling(field.name(), text), spelling -> read(field, text, year));
    }

    private Reading read(Field field, String text, @Nullable AcademicYear year) {
        return switch (field.type()) {
            case "text" -> Reading.of(text);
            case "integer" -> integer(field, text);
            case "decimal" -> decimal(field, text);
            case "date" -> date(text);
            case "date_or_month" -> DateOrMonth.read(text, year);
            case "academic_year" -> academicYear(text);
            case "urn" -> urn(text);
            case "hub" -> hub(text);
            case "school" -> school(text, year);
            case "choice" -> choice(field, text);
            default -> scale(field, text);
        };
    }

    private static Reading integer(Field field, String text) {
        if (NO_NUMBER.contains(Words.key(text))) return Reading.NOTHING;
        Matcher about = ABOUT.matcher(Words.key(text));
        if (about.matches()) {
            String digits = about.group(1) == null ? about.group(2) : about.group(1);
            return Reading.queried(Integer.valueOf(digits), Rule.APPROXIMATE_NUMBER);
        }
        try {
            BigDecimal number = new BigDecimal(withoutThousands(text));
            return number.stripTrailingZeros().scale() > 0
                    ? Reading.refused(Rule.NOT_A_NUMBER, "whole", "whole")
                    : within(field, number, number.intValueExact());
        } catch (NumberFormatException notANumber) {
            return Reading.refused(Rule.NOT_A_NUMBER, "whole", "whole");
        } catch (ArithmeticException tooLarge) {
            return outOfRange(field);
        }
    }

    private static Reading decimal(Field field, String text) {
        if (NO_NUMBER.contains(Words.key(text))) return Reading.NOTHING;
        try {
            BigDecimal number = new BigDecimal(withoutThousands(text));
            return within(field, number, number);
        } catch (NumberFormatException notANumber) {
            return Reading.refused(Rule.NOT_A_NUMBER);
        }
    }

    private static String withoutThousands(String text) {
        return text.matches("\\d{1,3}(,\\d{3})+(\\.\\d+)?") ? text.replace(",", "") : text;
    }

    private static Reading within(Field field, BigDecimal number, Object value) {
        boolean below = field.minimum() != null && number.compareTo(field.minimum()) < 0;
        boolean above = field.maximum() != null && number.compareTo(field.maximum()) > 0;
        return below || above ? outOfRange(field) : Reading.of(value);
    }

    private static Reading outOfRange(Field field) {
        return Reading.refused(
                Rule.NUMBER_OUT_OF_RANGE,
                "minimum",
                Objects.requireNonNullElse(field.minimum(), BigDecimal.ZERO),
                "maximum",
                field.maximum());
    }

    private static Reading date(String text) {
        try {
            return day(text).map(Reading::of).orElseGet(() -> Reading.refused(Rule.NOT_A_DATE));
        } catch (DateTimeException noSuchDay) {
            return Reading.refused(Rule.NOT_A_DATE);
        }
    }

    /// Day before month, always: these are English schools. A day that does not exist is thrown back.
    static Optional<LocalDate> day(String text) {
        Matcher dayFirst = DAY_MONTH_YEAR.matcher(text);
        if (dayFirst.matches()) {
            int year = Integer.parseInt(dayFirst.group(3));
            return Optional.of(LocalDate.of(
                    year < 100 ? 2000 + year : year,
                    Integer.parseInt(dayFirst.group(2)),
                    Integer.parseInt(dayFirst.group(1))));
        }
        return ISO.matcher(text).matches() ? Optional.of(LocalDate.parse(text.substring(0, 10))) : Optional.empty();
    }

    private static Reading academicYear(String text) {
        Optional<AcademicYear> year = AcademicYear.parse(text);
        if (year.isPresent()) return Reading.of(year.get().timePeriod());
        return AcademicYear.startingIn(text)
                .map(alone -> Reading.queried(alone.timePeriod(), Rule.YEAR_ALONE, "year", alone))
                .orElseGet(() -> Reading.refused(Rule.YEAR_NOT_UNDERSTOOD));
    }

    private static Reading urn(String text) {
        String digits = digits(text);
        return digits.matches("\\d{5,7}") ? Reading.of(Integer.valueOf(digits)) : Reading.refused(Rule.NOT_A_URN);
    }

    private static String digits(String text) {
        Matcher whole = DIGITS_WITH_ZERO_CENTS.matcher(text);
        return whole.matches() ? whole.group(1) : text.replace(",", "");
    }

    private Reading hub(String text) {
        Optional<String> hub = registers.findHub(text);
        if (hub.isPresent()) return Reading.of(hub.get());
        String nearest = Words.nearest(text, registers.hubs()).orElse(null);
        return Reading.refused(Rule.UNKNOWN_HUB, "nearest", nearest);
    }

    /// Six digits are a URN, three and four are a LAESTAB, whichever of the two the heading says.
    private Reading school(String text, @Nullable AcademicYear year) {
        String digits = digits(text);
        if (digits.matches("\\d{6}")) {
            int urn = Integer.parseInt(digits);
            return registers.hasSchool(urn) ? Reading.of(urn) : Reading.refused(Rule.UNKNOWN_URN);
        }
        Matcher laestab = LAESTAB.matcher(digits);
        if (laestab.matches()) return laestab(laestab.group(1) + laestab.group(2), year);
        return Reading.refused(Rule.NOT_A_URN, "laestab", "825/4012");
    }

    /// One LAESTAB may be shared by schools that followed each other; the one open in the year is meant.
    private Reading laestab(String laestab, @Nullable AcademicYear year) {
        List<Registers.School> sharing = registers.withLaestab(laestab);
        if (sharing.isEmpty()) return Reading.refused(Rule.UNKNOWN_URN);
        List<Registers.School> open = year == null
                ? sharing
                : sharing.stream()
                        .filter(school -> school.isOpen(year.referenceDate()))
                        .toList();
        List<Registers.School> meant = open.size() > 1
                ? open.stream().filter(Registers.School::stateFunded).toList()
                : open;
        if (meant.size() == 1) return Reading.of(meant.get(0).urn());
        return Reading.refused(Rule.AMBIGUOUS_LAESTAB, "schools", sharing.size());
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
        OptionalInt point = scale.point(text);
        if (point.isPresent()) return Reading.of(point.getAsInt());
        return notOneOf(scale.labels(), scale.nearest(text));
    }

    private static Reading notOneOf(Collection<String> choices, Optional<String> nearest) {
        return Reading.refused(
                Rule.UNKNOWN_CHOICE, "choices", String.join(", ", choices), "nearest", nearest.orElse(null));
    }
}
