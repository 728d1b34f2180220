package org.huboutcomes.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Map<List<String>, List<String>> unsent = new LinkedHashMap<>();
        for (FigureInContext reading : readings) {
            List<String> names = figures.missingReturns(reading.definition().indicator());
            if (isMissing(reading, Symbol.X) && !names.isEmpty())
                unsent.computeIfAbsent(names, key -> new ArrayList<>()).add(reading.title());
        }
        for (Symbol symbol : new Symbol[] {Symbol.LOW, Symbol.X, Symbol.C, Symbol.Z}) {
            List<FigureInContext> missing = readings.stream()
                    .filter(reading -> isMissing(reading, symbol))
                    .filter(reading -> unsent.values().stream().noneMatch(told -> told.contains(reading.title())))
                    .toList();
            if (!missing.isEmpty())
                said.add(bank.title(
                        "missing figures",
                        facts(
                                        symbol,
                                        missing.stream()
                                                .map(FigureInContext::title)
                                                .toList())
                                .flag("few", symbol == Symbol.X && figures.isHubsOwn())
                                .flag("asked", missing.stream().anyMatch(SentenceContext::isAsked))));
        }
        if (!unsent.isEmpty())
            said.add(bank.title("missing figures", facts(Symbol.X, told(unsent)).flag("unsent", true)));
        return String.join(" ", said);
    }

    /// The figures that are missing because of the same returns, with the returns in brackets.
    private static List<String> told(Map<List<String>, List<String>> unsent) {
        return unsent.entrySet().stream()
                .map(one -> String.join(", ", one.getValue()) + " (" + String.join(", ", one.getKey()) + ")")
                .toList();
    }

    private static boolean isMissing(FigureInContext reading, Symbol symbol) {
        return !reading.has() && !reading.isSmall() && reading.symbol() == symbol;
    }

    private SentenceContext facts(Symbol symbol, List<String> titles) {
        return SentenceContext.of(figures)
                .say("figures", String.join(", ", titles))
                .flag(symbol.code(), true);
    }
}
