package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.Optional;
import org.huboutcomes.publish.Definition;
import org.huboutcomes.publish.Quantity;
import org.huboutcomes.publish.Result;
import org.huboutcomes.publish.Spread;
import org.huboutcomes.publish.Symbol;
import org.huboutcomes.reports.chart.Mark;
import org.huboutcomes.reports.chart.Unit;
import org.jspecify.annotations.Nullable;

/// One indicator for one hub and year, beside its network and the year before.
record Reading(
        Definition definition,
        int year,
        @Nullable Result hub,
        @Nullable Result network,
        @Nullable Result before,
        @Nullable Spread spread) {

    String title() {
        return definition.title();
    }

    /// Whether it is a whole network's, which has none beside it.
    boolean isWhole() {
        return hub != null && hub.isNetwork();
    }

    boolean has() {
        return hub != null && hub.value().isAmount();
    }

    Quantity value() {
        return hub == null ? new Quantity.Withheld(Symbol.X) : hub.value();
    }

    BigDecimal amount() {
        return amount(value()).orElseThrow();
    }

    String printed() {
        return Words.value(value(), definition.unit()) + (uncertain() ? " u" : "");
    }

    boolean uncertain() {
        return hub != null && hub.symbol() == Symbol.U;
    }

    String networkPrinted() {
        return network == null ? Symbol.X.code() : Words.value(network.value(), definition.unit());
    }

    /// As a sentence says it.
    String networkSaid() {
        return network == null ? Symbol.X.code() : Words.said(network.value(), definition.unit());
    }

    String limits() {
        return hub == null || !hub.lower().isAmount()
                ? "\u2013"
                : Words.value(hub.lower(), definition.unit()) + " to " + Words.value(hub.upper(), definition.unit());
    }

    /// The count behind the value: "236 of 412", or "n = 164" where the parts are not published.
    String count() {
        if (hub == null) return "";
        if (isCounted()) return Words.count(hub.numerator()) + " of " + Words.count(hub.denominator());
        return hub.n().isAmount() ? "n = " + Words.count(hub.n()) : Words.count(hub.n());
    }

    /// Whether it is a part of a number that is given, as it is also where that is too small for a share.
    boolean isCounted() {
        return hub != null && hub.denominator().isAmount();
    }

    Symbol symbol() {
        return value() instanceof Quantity.Withheld withheld ? withheld.symbol() : Symbol.U;
    }

    long n() {
        return hub == null ? 0 : amount(hub.n()).map(BigDecimal::longValue).orElse(0L);
    }

    /// How it stands to its network beyond chance; empty where it has no figure.
    String comparison() {
        return has() && hub != null ? hub.comparison() : "";
    }

    boolean differs() {
        return comparison().equals("higher") || comparison().equals("lower");
    }

    boolean isCompared() {
        return differs() || comparison().equals("similar");
    }

    Optional<String> change() {
        if (!has() || before == null || !before.value().isAmount()) return Optional.empty();
        return Optional.of(Words.change(amount(), amount(before.value()).orElseThrow(), definition.unit()));
    }

    @Nullable
    Mark mark() {
        Mark mark = mark(hub, definition);
        return mark == null ? null : new Mark(mark.value(), mark.lower(), mark.upper(), printed());
    }

    @Nullable
    Mark networkMark() {
        return mark(network, definition);
    }

    static @Nullable Mark mark(@Nullable Result result, Definition definition) {
        if (result == null || !result.value().isAmount()) return null;
        return new Mark(
                amount(result.value()).orElseThrow().doubleValue(),
                amount(result.lower()).map(BigDecimal::doubleValue).orElse(null),
                amount(result.upper()).map(BigDecimal::doubleValue).orElse(null),
                Words.value(result.value(), definition.unit()));
    }

    Unit unit() {
        return switch (definition.unit()) {
            case "percent" -> Unit.PERCENT;
            case "points" -> Unit.POINTS;
            default -> Unit.NUMBER;
        };
    }

    static Optional<BigDecimal> amount(Quantity quantity) {
        return quantity instanceof Quantity.Amount amount ? Optional.of(amount.value()) : Optional.empty();
    }
}
