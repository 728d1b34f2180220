package org.huboutcomes.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.huboutcomes.publish.Result;
import org.jspecify.annotations.Nullable;

/// One number of one figure that moved, and by how much each cause moved it: the causes add up to the change. Where a
/// symbol stood at its beginning or end there is no change in numbers, and the causes are only named.
///
/// @param measure `numerator`, `denominator` or `value`
/// @param causes what moved it, in the order of the steps
public record Moved(
        String timePeriod,
        String network,
        String hub,
        String indicator,
        String educationPhase,
        String breakdown,
        String measure,
        String from,
        String to,
        @Nullable BigDecimal change,
        @Nullable BigDecimal newRows,
        @Nullable BigDecimal correctedRows,
        @Nullable BigDecimal register,
        @Nullable BigDecimal definition,
        String versionFrom,
        String versionTo,
        List<String> causes) {

    /// Why a figure moves, in the order in which the steps are taken.
    public static final List<String> CAUSES = List.of("new rows", "corrected rows", "register", "definition");

    /// @param states the figure as published first, after each step but the last, and as published last
    static Moved of(List<String> key, String measure, List<Figure> states) {
        List<String> texts = states.stream().map(state -> state.of(measure)).toList();
        String from = texts.get(0);
        String to = texts.get(CAUSES.size());
        boolean counted = number(from) != null && number(to) != null;
        return new Moved(
                key.get(0),
                key.get(1),
                key.get(2),
                key.get(3),
                key.get(4),
                key.get(5),
                measure,
                from,
                to,
                counted ? new BigDecimal(to).subtract(new BigDecimal(from)) : null,
                counted ? step(texts, 1) : null,
                counted ? step(texts, 2) : null,
                counted ? step(texts, 3) : null,
                counted ? step(texts, 4) : null,
                states.get(0).version(),
                states.get(CAUSES.size()).version(),
                causes(texts));
    }

    /// Where only both ends were ever told to those who read of it.
    static Moved ends(List<String> key, String measure, Figure from, Figure to) {
        return new Moved(
                key.get(0),
                key.get(1),
                key.get(2),
                key.get(3),
                key.get(4),
                key.get(5),
                measure,
                from.of(measure),
                to.of(measure),
                null,
                null,
                null,
                null,
                null,
                from.version(),
                to.version(),
                List.of());
    }

    /// What it is a number of.
    public List<String> figure() {
        return List.of(timePeriod, network, hub, indicator, educationPhase, breakdown);
    }

    /// Whether it is of all phases and groups in one academic year.
    boolean isHeadlineOf(int year) {
        return timePeriod.equals(String.valueOf(year))
                && educationPhase.equals(Result.TOTAL)
                && breakdown.equals(Result.TOTAL);
    }

    /// What one step moved. One that ends on a symbol moved nothing: the next that ends on a number tells the rest.
    private static BigDecimal step(List<String> texts, int step) {
        BigDecimal reached = number(texts.get(step));
        return reached == null ? BigDecimal.ZERO : reached.subtract(lastBefore(texts, step));
    }

    private static BigDecimal lastBefore(List<String> texts, int step) {
        for (int earlier = step - 1; ; earlier--) {
            BigDecimal number = number(texts.get(earlier));
            if (number != null) return number;
        }
    }

    private static List<String> causes(List<String> texts) {
        List<String> causes = new ArrayList<>();
        for (int step = 1; step < texts.size(); step++)
            if (!texts.get(step).equals(texts.get(step - 1))) causes.add(CAUSES.get(step - 1));
        return causes;
    }

    private static @Nullable BigDecimal number(String text) {
        return isNumber(text) ? new BigDecimal(text) : null;
    }

    /// Whether a published cell holds a number, and not the symbol in the place of one.
    public static boolean isNumber(String text) {
        return text.matches("-?\\d+(\\.\\d+)?");
    }
}
