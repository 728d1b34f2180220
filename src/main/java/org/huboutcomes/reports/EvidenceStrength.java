package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.catalogue.YamlKeys;
import org.huboutcomes.publish.Coverage;
import org.jspecify.annotations.Nullable;

/// How much evidence a figure is based on: its number of answers, people or schools, the share of returns received,
/// and for a survey the response rate.
///
/// @param response the response rate of a survey's figure; null for other figures
record EvidenceStrength(
        Thresholds thresholds,
        FigureInContext reading,
        @Nullable FigureInContext response) {

    /// @param strongN the number of cases for strong evidence
    /// @param adequateN the number of cases for adequate evidence
    /// @param coverage the share of a network's eligible schools that must be covered, in per cent
    /// @param response the share of people asked who must have replied, in per cent
    record Thresholds(int strongN, int adequateN, BigDecimal coverage, BigDecimal response) {

        Thresholds {
            if (adequateN < 1 || strongN <= adequateN)
                throw new CatalogueFault(
                        "jobs/triggers: strong_n must be above adequate_n, and adequate_n above zero.");
            refuseUnlessPercent("coverage_percent", coverage);
            refuseUnlessPercent("response_percent", response);
        }

        /// Every figure would reach a share of 0, so it is refused.
        private static void refuseUnlessPercent(String key, BigDecimal share) {
            if (share.signum() <= 0 || share.compareTo(BigDecimal.valueOf(100)) > 0)
                throw new CatalogueFault("jobs/triggers: " + key + " must be from 1 to 100.");
        }

        /// The thresholds by name, for the sentence that explains them.
        SentenceContext in(SentenceContext facts) {
            return facts.say("strong_n", Integer.toString(strongN))
                    .say("adequate_n", Integer.toString(adequateN))
                    .say("coverage_percent", coverage.toPlainString())
                    .say("response_percent", response.toPlainString());
        }

        static Thresholds read(YamlKeys keys) {
            keys.only("strong_n", "adequate_n", "coverage_percent", "response_percent");
            return new Thresholds(
                    keys.number("strong_n", 0),
                    keys.number("adequate_n", 0),
                    BigDecimal.valueOf(keys.number("coverage_percent")),
                    BigDecimal.valueOf(keys.number("response_percent")));
        }
    }

    /// Such as "Strong evidence: 10 of 12 hubs, 45.2% replied" or "Thin evidence: only 32.4% replied"; the number
    /// of cases if there is no other reason; empty if there is no figure.
    ///
    /// @param subject the name of the figure's cases, such as "answers"
    String words(Figures figures, SentenceBank bank, String subject) {
        if (!reading.has()) return "";
        SentenceContext facts = SentenceContext.of(figures)
                .say("cases", Integer.toString(thresholds.adequateN()))
                .say(
                        "n",
                        FigureFormat.count(Objects.requireNonNull(reading.hub()).n()))
                .say("subject", subject)
                .say("coverage", reading.coverage())
                .say("response", response == null ? "" : response.said())
                .flag("few", isFew())
                .flag("uncovered", !isCovered())
                .flag("unanswered", !isAnswered())
                .flag("u", reading.uncertain())
                .flag("untold", isResponseRateUnknown())
                .flag("adequate", reading.n() < thresholds.strongN() || isResponseRateUnknown());
        boolean isCoverageSaid = !reading.isPartial() || !isFew() && !isCovered();
        List<String> places = new ArrayList<>();
        if (!isCoverageSaid) places.add("evidence coverage");
        if (!isThin() && response != null) places.add("evidence response");
        if (!isThin() && places.isEmpty()) places.add("evidence cases");
        String strength = bank.title("evidence", facts);
        if (places.isEmpty()) return strength;
        return strength
                + (isThin() ? ", " : ": ")
                + places.stream().map(place -> bank.title(place, facts)).collect(Collectors.joining(", "));
    }

    /// Whether there are too few cases for a trend line.
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

    /// Whether it is a survey figure with an unknown response rate.
    private boolean isResponseRateUnknown() {
        return response != null && !response.has();
    }

    private boolean isAnswered() {
        return response == null || isResponseRateUnknown() || response.amount().compareTo(thresholds.response()) >= 0;
    }
}
