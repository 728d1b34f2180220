package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.huboutcomes.publish.Symbol;
import org.huboutcomes.reports.chart.StagesChart;
import org.huboutcomes.reports.paper.ReportBlock;
import org.huboutcomes.reports.paper.TableLayout;
import org.jspecify.annotations.Nullable;

/// Schools by stage and academic year, from a published table of counts.
final class StagesKind implements ChartKind {

    // As many as fit side by side on paper; the data pack has the earlier years.
    private static final int MOST_YEARS = 8;

    @Override
    public List<ReportBlock> draw(Plan.Item item, Figures figures, SentenceBank bank) {
        String total = item.word("total");
        TreeMap<Integer, String> stages = new TreeMap<>();
        TreeMap<Integer, Map<String, Long>> years = new TreeMap<>();
        for (Map<String, Object> row : figures.rowsOfAllYears(item.word("table"))) {
            String stage = PublishedRow.text(row, "stage");
            if (!stage.equals(total)) stages.put(PublishedRow.whole(row, "stage_order"), stage);
            years.computeIfAbsent(PublishedRow.whole(row, "time_period"), year -> new TreeMap<>())
                    .put(stage, (long) PublishedRow.whole(row, "schools"));
        }
        TreeSet<Integer> known =
                new TreeSet<>(years.headMap(figures.year(), true).keySet());
        if (known.isEmpty())
            return List.of(new ReportBlock.Callout(bank.title("no stages", ChartKind.missing(item, figures))));
        List<String> names = List.copyOf(stages.values());
        // A year without a return keeps its column, because its neighbours are two years apart.
        List<Integer> shown =
                figures.years().stream().filter(year -> year >= known.first()).toList();
        List<StagesChart.Column> columns = shown.stream()
                .skip(Math.max(0, shown.size() - MOST_YEARS))
                .map(year -> column(year, names, total, years.get(year)))
                .toList();
        StagesChart.Column last = columns.stream()
                .filter(StagesChart.Column::isKnown)
                .reduce((before, after) -> after)
                .orElseThrow();
        SentenceContext facts = SentenceContext.of(figures)
                .say("schools", FigureFormat.value(BigDecimal.valueOf(last.total()), "count"))
                .say("latest", last.label())
                .say("last_stage", names.get(names.size() - 1))
                .say("at_last", printed(last.counts().get(names.size() - 1)));
        String title = bank.title("title stages", facts);
        ReportBlock.Table table = table(item.word("title"), names, columns);
        return List.of(new ReportBlock.Series(
                title,
                // Some hubs may have sent theirs, but too few for the network's counts.
                new StagesChart(names, columns, figures.isNetwork() ? "too few returns" : "no return"),
                ChartKind.alt(title),
                table,
                bank.title("source stages", facts)));
    }

    private static List<Long> counts(List<String> stages, Map<String, Long> found) {
        return stages.stream().map(stage -> found.getOrDefault(stage, 0L)).toList();
    }

    /// A school at two stages is counted at both, but once in the total, so the total is a separate row.
    private static StagesChart.Column column(
            int year, List<String> stages, String total, @Nullable Map<String, Long> found) {
        if (found == null) return new StagesChart.Column(FigureFormat.year(year), List.of(), 0);
        List<Long> counts = counts(stages, found);
        long all = counts.stream().mapToLong(Long::longValue).sum();
        return new StagesChart.Column(FigureFormat.year(year), counts, found.getOrDefault(total, all));
    }

    /// The last stage first, as in the columns above.
    private static ReportBlock.Table table(String caption, List<String> stages, List<StagesChart.Column> columns) {
        List<String> heads = new ArrayList<>(List.of("Academic year"));
        columns.forEach(column -> heads.add(column.label()));
        List<List<String>> rows = new ArrayList<>();
        for (int i = stages.size() - 1; i >= 0; i--) {
            int stage = i;
            rows.add(row(stages.get(i), columns, column -> column.counts().get(stage)));
        }
        rows.add(row("Schools", columns, StagesChart.Column::total));
        return new ReportBlock.Table(caption, TableLayout.SERIES, heads, rows);
    }

    private static List<String> row(
            String label, List<StagesChart.Column> columns, ToLongFunction<StagesChart.Column> count) {
        return Stream.concat(
                        Stream.of(label),
                        columns.stream()
                                .map(column -> column.isKnown() ? printed(count.applyAsLong(column)) : Symbol.X.code()))
                .toList();
    }

    private static String printed(long count) {
        return FigureFormat.value(BigDecimal.valueOf(count), "count");
    }
}
