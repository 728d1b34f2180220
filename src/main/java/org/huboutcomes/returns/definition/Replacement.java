package org.huboutcomes.returns.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.huboutcomes.domain.EnglishFormat;
import org.jspecify.annotations.Nullable;

/// How a later submission of a return replaces an earlier one of the same hub and year.
///
/// @param unit the field that rows are counted by: a school, a lead, an activity; null where there is none, and a later
/// submission replaces everything
/// @param byUnit whether a submission replaces only the units that it holds, without being asked to
/// @param answersBy of a survey: the field of the response id, then those of its times, the first that is filled being
/// taken; empty for all other returns
/// @param within of a survey: the field by which files without ids are compared; of another return: a field that tells
/// units of one name apart, such as the phase of a quantity
/// @param counts what a receipt counts before and after: a plural noun and the field whose values are counted
/// @param heldOverPercent a sheet is held when more than this share of the units in force would go
/// @param heldFrom and at least this many
/// @param byRows whether rows are counted for that, as in a list of which each row counts, and not units
public record Replacement(
        @Nullable String unit,
        boolean byUnit,
        List<String> answersBy,
        @Nullable String within,
        Map<String, String> counts,
        int heldOverPercent,
        int heldFrom,
        boolean byRows) {

    public static final Replacement OF_EVERYTHING =
            new Replacement(null, false, List.of(), null, Map.of(), 100, 1, false);

    public Replacement {
        answersBy = List.copyOf(answersBy);
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    /// Whether the return is a survey, whose answers add up.
    public boolean isOfAnswers() {
        return !answersBy.isEmpty();
    }

    /// A number of units with its noun: `1 activity`, `12 schools`.
    public String counted(int number) {
        return EnglishFormat.counted(number, units());
    }

    /// The plural noun for the units.
    public String units() {
        return counts.entrySet().stream()
                .filter(count -> count.getValue().equals(unit))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("rows");
    }

    /// Whether there would be so many fewer rows of a list that it must be confirmed first.
    public boolean isHeldByRows(int before, int after) {
        return byRows && isHeld(before, before - after);
    }

    /// Whether so many units would go that the hub must confirm it first.
    public boolean isHeld(int before, int gone) {
        return unit != null && !byUnit && gone >= heldFrom && gone * 100L > (long) heldOverPercent * before;
    }

    /// Every field that it names.
    public Stream<String> fields() {
        return Stream.of(
                        Stream.ofNullable(unit),
                        answersBy.stream(),
                        Stream.ofNullable(within),
                        counts.values().stream())
                .flatMap(fields -> fields);
    }
}
