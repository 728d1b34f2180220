package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.huboutcomes.publish.Change;
import org.huboutcomes.publish.Coverage;
import org.huboutcomes.publish.Definition;
import org.huboutcomes.publish.HubFigures;
import org.huboutcomes.publish.Quantity;
import org.huboutcomes.publish.Result;
import org.huboutcomes.publish.Spread;
import org.huboutcomes.publish.Symbol;
import org.jspecify.annotations.Nullable;

/// Builds the figures of an invented hub from what the test gives, and nothing else.
final class HubFiguresBuilder {

    private static final double Z = 1.959963984540054;

    private final String network;
    private final String name;
    private final List<String> aliases;
    private final int year;
    private final List<Result> results = new ArrayList<>();
    private final List<Spread> spreads = new ArrayList<>();
    private final Map<String, Definition> definitions = new LinkedHashMap<>();
    private final Map<String, List<Map<String, Object>>> tables = new LinkedHashMap<>();
    private @Nullable Coverage coverage;
    private Change change = Change.NONE;

    private HubFiguresBuilder(String network, String name, List<String> aliases, int year) {
        this.network = network;
        this.name = name;
        this.aliases = aliases;
        this.year = year;
    }

    static HubFiguresBuilder named(String name, String network, int year, String... aliases) {
        return new HubFiguresBuilder(network, name, List.of(aliases), year);
    }

    HubFiguresBuilder defines(
            String indicator, String outcome, String title, String unit, String numerator, String denominator) {
        definitions.put(
                indicator,
                new Definition(
                        indicator,
                        outcome,
                        title,
                        "What share is it, and how does it change?",
                        numerator,
                        denominator,
                        outcome.equals("acceptability") ? "respondents" : "schools",
                        unit,
                        "better",
                        "It shows what the outcome asks.",
                        "Returns of the hubs and the register of schools.",
                        unit.equals("percent") ? "wilson" : "nps",
                        "2026-10-01",
                        1,
                        ""));
        return this;
    }

    /// From now on, this many hubs are behind a share of the network.
    HubFiguresBuilder ofHubs(int contributing) {
        coverage = new Coverage(contributing, contributing, BigDecimal.valueOf(100));
        return this;
    }

    /// From now on, only some of the hubs that are open are behind a share of the network.
    HubFiguresBuilder ofHubs(int contributing, int open, int percent) {
        coverage = new Coverage(contributing, open, BigDecimal.valueOf(percent));
        return this;
    }

    /// From now on, shares have changed by this many points, for this many hubs.
    HubFiguresBuilder changed(String points, String lower, String upper, String word, int hubs) {
        change = new Change(amount(points), amount(lower), amount(upper), word, hubs);
        return this;
    }

    /// A network's share with low reliability.
    HubFiguresBuilder unsureNetwork(String indicator, int x, int n) {
        results.add(wilson("Total", indicator, year, "Total", "Total", x, n, Symbol.U, ""));
        return this;
    }

    /// The hub's own share, with Wilson limits, beside its network's.
    HubFiguresBuilder share(String indicator, int x, int n, int networkX, int networkN, String comparison) {
        return share(indicator, year, "Total", "Total", x, n, networkX, networkN, comparison);
    }

    HubFiguresBuilder share(
            String indicator,
            int period,
            String phase,
            String breakdown,
            int x,
            int n,
            int networkX,
            int networkN,
            String comparison) {
        results.add(wilson("H1", indicator, period, phase, breakdown, x, n, null, comparison));
        results.add(wilson("Total", indicator, period, phase, breakdown, networkX, networkN, null, ""));
        return this;
    }

    HubFiguresBuilder unsure(String indicator, int x, int n) {
        results.add(wilson("H1", indicator, year, "Total", "Total", x, n, Symbol.U, "similar"));
        return this;
    }

    HubFiguresBuilder points(
            String indicator, String value, String lower, String upper, int n, String networkValue, String comparison) {
        results.add(new Result(
                year,
                network,
                "H1",
                name,
                "Total",
                "Total",
                "",
                indicator,
                withheld(Symbol.Z),
                withheld(Symbol.Z),
                amount(n),
                amount(value),
                amount(lower),
                amount(upper),
                null,
                comparison,
                Change.NONE,
                null,
                1));
        results.add(new Result(
                year,
                network,
                "Total",
                "Total",
                "Total",
                "Total",
                "",
                indicator,
                withheld(Symbol.Z),
                withheld(Symbol.Z),
                amount(n * 20),
                amount(networkValue),
                withheld(Symbol.Z),
                withheld(Symbol.Z),
                null,
                "",
                Change.NONE,
                null,
                1));
        return this;
    }

    HubFiguresBuilder withheld(String indicator, Symbol symbol) {
        Quantity none = new Quantity.SymbolOnly(symbol);
        results.add(new Result(
                year,
                network,
                "H1",
                name,
                "Total",
                "Total",
                "",
                indicator,
                none,
                none,
                none,
                none,
                none,
                none,
                symbol,
                "not compared",
                Change.NONE,
                null,
                1));
        return this;
    }

    /// Only counts, of a number too small for a percentage.
    HubFiguresBuilder counts(String indicator, int x, int n) {
        Quantity none = new Quantity.SymbolOnly(Symbol.X);
        results.add(new Result(
                year,
                network,
                "H1",
                name,
                "Total",
                "Total",
                "",
                indicator,
                amount(x),
                amount(n),
                amount(n),
                none,
                none,
                none,
                Symbol.X,
                "not compared",
                Change.NONE,
                null,
                1));
        return this;
    }

    /// A spread of this many unnamed hubs around a centre, this hub among them.
    HubFiguresBuilder spread(String indicator, int hubs, double centre, double width, int size) {
        Random random = new Random(indicator.hashCode());
        List<Spread.Point> points = new ArrayList<>();
        for (int i = 0; i < hubs; i++) {
            BigDecimal n = amount(40 + random.nextInt(size)).value();
            points.add(new Spread.Point(
                    n, n, rounded(centre + width * (random.nextDouble() + random.nextDouble() - 1)), true));
        }
        List<BigDecimal> sorted =
                points.stream().map(Spread.Point::value).sorted().toList();
        spreads.add(new Spread(
                year,
                "Total",
                "Total",
                indicator,
                hubs,
                sorted.get(0),
                sorted.get(hubs / 4),
                sorted.get(hubs / 2),
                sorted.get(3 * hubs / 4),
                sorted.get(hubs - 1),
                centre,
                0.0008,
                points));
        return this;
    }

    HubFiguresBuilder row(String table, Object... pairs) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) if (pairs[i + 1] != null) row.put(pairs[i].toString(), pairs[i + 1]);
        tables.computeIfAbsent(table, name -> new ArrayList<>()).add(row);
        return this;
    }

    /// The same figures as a whole network's: its own rows only, under its own name.
    HubFigures network() {
        return new HubFigures(
                network,
                "Total",
                network,
                List.of(),
                year,
                results.stream().filter(Result::isNetwork).toList(),
                List.copyOf(spreads),
                List.copyOf(definitions.values()),
                Map.copyOf(tables));
    }

    HubFigures figures() {
        return new HubFigures(
                network,
                "H1",
                name,
                aliases,
                year,
                List.copyOf(results),
                List.copyOf(spreads),
                List.copyOf(definitions.values()),
                Map.copyOf(tables));
    }

    private Result wilson(
            String hub,
            String indicator,
            int period,
            String phase,
            String breakdown,
            int x,
            int n,
            Symbol symbol,
            String comparison) {
        double centre = (2.0 * x + Z * Z) / (2 * (n + Z * Z));
        double half = Z * Math.sqrt(Z * Z + 4.0 * x * (1 - (double) x / n)) / (2 * (n + Z * Z));
        return new Result(
                period,
                network,
                hub,
                hub.equals("Total") ? "Total" : name,
                phase,
                breakdown,
                "",
                indicator,
                amount(x),
                amount(n),
                amount(n),
                new Quantity.Amount(rounded(100.0 * x / n)),
                new Quantity.Amount(rounded(100 * (centre - half))),
                new Quantity.Amount(rounded(100 * (centre + half))),
                symbol,
                comparison,
                change,
                hub.equals("Total") ? coverage : null,
                1);
    }

    private static Quantity withheld(Symbol symbol) {
        return new Quantity.SymbolOnly(symbol);
    }

    private static Quantity.Amount amount(Object number) {
        return new Quantity.Amount(new BigDecimal(number.toString()));
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
    }
}
