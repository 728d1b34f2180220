package org.huboutcomes.reports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.huboutcomes.publish.Symbol;

/// The facts for choosing a sentence: words for its placeholders, and flags for its conditions.
final class SentenceContext {

    /// Every word that a sentence may use. Which of them are known depends on the place.
    static final Set<String> WORDS = Set.of(
            "absence",
            "adequate_n",
            "all",
            "at_last",
            "before",
            "cases",
            "change",
            "change_limits",
            "contexts",
            "count",
            "coverage",
            "coverage_percent",
            "differing",
            "figures",
            "fell",
            "first",
            "first_subject",
            "first_year",
            "from",
            "gained",
            "groups",
            "high",
            "high_title",
            "higher",
            "highest",
            "highest_value",
            "hub",
            "hubs",
            "indicators",
            "known",
            "last_stage",
            "last_year",
            "latest",
            "least",
            "limits",
            "low",
            "low_title",
            "lower",
            "lowest",
            "lowest_value",
            "median",
            "lost",
            "most",
            "n",
            "names",
            "needed",
            "one",
            "one_value",
            "other",
            "other_value",
            "network",
            "network_name",
            "outside",
            "phase",
            "points",
            "reached",
            "response",
            "response_percent",
            "rose",
            "rows",
            "same",
            "schools",
            "shown",
            "since",
            "strong_n",
            "subject",
            "aim",
            "target_year",
            "threshold",
            "title",
            "trend",
            "value",
            "year",
            "years");

    /// Every flag that may be set: flags of charts and pages, symbols, comparisons, and the columns of the row
    /// about an edition's changes.
    static final Set<String> FLAGS = Set.of(
            "above",
            "adequate",
            "all",
            "apart",
            "asked",
            "bare",
            "both",
            "brief",
            "c",
            "counted",
            "cut",
            "differs",
            "dispersed",
            "elsewhere",
            "falling",
            "latest",
            "fell",
            "few",
            "first",
            "higher",
            "leads",
            "level",
            "low",
            "lower",
            "network",
            "nothing",
            "one",
            "pair",
            "public",
            "rising",
            "rose",
            "several",
            "short",
            "similar",
            "steady",
            "u",
            "unanswered",
            "unsent",
            "unclear",
            "uncovered",
            "untold",
            "value",
            "spread",
            "whole",
            "x",
            "z");

    final Map<String, String> words = new HashMap<>();
    final Set<String> flags = new HashSet<>();
    long n = Long.MAX_VALUE;

    SentenceContext say(String place, String word) {
        words.put(place, word);
        return this;
    }

    SentenceContext flag(String flag, boolean holds) {
        if (holds) flags.add(flag);
        return this;
    }

    static SentenceContext of(Figures figures) {
        return new SentenceContext()
                .flag("whole", figures.isNetwork())
                .flag("public", figures.profile().equals("public"))
                .say("hub", figures.all().hubName())
                .say("network_name", figures.all().network())
                .say("year", FigureFormat.year(figures.year()))
                .say("last_year", FigureFormat.year(figures.yearBefore()));
    }

    static SentenceContext of(Figures figures, FigureInContext reading, String subject) {
        SentenceContext facts = of(figures)
                .say("subject", subject)
                .say("title", reading.title())
                .say("value", reading.said())
                .say("network", reading.networkSaid())
                .say("count", reading.counted())
                .say("from", reading.from())
                .say("limits", reading.limits())
                .say("change", reading.change().orElse(""))
                .say(
                        "before",
                        reading.before() == null
                                ? ""
                                : FigureFormat.said(
                                        reading.before().value(),
                                        reading.definition().unit()))
                .say("absence", reading.symbol().meaning());
        facts.flag(reading.symbol().code(), !reading.has() || reading.uncertain());
        facts.flag("value", reading.has());
        facts.flag("counted", reading.isCounted());
        facts.flag("network", reading.networkMark() != null);
        if (!reading.has()) return reading.symbol() == Symbol.X ? facts.unsent(figures, reading) : facts;
        facts.n = reading.n();
        facts.flag(Objects.requireNonNull(reading.hub()).comparison(), true);
        return moved(facts, reading);
    }

    /// Which returns are missing, if that is why there is no figure. A hub's own edition lists each missing return;
    /// if it lists none, the hub has too few cases or years.
    private SentenceContext unsent(Figures figures, FigureInContext reading) {
        List<String> names = figures.missingReturns(reading.definition().indicator());
        return say("names", String.join(", ", names))
                .say("rows", Integer.toString(names.size()))
                .flag("one", names.size() == 1)
                .flag("unsent", !names.isEmpty())
                .flag("few", names.isEmpty() && figures.isHubsOwn())
                .flag("asked", isAsked(reading));
    }

    /// Whether people are asked for it: a survey need not have its question.
    static boolean isAsked(FigureInContext reading) {
        return reading.definition().counts().equals("respondents");
    }

    /// Risen or fallen only if the edition's figures say so.
    private static SentenceContext moved(SentenceContext facts, FigureInContext reading) {
        return switch (reading.changeWord()) {
            case "rise" -> facts.flag("rose", true);
            case "fall" -> facts.flag("fell", true);
            case "no clear change" -> facts.flag("steady", true);
            default -> facts.flag(reading.change().isEmpty() ? "first" : "unclear", true);
        };
    }
}
