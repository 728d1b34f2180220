package org.huboutcomes.compare;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/// A published figure as text: numbers, or their symbols.
record ComparedFigure(String numerator, String denominator, String value, String version) {

    static final ComparedFigure ABSENT = new ComparedFigure("", "", "", "");
    static final List<String> MEASURES = List.of("numerator", "denominator", "value");

    private static final List<String> KEY =
            List.of("time_period", "network", "hub", "indicator", "education_phase", "breakdown");

    /// Keys in the order of publication.
    static final Comparator<List<String>> IN_ORDER = (one, other) -> {
        for (int i = 0; i < one.size(); i++) {
            int compared = one.get(i).compareTo(other.get(i));
            if (compared != 0) return compared;
        }
        return 0;
    };

    static List<String> key(UnaryOperator<String> row) {
        return KEY.stream().map(row).toList();
    }

    static ComparedFigure of(UnaryOperator<String> row) {
        return new ComparedFigure(
                row.apply("numerator"), row.apply("denominator"), row.apply("value"), row.apply("definition_version"));
    }

    boolean differsFrom(ComparedFigure other) {
        return MEASURES.stream().anyMatch(measure -> !of(measure).equals(other.of(measure)));
    }

    String of(String measure) {
        return switch (measure) {
            case "numerator" -> numerator;
            case "denominator" -> denominator;
            default -> value;
        };
    }
}
