package org.huboutcomes.reports;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.huboutcomes.publish.Result;
import org.huboutcomes.reports.chart.Mark;
import org.huboutcomes.reports.paper.Block;

/// One indicator by education phase.
final class PhasesKind implements ChartKind {

    @Override
    public List<Block> draw(Plan.Item item, Figures figures, SentenceBank bank) {
        String indicator = item.list("indicators").get(0);
        List<String> phases = item.list("phases");
        List<Reading> readings = phases.stream()
                .map(phase -> figures.read(indicator, phase, Result.TOTAL, figures.year()))
                .toList();
        Facts facts = facts(figures, phases, readings);
        if (readings.stream().noneMatch(Reading::has)) return List.of(new Block.Callout(bank.title("missing", facts)));
        String title = bank.title("title phases", facts);
        return List.of(new Block.Plot(
                title,
                LadderKind.strips(figures, readings, false),
                title + ". " + new Tables(figures).told(phases, readings),
                new Tables(figures).plot(item.word("title"), "Phase", phases, readings),
                bank.title("source", facts)));
    }

    private static Facts facts(Figures figures, List<String> phases, List<Reading> readings) {
        Facts facts = Facts.of(figures, readings.get(0), readings.get(0).title());
        List<Reading> known = readings.stream()
                .filter(Reading::has)
                .sorted(Comparator.comparing(Reading::amount))
                .toList();
        if (known.size() < 2) return facts;
        Reading low = known.get(0);
        Reading high = known.get(known.size() - 1);
        Mark lowest = Objects.requireNonNull(low.mark());
        Mark highest = Objects.requireNonNull(high.mark());
        boolean apart = highest.isAbove(lowest);
        return facts.say("lowest", phases.get(readings.indexOf(low)).toLowerCase(Locale.UK))
                .say("lowest_value", low.printed())
                .say("highest", phases.get(readings.indexOf(high)))
                .say("highest_value", high.printed())
                .flag("several", true)
                .flag("apart", apart);
    }
}
