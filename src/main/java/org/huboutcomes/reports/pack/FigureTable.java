package org.huboutcomes.reports.pack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.huboutcomes.publish.Definition;
import org.huboutcomes.publish.HubFigures;
import org.huboutcomes.publish.Quantity;
import org.huboutcomes.publish.Result;
import org.huboutcomes.publish.Symbol;
import org.jspecify.annotations.Nullable;

/// All figures of a hub up to its year, each with its count, its limits, its network's figure and its parts.
final class FigureTable {

    /// One figure with its context.
    private record Line(
            Result result,
            @Nullable Result network,
            @Nullable Definition definition) {

        Object defined(Function<Definition, String> part) {
            return definition == null ? "" : part.apply(definition);
        }

        /// The parts of a count. They do not apply to a score.
        Object counted(Function<Definition, String> part) {
            return definition == null || definition.isShare() ? defined(part) : Symbol.Z.code();
        }

        Object ofNetwork(Function<Result, Quantity> part) {
            if (network == null) return "";
            return isOfEnoughHubs(network) ? cell(part.apply(network)) : Symbol.C.code();
        }

        /// With two hubs, each could work out the other's figure. A network's own pack has it in full.
        private boolean isOfEnoughHubs(Result network) {
            return result.isNetwork()
                    || network.coverage() == null
                    || network.coverage().isOfEnoughHubs();
        }
    }

    private record Part(Column column, Function<Line, Object> cell) {}

    private static final List<Part> PARTS = List.of(
            text("Academic year", "time_period", line -> year(line.result().timePeriod())),
            csvOnly("network", line -> line.result().network()),
            csvOnly("hub", line -> line.result().hub()),
            csvOnly("hub_name", line -> line.result().hubName()),
            csvOnly("outcome", line -> line.result().outcome()),
            new Part(
                    Column.workbookOnly("Outcome"),
                    line -> outcome(line.result().outcome())),
            csvOnly("indicator", line -> line.result().indicator()),
            text("Figure", "title", line -> line.defined(Definition::title)),
            text("Phase", "education_phase", line -> line.result().educationPhase()),
            text("Breakdown", "breakdown", line -> line.result().breakdown()),
            text("Unit", "unit", line -> line.defined(Definition::unit)),
            value("Value", "value", line -> cell(line.result().value())),
            value(
                    "Lower 95% limit",
                    "value_lower_ci", line -> cell(line.result().lower())),
            value(
                    "Upper 95% limit",
                    "value_upper_ci", line -> cell(line.result().upper())),
            count("Numerator", "numerator", line -> cell(line.result().numerator())),
            count("Denominator", "denominator", line -> cell(line.result().denominator())),
            count("Number of cases", "n", line -> cell(line.result().n())),
            text("Symbol", "symbol", line -> symbol(line.result())),
            text(
                    "Compared with the network",
                    "comparison",
                    line -> line.result().comparison()),
            value("Network value", "network_value", line -> line.ofNetwork(Result::value)),
            count("Network cases", "network_n", line -> line.ofNetwork(Result::n)),
            csvOnly("numerator_counts", line -> line.counted(Definition::numerator)),
            csvOnly("denominator_counts", line -> line.counted(Definition::denominator)),
            count(
                    "Version of the definition",
                    "definition_version",
                    line -> line.result().definitionVersion()));

    private FigureTable() {}

    static PackTable of(HubFigures figures) {
        Map<String, Result> networks = new HashMap<>();
        figures.results().stream().filter(Result::isNetwork).forEach(result -> networks.put(key(result), result));
        Map<String, Definition> definitions = new HashMap<>();
        figures.definitions().forEach(definition -> definitions.put(definition.indicator(), definition));
        return new PackTable(
                "Figures",
                "Every figure, with its limits, its counts and the network beside it",
                PARTS.stream().map(Part::column).toList(),
                figures.results().stream()
                        .filter(result -> result.isNetwork() == figures.isNetwork())
                        .map(result -> new Line(result, networks.get(key(result)), definitions.get(result.indicator())))
                        .map(FigureTable::row)
                        .toList());
    }

    private static List<Object> row(Line line) {
        return PARTS.stream().map(part -> part.cell().apply(line)).toList();
    }

    private static String key(Result result) {
        return result.timePeriod() + "|" + result.indicator() + "|" + result.educationPhase() + "|"
                + result.breakdown();
    }

    static Object cell(Quantity quantity) {
        return quantity instanceof Quantity.Amount amount
                ? amount.value()
                : ((Quantity.SymbolOnly) quantity).symbol().code();
    }

    static String year(int timePeriod) {
        return timePeriod / 100 + "/" + Objects.toString(timePeriod % 100 + 100).substring(1);
    }

    private static String outcome(String outcome) {
        return outcome.isEmpty() ? "" : PackSheets.words(outcome);
    }

    private static String symbol(Result result) {
        return result.symbol() == null ? "" : result.symbol().code();
    }

    private static Part csvOnly(String name, Function<Line, Object> cell) {
        return new Part(Column.csvOnly(name), cell);
    }

    private static Part text(String heading, String name, Function<Line, Object> cell) {
        return new Part(Column.text(heading, name), cell);
    }

    private static Part count(String heading, String name, Function<Line, Object> cell) {
        return new Part(Column.count(heading, name), cell);
    }

    private static Part value(String heading, String name, Function<Line, Object> cell) {
        return new Part(Column.value(heading, name), cell);
    }
}
