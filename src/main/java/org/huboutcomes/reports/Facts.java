package org.huboutcomes.reports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What is known when a sentence is sought: words for its places, and the flags that decide whether it may be said.
final class Facts {

    final Map<String, String> words = new HashMap<>();
    final Set<String> flags = new HashSet<>();
    long n = Long.MAX_VALUE;

    Facts say(String place, String word) {
        words.put(place, word);
        return this;
    }

    Facts flag(String flag, boolean holds) {
        if (holds) flags.add(flag);
        return this;
    }

    static Facts of(Figures figures) {
        return new Facts()
                .flag("whole", figures.isNetwork())
                .say("hub", figures.all().hubName())
                .say("network_name", figures.all().network())
                .say("year", Words.year(figures.year()))
                .say("last_year", Words.year(figures.yearBefore()));
    }

    static Facts of(Figures figures, Reading reading, String subject) {
        Facts facts = of(figures)
                .say("subject", subject)
                .say("title", reading.title())
                .say("value", Words.said(reading.value(), reading.definition().unit()))
                .say("network", reading.networkSaid())
                .say("count", reading.count())
                .say("limits", reading.limits())
                .say("change", reading.change().orElse(""))
                .say(
                        "before",
                        reading.before() == null
                                ? ""
                                : Words.said(
                                        reading.before().value(),
                                        reading.definition().unit()))
                .say("absence", reading.symbol().meaning());
        facts.flag(reading.symbol().code(), !reading.has() || reading.uncertain());
        facts.flag("value", reading.has());
        facts.flag("counted", reading.isCounted());
        facts.flag("network", reading.networkMark() != null);
        if (!reading.has()) return facts;
        facts.n = reading.n();
        facts.flag(Objects.requireNonNull(reading.hub()).comparison(), true);
        return moved(facts, reading);
    }

    /// Risen or fallen only where the limits of the two years do not meet.
    private static Facts moved(Facts facts, Reading reading) {
        var now = reading.mark();
        var before = Reading.mark(reading.before(), reading.definition());
        if (now == null || before == null) return facts.flag("first", true);
        if (now.lower() == null || before.lower() == null) return facts.flag("unclear", true);
        boolean rose = now.isAbove(before);
        boolean fell = before.isAbove(now);
        return facts.flag("rose", rose).flag("fell", fell).flag("steady", !rose && !fell);
    }
}
