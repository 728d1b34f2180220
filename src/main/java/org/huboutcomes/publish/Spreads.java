package org.huboutcomes.publish;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;

/// Reads the distributions over the hubs of a network, without hub names.
record Spreads(PublishedQuery query, Profile profile) {

    private record Key(int timePeriod, String educationPhase, String breakdown, String indicator) {
        static Key of(PublishedQuery.Row row) {
            return new Key(
                    row.whole("time_period"),
                    row.text("education_phase"),
                    row.text("breakdown"),
                    row.text("indicator"));
        }
    }

    private record KeyedPoint(Key key, Spread.Point point) {}

    /// In all years.
    List<Spread> of(String network) {
        Map<Key, List<Spread.Point>> points = points(network);
        return query.list(
                """
                select *
                from spread
                where profile = ? and network = ?
                order by time_period, indicator, education_phase, breakdown
                """, row -> spread(row, points.getOrDefault(Key.of(row), List.of())), profile.code(), network);
    }

    private Map<Key, List<Spread.Point>> points(String network) {
        return query
                .list(
                        "select * from spread_point where profile = ? and network = ? order by point",
                        row -> new KeyedPoint(
                                Key.of(row),
                                new Spread.Point(
                                        row.number("n"),
                                        row.number("effective_n"),
                                        row.number("value"),
                                        row.flag("is_plotted"))),
                        profile.code(),
                        network)
                .stream()
                .collect(groupingBy(KeyedPoint::key, mapping(KeyedPoint::point, toList())));
    }

    private static Spread spread(PublishedQuery.Row row, List<Spread.Point> points) {
        return new Spread(
                row.whole("time_period"),
                row.text("education_phase"),
                row.text("breakdown"),
                row.text("indicator"),
                row.whole("hubs"),
                row.number("lowest"),
                row.number("lower_quartile"),
                row.number("median"),
                row.number("upper_quartile"),
                row.number("highest"),
                row.textOrNull("centre") == null ? null : row.number("centre").doubleValue(),
                row.textOrNull("tau_squared") == null
                        ? null
                        : row.number("tau_squared").doubleValue(),
                points);
    }
}
