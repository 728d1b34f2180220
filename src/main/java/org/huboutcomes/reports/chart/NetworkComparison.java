package org.huboutcomes.reports.chart;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Whether a value is clearly above or below its network; shown by a mark before the value, never by colour alone.
public enum NetworkComparison {
    HIGHER("higher mark", "higher"),
    LOWER("lower mark", "lower"),
    NONE("", "");

    private final String mark;
    private final String meaning;

    NetworkComparison(String mark, String meaning) {
        this.mark = mark;
        this.meaning = meaning;
    }

    /// Reads the comparison of a figure.
    public static NetworkComparison of(String comparison) {
        return switch (comparison) {
            case "higher" -> HIGHER;
            case "lower" -> LOWER;
            default -> NONE;
        };
    }

    /// The value with its mark in front, so that the decimals of a column stay aligned.
    public String before(String printed, UnaryOperator<String> words) {
        return this == NONE ? printed : words.apply(mark) + " " + printed;
    }

    static void keys(Legend legend, Stream<NetworkComparison> found) {
        List<NetworkComparison> standings = found.distinct().toList();
        for (NetworkComparison standing : List.of(HIGHER, LOWER))
            if (standings.contains(standing)) legend.mark(standing.mark, standing.meaning);
    }
}
