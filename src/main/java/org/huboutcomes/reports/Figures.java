package org.huboutcomes.reports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huboutcomes.publish.Definition;
import org.huboutcomes.publish.HubFigures;
import org.huboutcomes.publish.Result;
import org.huboutcomes.publish.Spread;
import org.huboutcomes.reports.chart.ChartStyle;
import org.jspecify.annotations.Nullable;

/// A hub's figures, found by indicator, year, phase and breakdown.
final class Figures {

    private record Key(boolean network, String indicator, int year, String phase, String breakdown) {}

    private static final String MISSING_RETURNS = "missing_return";

    private final HubFigures all;
    private final ChartStyle look;
    private final String profile;
    private final int fewAnswers;
    private final Map<Key, Result> results;
    private final Map<Key, Spread> spreads = new HashMap<>();
    private final Map<String, Definition> definitions;

    /// @param fewAnswers a survey with fewer answers than this is a small sample
    Figures(HubFigures all, ChartStyle look, String profile, int fewAnswers) {
        this.all = all;
        this.look = look;
        this.profile = profile;
        this.fewAnswers = fewAnswers;
        results = all.results().stream().collect(Collectors.toMap(Figures::key, result -> result));
        for (Spread spread : all.spreads())
            spreads.put(
                    new Key(true, spread.indicator(), spread.timePeriod(), spread.educationPhase(), spread.breakdown()),
                    spread);
        definitions = all.definitions().stream().collect(Collectors.toMap(Definition::indicator, one -> one));
    }

    HubFigures all() {
        return all;
    }

    /// Whether they are a whole network's, which is not compared with another.
    boolean isNetwork() {
        return all.isNetwork();
    }

    /// The highest number of open hubs behind any of the network's figures of the year; 0 if there is none.
    int openHubs() {
        return all.results().stream()
                .filter(result -> result.isNetwork() && result.timePeriod() == year() && result.coverage() != null)
                .mapToInt(result ->
                        result.coverage() == null ? 0 : result.coverage().open())
                .max()
                .orElse(0);
    }

    /// The readers of the report.
    String profile() {
        return profile;
    }

    /// Whether they are a hub's in its own edition, which lists its missing returns.
    boolean isHubsOwn() {
        return !isNetwork() && profile.equals("restricted");
    }

    /// Whether a table without rows is empty because this edition may not print it. Readers of a public report
    /// cannot distinguish that from a missing return, so nothing is said about it.
    boolean withholds(String table) {
        return !table.isEmpty()
                && profile.equals("public")
                && rowsOfAllYears(table).isEmpty();
    }

    /// A word of charts and tables, as used in this report.
    String word(String key) {
        return look.word(key);
    }

    int year() {
        return all.timePeriod();
    }

    int yearBefore() {
        return all.timePeriod() - 101;
    }

    /// The years that have any result, up to the year of the report.
    List<Integer> years() {
        TreeSet<Integer> years =
                all.results().stream().map(Result::timePeriod).collect(Collectors.toCollection(TreeSet::new));
        return List.copyOf(years.headSet(year(), true));
    }

    Optional<Definition> definition(String indicator) {
        return Optional.ofNullable(definitions.get(indicator));
    }

    FigureInContext read(String indicator) {
        return read(indicator, Result.TOTAL, Result.TOTAL, year());
    }

    FigureInContext read(String indicator, String phase, String breakdown, int year) {
        return new FigureInContext(
                definition(indicator).orElseGet(() -> undefined(indicator)),
                year,
                find(isNetwork(), indicator, year, phase, breakdown),
                isNetwork() ? null : enough(find(true, indicator, year, phase, breakdown)),
                find(isNetwork(), indicator, year - 101, phase, breakdown),
                spreads.get(new Key(true, indicator, year, phase, breakdown)),
                fewAnswers);
    }

    /// A hub's report prints a network's figure only if it has at least three hubs: with two, each could work out
    /// the other's.
    private static @Nullable Result enough(@Nullable Result network) {
        return network == null
                        || network.coverage() == null
                        || network.coverage().isOfEnoughHubs()
                ? network
                : null;
    }

    /// The returns that an indicator needs and that were not received, such as "School engagement 2021/22".
    List<String> missingReturns(String indicator) {
        return rows(MISSING_RETURNS).stream()
                .filter(row -> indicator.equals(row.get("indicator")))
                .map(row -> PublishedRow.text(row, "return_name") + " "
                        + FigureFormat.year(PublishedRow.whole(row, "needed_period")))
                .toList();
    }

    /// This hub's rows of another published table for the year of the report; none if the table was not published.
    List<Map<String, Object>> rows(String table) {
        return rowsOfAllYears(table).stream()
                .filter(row -> is(row, "time_period", Integer.toString(year())))
                .toList();
    }

    List<Map<String, Object>> rowsOfAllYears(String table) {
        return all.tables().getOrDefault(table, List.of()).stream()
                .filter(row -> is(row, "hub", all.hub()))
                .toList();
    }

    /// Without this column, the table is already about one hub or year.
    private static boolean is(Map<String, Object> row, String column, String wanted) {
        return !row.containsKey(column) || wanted.equals(String.valueOf(row.get(column)));
    }

    private @Nullable Result find(boolean network, String indicator, int year, String phase, String breakdown) {
        return results.get(new Key(network, indicator, year, phase, breakdown));
    }

    private static Key key(Result result) {
        return new Key(
                result.isNetwork(),
                result.indicator(),
                result.timePeriod(),
                result.educationPhase(),
                result.breakdown());
    }

    private static Definition undefined(String indicator) {
        String name = indicator.replace('_', ' ');
        return new Definition(indicator, "", name, "", "", "", "", "percent", "", "", "", "", "", 0, "");
    }
}
