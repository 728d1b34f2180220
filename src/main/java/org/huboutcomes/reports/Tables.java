package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huboutcomes.publish.Spread;
import org.huboutcomes.reports.chart.Standing;
import org.huboutcomes.reports.paper.Block;
import org.huboutcomes.reports.paper.Layout;

/// The table that stands under a chart, and the words of its alternative text: the same figures, read and not seen.
/// A hub stands beside its network; a network has the middle of its hubs beside it.
record Tables(Figures figures) {

    /// The figures of a plot, a row for each.
    Block.Table plot(String caption, String first, List<String> labels, List<Reading> readings) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            List<String> row =
                    new ArrayList<>(List.of(labels.get(i), reading.count(), marked(reading), reading.limits()));
            row.add(figures.isNetwork() ? half(reading) : reading.networkPrinted());
            rows.add(row);
        }
        return new Block.Table(caption, figures.isNetwork() ? Layout.RANGES : Layout.PLOT, heads(first), rows);
    }

    Block.Table plot(String caption, List<Reading> readings) {
        return plot(caption, figures.word("indicator"), titles(readings), readings);
    }

    /// The figures of a series: a column for each of the labels, a row for each thing that is told of it.
    Block.Table series(String caption, String first, List<String> labels, List<Reading> readings) {
        List<String> heads = new ArrayList<>(List.of(first));
        heads.addAll(labels);
        List<List<String>> rows = new ArrayList<>(List.of(
                row(figures.word("self row"), readings, Reading::printed),
                row(figures.word("limits"), readings, Reading::limits),
                row(figures.word("count"), readings, Reading::count)));
        if (figures.isNetwork()) {
            rows.add(row(figures.word("median"), readings, Tables::median));
            rows.add(row(figures.word("middle half"), readings, Tables::half));
        } else rows.add(row(figures.word("network row"), readings, Reading::networkPrinted));
        return new Block.Table(caption, Layout.SERIES, heads, rows);
    }

    private static List<String> row(String label, List<Reading> readings, Function<Reading, String> told) {
        return Stream.concat(Stream.of(label), readings.stream().map(told)).toList();
    }

    /// What a glance shows: a row for each indicator, close together.
    Block.Table glance(String caption, List<Reading> readings) {
        return new Block.Table(
                caption,
                Layout.CLOSE,
                List.of(figures.word("indicator"), figures.word("count"), figures.word("self"), figures.word("beside")),
                readings.stream()
                        .map(reading -> List.of(
                                reading.title(),
                                reading.count(),
                                marked(reading),
                                figures.isNetwork() ? median(reading) : reading.networkPrinted()))
                        .toList());
    }

    /// The value, with a mark before it where it differs from the network beyond chance.
    private String marked(Reading reading) {
        return standing(reading).before(reading.printed(), figures::word);
    }

    static Standing standing(Reading reading) {
        return Standing.of(reading.comparison());
    }

    /// What a spine shows, in figures.
    Block.Table spreads(String caption, List<Reading> readings) {
        List<String> heads = List.of(
                figures.word("indicator"),
                figures.word("count"),
                figures.word("self"),
                figures.word("limits"),
                figures.word("beside"),
                figures.word("middle half"),
                figures.word("hubs"));
        List<List<String>> rows = readings.stream()
                .map(reading -> List.of(
                        reading.title(),
                        reading.count(),
                        reading.printed(),
                        reading.limits(),
                        figures.isNetwork() ? median(reading) : reading.networkPrinted(),
                        half(reading),
                        range(reading)))
                .toList();
        return new Block.Table(caption, Layout.FIGURES, heads, rows);
    }

    private List<String> heads(String first) {
        return List.of(
                first,
                figures.word("count"),
                figures.word("self"),
                figures.word("limits"),
                figures.word(figures.isNetwork() ? "middle half" : "network"));
    }

    String told(List<Reading> readings) {
        return told(titles(readings), readings);
    }

    String told(List<String> labels, List<Reading> readings) {
        return IntStream.range(0, readings.size())
                .mapToObj(i -> labels.get(i) + ": " + beside(readings.get(i)) + ".")
                .collect(Collectors.joining(" "));
    }

    private String beside(Reading reading) {
        String self = figures.word("self").toLowerCase(Locale.UK) + " " + reading.printed();
        return figures.isNetwork()
                ? self + ", " + figures.word("median").toLowerCase(Locale.UK) + " " + median(reading)
                : self + ", " + figures.word("network").toLowerCase(Locale.UK) + " " + reading.networkPrinted();
    }

    static String median(Reading reading) {
        Spread spread = reading.spread();
        return spread == null ? "" : value(reading, spread.median());
    }

    static String half(Reading reading) {
        Spread spread = reading.spread();
        return spread == null
                ? ""
                : value(reading, spread.lowerQuartile()) + " to " + value(reading, spread.upperQuartile());
    }

    static String range(Reading reading) {
        Spread spread = reading.spread();
        return spread == null ? "" : value(reading, spread.lowest()) + " to " + value(reading, spread.highest());
    }

    private static String value(Reading reading, BigDecimal value) {
        return Words.value(value, reading.definition().unit());
    }

    private static List<String> titles(List<Reading> readings) {
        return readings.stream().map(Reading::title).toList();
    }
}
