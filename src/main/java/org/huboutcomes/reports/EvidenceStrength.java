package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.catalogue.YamlKeys;
import org.huboutcomes.publish.Coverage;
import org.jspecify.annotations.Nullable;

/// How much evidence there is for a figure: by its number of answers, people or schools, by how many of the returns
/// came, and for a survey by how many replied.
///
/// @param response the response rate of a survey's figure; null for other figures
record EvidenceStrength(
        Thresholds thresholds,
        FigureInContext reading,
        @Nullable FigureInContext response) {

    /// @param strongN the number of cases from which on evidence is strong
    /// @param adequateN the number of cases from which on it is adequate
    /// @param coverage the share of a network's eligible schools that must be covered, in per cent
    /// @param response the share of people asked who must have replied, in per cent
    record Thresholds(int strongN, int adequateN, BigDecimal coverage, BigDecimal response) {

        Thresholds {
            if (adequateN < 1 || strongN <= adequateN)
                throw new CatalogueFault(
                        "jobs/triggers: strong_n must be above adequate_n, and adequate_n above zero.");
        }

        static Thresholds read(YamlKeys keys) {
            keys.only("strong_n", "adequate_n", "coverage_percent", "response_percent");
            return new Thresholds(
                    keys.number("strong_n", 0),
                    keys.number("adequate_n", 0),
                    BigDecimal.valueOf(keys.number("coverage_percent", 0)),
                    BigDecimal.valueOf(keys.number("response_percent", 0)));
        }
    }

    /// Such as "Strong evidence: 10 of 12 hubs, 45.2% replied" or "Thin evidence: only 32.4% replied"; empty where
    /// there is no figure.
    String words(Figures figures, SentenceBank bank) {
        if (!reading.has()) return "";
        SentenceContext facts = SentenceContext.of(figures)
                .say("cases", Integer.toString(thresholds.adequateN()))
                .say("coverage", reading.coverage())
                .say("response", isAsked() ? Objects.requireNonNull(response).said() : "")
                .flag("few", isFew())
                .flag("u", reading.uncertain())
                .flag("uncovered", !isCovered())
                .flag("unanswered", !isAnswered())
                .flag("adequate", reading.n() < thresholds.strongN());
        String strength = bank.title("evidence", facts);
        if (isThin()) return strength;
        String reasons = Stream.of(reading.isPartial() ? "evidence coverage" : "", isAsked() ? "evidence response" : "")
                .filter(place -> !place.isEmpty())
                .map(place -> bank.title(place, facts))
                .collect(Collectors.joining(", "));
        return reasons.isEmpty() ? strength : strength + ": " + reasons;
    }

    /// Whether there are too few cases to draw a line through the years.
    boolean isSmall() {
        return isFew() || reading.uncertain();
    }

    private boolean isThin() {
        return List.of(isFew(), reading.uncertain(), !isCovered(), !isAnswered())
                .contains(true);
    }

    private boolean isFew() {
        return reading.n() < thresholds.adequateN();
    }

    private boolean isCovered() {
        Coverage coverage = reading.hub() == null ? null : reading.hub().coverage();
        return coverage == null || coverage.percent().compareTo(thresholds.coverage()) >= 0;
    }

    private boolean isAsked() {
        return response != null && response.has();
    }

    private boolean isAnswered() {
        return !isAsked() || Objects.requireNonNull(response).amount().compareTo(thresholds.response()) >= 0;
    }
}
