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
/// @param unit the field that rows are counted by: a school, a lead, an activity; null if a later submission
/// replaces everything
/// @param byUnit whether a submission replaces only its own units, without confirmation
/// @param answersBy for a survey: the field of the response id, then those of its times, of which the first filled
/// one is used; empty for other returns
/// @param within for a survey: the field by which files without ids are compared; otherwise a field that
/// distinguishes units of the same name, such as the phase of a quantity
/// @param counts the counts in a receipt before and after: a plural noun and the field whose values are counted
/// @param heldOverPercent a sheet is held if it would remove more than this share of the units in force
/// @param heldFrom the minimum number of removed units for that
/// @param byRows whether rows are counted for that instead of units, as in a list in which each row counts
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

    /// Whether the return is a survey, whose answers accumulate.
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

    /// Whether the number of rows of a list would fall so much that it must be confirmed.
    public boolean isHeldByRows(int before, int after) {
        return byRows && isHeld(before, before - after);
    }

    /// Whether so many units would be removed that the hub must confirm it.
    public boolean isHeld(int before, int gone) {
        return unit != null && !byUnit && gone >= heldFrom && gone * 100L > (long) heldOverPercent * before;
    }

    /// All fields that it refers to.
    public Stream<String> fields() {
        return Stream.of(
                        Stream.ofNullable(unit),
                        answersBy.stream(),
                        Stream.ofNullable(within),
                        counts.values().stream())
                .flatMap(fields -> fields);
    }
}
