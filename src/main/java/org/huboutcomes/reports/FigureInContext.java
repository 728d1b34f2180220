package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.Optional;
import org.huboutcomes.publish.Coverage;
import org.huboutcomes.publish.Definition;
import org.huboutcomes.publish.Quantity;
import org.huboutcomes.publish.Result;
import org.huboutcomes.publish.Spread;
import org.huboutcomes.publish.Symbol;
import org.huboutcomes.reports.chart.ChartMark;
import org.huboutcomes.reports.chart.Unit;
import org.jspecify.annotations.Nullable;

/// One indicator for one hub and year, with its network's figure and the change since the year before.
///
/// @param fewAnswers a survey with fewer answers than this is a small sample
record FigureInContext(
        Definition definition,
        int year,
        @Nullable Result hub,
        @Nullable Result network,
        @Nullable Result before,
        @Nullable Spread spread,
        int fewAnswers) {

    String title() {
        return definition.title();
    }

    /// Whether it is a whole network's figure, which has none to compare with.
    boolean isWhole() {
        return hub != null && hub.isNetwork();
    }

    boolean has() {
        return hub != null && hub.value().isAmount();
    }

    Quantity value() {
        return hub == null ? new Quantity.SymbolOnly(Symbol.X) : hub.value();
    }

    BigDecimal amount() {
        return amount(value()).orElseThrow();
    }

    String printed() {
        return FigureFormat.value(value(), definition.unit()) + (uncertain() ? " u" : "");
    }

    /// The value for a title or sentence: in words, not as a symbol.
    String said() {
        return FigureFormat.said(value(), definition.unit()) + doubt();
    }

    /// Why its reliability is low, in brackets; empty if it is not.
    private String doubt() {
        if (!uncertain()) return "";
        boolean isSmallSample = definition.counts().equals("respondents") && n() < fewAnswers;
        return isSmallSample ? " (small sample)" : " (returns incomplete)";
    }

    boolean uncertain() {
        return hub != null && hub.symbol() == Symbol.U;
    }

    String networkPrinted() {
        return network == null ? "" : FigureFormat.value(network.value(), definition.unit());
    }

    /// The network's value for a sentence.
    String networkSaid() {
        return network == null ? "" : FigureFormat.said(network.value(), definition.unit());
    }

    boolean hasLimits() {
        return has() && hub != null && hub.lower().isAmount();
    }

    String limits() {
        return hub == null || !hub.lower().isAmount()
                ? "\u2013"
                : FigureFormat.value(hub.lower(), definition.unit()) + " to "
                        + FigureFormat.value(hub.upper(), definition.unit());
    }

    /// Whether it is a network's figure to which some hubs sent nothing.
    boolean isPartial() {
        return has() && hub != null && hub.coverage() != null && !hub.coverage().isWhole();
    }

    /// The number of hubs behind a network's figure, such as "11 of 12"; empty for a hub's.
    String coverage() {
        return hub == null || !has() ? "" : coverage(hub);
    }

    /// Whether some hubs sent nothing for the network's figure.
    boolean isNetworkPartial() {
        return network != null
                && network.value().isAmount()
                && network.coverage() != null
                && !network.coverage().isWhole();
    }

    /// The number of hubs behind the network's figure; empty if there is none.
    String networkCoverage() {
        return network == null || !network.value().isAmount() ? "" : coverage(network);
    }

    private static String coverage(Result network) {
        Coverage coverage = network.coverage();
        return coverage == null ? "" : coverage.contributing() + " of " + coverage.open();
    }

    /// The count behind the value: "236 of 412", or "n = 164" where the parts are not published.
    String count() {
        if (hub == null) return "";
        if (isCounted()) return FigureFormat.count(hub.numerator()) + " of " + FigureFormat.count(hub.denominator());
        return hub.n().isAmount() ? "n = " + FigureFormat.count(hub.n()) : FigureFormat.count(hub.n());
    }

    /// The same as [#count], with the number of hubs if some are missing: "236 of 412, from 4 of 5 hubs".
    String counted() {
        return isPartial() ? count() + ", from " + coverage() + " hubs" : count();
    }

    /// The number of hubs behind a network's figure if some are missing, such as " (from 4 of 5 hubs)"; otherwise
    /// empty.
    String from() {
        return isPartial() ? " (from " + coverage() + " hubs)" : "";
    }

    /// Whether it is a part of a known number, even if that is too small for a percentage.
    boolean isCounted() {
        return hub != null && hub.denominator().isAmount();
    }

    /// Whether its group is too small for a percentage but both its counts may be printed.
    boolean isSmall() {
        return symbol() == Symbol.X
                && isCounted()
                && hub != null
                && hub.numerator().isAmount();
    }

    Symbol symbol() {
        return value() instanceof Quantity.SymbolOnly only ? only.symbol() : Symbol.U;
    }

    long n() {
        return hub == null ? 0 : amount(hub.n()).map(BigDecimal::longValue).orElse(0L);
    }

    /// Whether it is clearly above or below its network; empty if it has no figure.
    String comparison() {
        return has() && hub != null ? hub.comparison() : "";
    }

    boolean differs() {
        return comparison().equals("higher") || comparison().equals("lower");
    }

    boolean isCompared() {
        return differs() || comparison().equals("similar");
    }

    /// The change since the year before, such as "+3.4 points".
    Optional<String> change() {
        if (!has() || hub == null) return Optional.empty();
        return amount(hub.change().points()).map(points -> FigureFormat.change(points, definition.unit()));
    }

    /// Whether the change rounds to zero.
    boolean isLevel() {
        return change().filter(FigureFormat.NO_CHANGE::equals).isPresent();
    }

    /// The 95% interval of the change, such as " (\u22120.6 to +3.0)"; empty if it has none.
    String changeLimits() {
        if (hub == null) return "";
        Optional<BigDecimal> lower = amount(hub.change().lower());
        Optional<BigDecimal> upper = amount(hub.change().upper());
        if (lower.isEmpty() || upper.isEmpty()) return "";
        int places = definition.unit().equals("ratio") ? 2 : 1;
        return " (" + FigureFormat.signed(lower.get(), places) + " to " + FigureFormat.signed(upper.get(), places)
                + ")";
    }

    /// `rise`, `fall` or `no clear change`; empty if nothing can be said.
    String changeWord() {
        return has() && hub != null && hub.change().word() != null
                ? hub.change().word()
                : "";
    }

    /// The number of hubs behind a network's change, if it is smaller than that behind its value; otherwise 0.
    int changeHubs() {
        if (hub == null || hub.change().hubs() == null || hub.coverage() == null) return 0;
        int hubs = hub.change().hubs();
        return hubs < hub.coverage().contributing() ? hubs : 0;
    }

    @Nullable
    ChartMark mark() {
        ChartMark mark = mark(hub, definition);
        return mark == null ? null : new ChartMark(mark.value(), mark.lower(), mark.upper(), printed());
    }

    @Nullable
    ChartMark networkMark() {
        return mark(network, definition);
    }

    static @Nullable ChartMark mark(@Nullable Result result, Definition definition) {
        if (result == null || !result.value().isAmount()) return null;
        return new ChartMark(
                amount(result.value()).orElseThrow().doubleValue(),
                amount(result.lower()).map(BigDecimal::doubleValue).orElse(null),
                amount(result.upper()).map(BigDecimal::doubleValue).orElse(null),
                FigureFormat.value(result.value(), definition.unit()));
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
