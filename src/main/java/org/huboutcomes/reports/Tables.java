package org.huboutcomes.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huboutcomes.reports.paper.Block;

/// The table that stands under a chart, and the words of its alternative text: the same figures, read and not seen.
final class Tables {

    private Tables() {}

    static Block.Table readings(String caption, List<Reading> readings) {
        return labelled(
                caption, "Indicator", readings.stream().map(Reading::title).toList(), readings);
    }

    static Block.Table labelled(String caption, String first, List<String> labels, List<Reading> readings) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            rows.add(List.of(
                    labels.get(i), reading.count(), reading.printed(), reading.limits(), reading.networkPrinted()));
        }
        return new Block.Table(caption, List.of(first, "Count", "This hub", "95% limits", "Network"), rows);
    }

    static String told(List<Reading> readings) {
        return told(readings.stream().map(Reading::title).toList(), readings);
    }

    static String told(List<String> labels, List<Reading> readings) {
        return IntStream.range(0, readings.size())
                .mapToObj(i -> labels.get(i) + ": this hub " + readings.get(i).printed() + ", network "
                        + readings.get(i).networkPrinted() + ".")
                .collect(Collectors.joining(" "));
    }
}
