package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huboutcomes.publish.Spread;
import org.huboutcomes.reports.chart.NetworkComparison;
import org.huboutcomes.reports.paper.ReportBlock;
import org.huboutcomes.reports.paper.TableLayout;

/// The table below a chart, and the words of its alternative text. A hub is shown beside its network, a network
/// beside the median of its hubs.
record ChartTables(Figures figures) {

    /// The figures of a plot, one row each. The network's column is left out if no row has a value in it.
    ReportBlock.Table plot(String caption, String first, List<String> labels, List<FigureInContext> readings) {
        boolean isWhole = figures.isNetwork();
        boolean hasNetwork = hasComparison(readings);
        boolean isPartial = isPartial(readings) && sharedCoverage(readings).isEmpty();
        boolean hasLimits = readings.stream().anyMatch(FigureInContext::hasLimits);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            FigureInContext reading = readings.get(i);
            List<String> row = new ArrayList<>(List.of(labels.get(i), reading.count(), marked(reading)));
            if (hasLimits) row.add(reading.limits());
            if (isPartial) row.add(reading.coverage());
            if (hasNetwork) row.add(isWhole ? half(reading) : reading.networkPrinted());
            rows.add(row);
        }
        List<String> heads = new ArrayList<>(List.of(first, figures.word("count"), figures.word("self")));
        if (hasLimits) heads.add(figures.word("limits"));
        if (isPartial) heads.add(figures.word("coverage"));
        if (hasNetwork) heads.add(figures.word(isWhole ? "middle half" : "network"));
        return new ReportBlock.Table(
                caption, isWhole && heads.size() > 4 ? TableLayout.RANGES : TableLayout.PLOT, heads, rows);
    }

    /// Whether some network figure is based on fewer hubs than were open: then each figure gives its number of
    /// hubs.
    static boolean isPartial(List<FigureInContext> readings) {
        return readings.stream().anyMatch(FigureInContext::isPartial);
    }

    /// Whether any has a comparison: a hub with its network, a network with the spread of its hubs.
    private boolean hasComparison(List<FigureInContext> readings) {
        return readings.stream()
                .anyMatch(reading -> figures.isNetwork() ? reading.spread() != null : reading.network() != null);
    }

    /// The number of hubs that all figures are based on; empty if it differs or they are not a network's.
    static String sharedCoverage(List<FigureInContext> readings) {
        List<String> coverages = readings.stream()
                .filter(FigureInContext::has)
                .map(FigureInContext::coverage)
                .distinct()
                .toList();
        return coverages.size() == 1 ? coverages.get(0) : "";
    }

    ReportBlock.Table plot(String caption, List<FigureInContext> readings) {
        return plot(caption, figures.word("indicator"), titles(readings), readings);
    }

    /// The figures of a series: one column for each label, one row for each measure.
    ReportBlock.Table series(String caption, String first, List<String> labels, List<FigureInContext> readings) {
        List<String> heads = new ArrayList<>(List.of(first));
        heads.addAll(labels);
        List<List<String>> rows = new ArrayList<>(List.of(
                row(figures.word("self row"), readings, FigureInContext::printed),
                row(figures.word(isBanded(readings) ? "limits row" : "limits"), readings, FigureInContext::limits),
                row(figures.word("count"), readings, FigureInContext::count)));
        if (isPartial(readings)) rows.add(row(figures.word("coverage"), readings, FigureInContext::coverage));
        if (figures.isNetwork() && hasComparison(readings)) {
            rows.add(row(figures.word("median half"), readings, ChartTables::medianAndHalf));
        } else if (hasComparison(readings))
            rows.add(row(figures.word("network row"), readings, FigureInContext::networkPrinted));
        // Each year is based on different hubs, and the lowest number would be true for one year only.
        if (readings.stream().anyMatch(FigureInContext::isNetworkPartial))
            rows.add(row(figures.word("network coverage"), readings, FigureInContext::networkCoverage));
        return new ReportBlock.Table(caption, TableLayout.SERIES, heads, rows);
    }

    /// Whether the limits of any two neighbouring years are drawn as a band.
    private static boolean isBanded(List<FigureInContext> readings) {
        return IntStream.range(1, readings.size())
                .anyMatch(
                        i -> readings.get(i).hasLimits() && readings.get(i - 1).hasLimits());
    }

    private static List<String> row(
            String label, List<FigureInContext> readings, Function<FigureInContext, String> told) {
        return Stream.concat(Stream.of(label), readings.stream().map(told)).toList();
    }

    /// The overview table: one close-set row for each indicator.
    ReportBlock.Table glance(String caption, List<FigureInContext> readings) {
        boolean isWhole = figures.isNetwork();
        boolean hasNetwork = hasComparison(readings);
        boolean isPartial = isPartial(readings);
        List<String> heads =
                new ArrayList<>(List.of(figures.word("indicator"), figures.word("count"), figures.word("self")));
        if (isPartial) heads.add(figures.word("coverage"));
        if (hasNetwork) heads.add(figures.word("beside"));
        return new ReportBlock.Table(
                caption,
                TableLayout.CLOSE,
                heads,
                readings.stream()
                        .map(reading -> {
                            List<String> row =
                                    new ArrayList<>(List.of(reading.title(), reading.count(), marked(reading)));
                            if (isPartial) row.add(reading.coverage());
                            if (hasNetwork) row.add(isWhole ? median(reading) : reading.networkPrinted());
                            return row;
                        })
                        .toList());
    }

    /// The value, with a mark before it if it clearly differs from the network.
    private String marked(FigureInContext reading) {
        return standing(reading).before(reading.printed(), figures::word);
    }

    static NetworkComparison standing(FigureInContext reading) {
        return NetworkComparison.of(reading.comparison());
    }

    static String median(FigureInContext reading) {
        Spread spread = reading.spread();
        return spread == null ? "" : value(reading, spread.median());
    }

    private static String medianAndHalf(FigureInContext reading) {
        return reading.spread() == null ? "" : median(reading) + " (" + half(reading) + ")";
    }

    static String half(FigureInContext reading) {
        Spread spread = reading.spread();
        return spread == null
                ? ""
                : value(reading, spread.lowerQuartile()) + " to " + value(reading, spread.upperQuartile());
    }

    private static String value(FigureInContext reading, BigDecimal value) {
        return FigureFormat.value(value, reading.definition().unit());
    }

    private static List<String> titles(List<FigureInContext> readings) {
        return readings.stream().map(FigureInContext::title).toList();
    }
}
