package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.huboutcomes.reports.chart.ChartMark;
import org.huboutcomes.reports.chart.HubStrips;
import org.huboutcomes.reports.chart.NetworkComparison;
import org.huboutcomes.reports.paper.ReportBlock;
import org.huboutcomes.reports.paper.TableLayout;
import org.jspecify.annotations.Nullable;

/// One row for each hub of a network, in alphabetical order, with several figures and their limits.
final class HubsKind implements ChartKind {

    @Override
    public List<ReportBlock> draw(Plan.Item item, Figures figures, SentenceBank bank) {
        List<String> indicators = item.list("indicators");
        Map<String, Map<String, Map<String, Object>>> hubs =
                new TreeMap<>(Comparator.comparing(String::toString, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Comparator.naturalOrder()));
        for (Map<String, Object> row : figures.rows(item.word("table")))
            if (indicators.contains(PublishedRow.text(row, "indicator")))
                hubs.computeIfAbsent(PublishedRow.text(row, "hub_name"), name -> new HashMap<>())
                        .put(PublishedRow.text(row, "indicator"), row);
        if (hubs.isEmpty()) return List.of();
        List<@Nullable Double> network = new ArrayList<>();
        for (String indicator : indicators) {
            FigureInContext reading = figures.read(indicator);
            network.add(reading.has() ? reading.amount().doubleValue() : null);
        }
        List<List<String>> cells = new ArrayList<>();
        List<List<@Nullable ChartMark>> marks = new ArrayList<>();
        Set<String> apart = new HashSet<>();
        boolean isCompared = hubs.values().stream()
                .flatMap(row -> row.values().stream())
                .anyMatch(row -> List.of("higher", "lower", "similar").contains(String.valueOf(row.get("comparison"))));
        hubs.forEach((name, row) -> {
            List<String> line = new ArrayList<>(List.of(name));
            List<@Nullable ChartMark> drawn = new ArrayList<>();
            for (String indicator : indicators) {
                Map<String, Object> one = row.getOrDefault(indicator, Map.of());
                ChartMark mark = mark(one, figures.read(indicator).definition().unit());
                String comparison = String.valueOf(one.get("comparison"));
                if (comparison.equals("higher") || comparison.equals("lower")) apart.add(name);
                drawn.add(mark);
                line.add(
                        mark == null
                                ? count(one)
                                : NetworkComparison.of(comparison).before(mark.printed(), figures::word));
            }
            cells.add(line);
            marks.add(drawn);
        });
        SentenceContext facts = SentenceContext.of(figures)
                .say("subject", item.word("subject"))
                .say("hubs", Integer.toString(hubs.size()))
                .say("outside", apart.isEmpty() ? "none" : Integer.toString(apart.size()))
                .flag("apart", !isCompared);
        String title = bank.title("title hubs", facts);
        List<String> heads = new ArrayList<>(List.of(item.word("first")));
        heads.addAll(item.list("heads"));
        return List.of(new ReportBlock.Plot(
                title,
                new HubStrips(network, marks),
                ChartKind.alt(title),
                new ReportBlock.Table(item.word("title"), TableLayout.HUBS, heads, cells),
                bank.title("source hubs", facts)));
    }

    private static @Nullable ChartMark mark(Map<String, Object> row, String unit) {
        if (row.get("value") == null) return null;
        BigDecimal value = new BigDecimal(row.get("value").toString());
        return new ChartMark(
                value.doubleValue(),
                number(row, "value_lower_ci"),
                number(row, "value_upper_ci"),
                FigureFormat.value(value, unit));
    }

    /// A small group is printed as its counts.
    private static String count(Map<String, Object> row) {
        if (row.get("numerator") == null || row.get("denominator") == null)
            return String.valueOf(row.getOrDefault("symbol", "")).replace("null", "");
        return FigureFormat.value(new BigDecimal(row.get("numerator").toString()), "count") + " of "
                + FigureFormat.value(new BigDecimal(row.get("denominator").toString()), "count");
    }

    private static @Nullable Double number(Map<String, Object> row, String column) {
        return row.get(column) == null ? null : Double.valueOf(row.get(column).toString());
    }
}
