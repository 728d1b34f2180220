package org.huboutcomes.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.huboutcomes.publish.Symbol;

/// The figures without a value, in one sentence for each reason.
record MissingFigures(Figures figures, SentenceBank bank) {

    /// Such as "Fewer than ten cases: Adaptations consistent with the core 5 of 8."; empty where none is missing.
    String said(List<FigureInContext> readings) {
        List<String> said = new ArrayList<>();
        String small = readings.stream()
                .filter(reading -> !reading.has() && reading.isSmall())
                .map(reading -> reading.title() + " " + reading.count())
                .collect(Collectors.joining(", "));
        if (!small.isEmpty())
            said.add(bank.title("small figures", SentenceContext.of(figures).say("figures", small)));
        for (Symbol symbol : new Symbol[] {Symbol.LOW, Symbol.X, Symbol.C, Symbol.Z}) {
            List<String> titles = readings.stream()
                    .filter(reading -> !reading.has() && !reading.isSmall() && reading.symbol() == symbol)
                    .map(FigureInContext::title)
                    .toList();
            if (titles.isEmpty()) continue;
            SentenceContext facts = SentenceContext.of(figures)
                    .say("figures", String.join(", ", titles))
                    .flag(symbol.code(), true);
            said.add(bank.title("missing figures", facts));
        }
        return String.join(" ", said);
    }
}
