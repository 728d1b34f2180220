package org.huboutcomes.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.huboutcomes.publish.Result;
import org.jspecify.annotations.Nullable;

/// One number of a figure that changed, and how much each cause contributed; the contributions add up to the change. If
/// the number begins or ends as a symbol there is no numerical change, and the causes are only named.
///
/// @param measure `numerator`, `denominator` or `value`
/// @param causes the causes in the order of the steps
public record FigureChange(
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

    /// The causes, in the order of the steps.
    public static final List<String> CAUSES = List.of("new rows", "corrected rows", "register", "definition");

    /// @param states the figure as first published, after each intermediate step, and as last published
    static FigureChange of(List<String> key, String measure, List<ComparedFigure> states) {
        List<String> texts = states.stream().map(state -> state.of(measure)).toList();
        String from = texts.get(0);
        String to = texts.get(CAUSES.size());
        boolean counted = number(from) != null && number(to) != null;
        return new FigureChange(
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

    /// A change of public figures: the intermediate steps were not published.
    static FigureChange ends(List<String> key, String measure, ComparedFigure from, ComparedFigure to) {
        return new FigureChange(
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

    /// The key of the figure.
    public List<String> figure() {
        return List.of(timePeriod, network, hub, indicator, educationPhase, breakdown);
    }

    /// Whether it covers all phases and breakdowns of one academic year.
    boolean isHeadlineOf(int year) {
        return timePeriod.equals(String.valueOf(year))
                && educationPhase.equals(Result.TOTAL)
                && breakdown.equals(Result.TOTAL);
    }

    /// The change in one step. A step that ends with a symbol has none; the next step that ends with a number includes
    /// it.
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

    /// Whether a published cell holds a number and not a symbol.
    public static boolean isNumber(String text) {
        return text.matches("-?\\d+(\\.\\d+)?");
    }
}
