package org.huboutcomes.reports;

import java.math.BigDecimal;
import org.huboutcomes.publish.Result;
import org.jspecify.annotations.Nullable;

/// How much evidence there is for a figure: by its number of answers, people or schools, by how many of the returns
/// came, and for a survey by how many replied.
enum EvidenceStrength {
    STRONG,
    ADEQUATE,
    THIN,
    NONE;

    private static final int STRONG_N = 100;
    private static final int ADEQUATE_N = 30;
    private static final BigDecimal COVERED = BigDecimal.valueOf(80);
    private static final BigDecimal ANSWERED = BigDecimal.valueOf(30);

    /// @param response the response rate of a survey's figure; null for other figures
    static EvidenceStrength of(FigureInContext reading, @Nullable FigureInContext response) {
        if (!reading.has()) return NONE;
        if (!weakness(reading, response).isEmpty()) return THIN;
        return reading.n() < STRONG_N ? ADEQUATE : STRONG;
    }

    /// Why the evidence is thin; empty where it is not.
    private static String weakness(FigureInContext reading, @Nullable FigureInContext response) {
        if (reading.n() < ADEQUATE_N) return "fewer than " + ADEQUATE_N;
        if (reading.uncertain()) return "low reliability";
        if (!isCovered(reading)) return "too few returns";
        if (response != null && response.has() && response.amount().compareTo(ANSWERED) < 0) return "few replied";
        return "";
    }

    private static boolean isCovered(FigureInContext reading) {
        Result result = reading.hub();
        return result == null
                || result.coverage() == null
                || result.coverage().percent().compareTo(COVERED) >= 0;
    }

    /// Such as "strong evidence: 100 or more", which is the number of cases.
    String words(FigureInContext reading, @Nullable FigureInContext response) {
        return switch (this) {
            case STRONG -> "strong evidence: " + STRONG_N + " or more";
            case ADEQUATE -> "adequate evidence: " + ADEQUATE_N + " to " + (STRONG_N - 1);
            case THIN -> "thin evidence: " + weakness(reading, response);
            case NONE -> "no evidence";
        };
    }
}
