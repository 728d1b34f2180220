package org.huboutcomes.reports;

import java.util.List;
import java.util.Map;
import org.huboutcomes.reports.chart.DotMap;
import org.huboutcomes.reports.paper.ReportBlock;

/// A map of the groups of a chart: a dot for each row with a grid reference. Left out if fewer than three rows have
/// one.
final class MapKind implements ChartKind {

    private static final int FEWEST = 3;

    @Override
    public List<ReportBlock> draw(Plan.Item item, Figures figures, SentenceBank bank) {
        List<Map<String, Object>> rows = figures.rows(item.word("table")).stream()
                .filter(row -> row.get(item.word("part")) != null)
                .toList();
        List<DotMap.MapPoint> places = rows.stream()
                .filter(row -> row.get("easting") != null && row.get("northing") != null)
                .map(row -> new DotMap.MapPoint(
                        PublishedRow.whole(row, "easting"),
                        PublishedRow.whole(row, "northing"),
                        Boolean.TRUE.equals(row.get(item.word("part")))))
                .toList();
        if (places.size() < FEWEST) return List.of();
        long marked = places.stream().filter(DotMap.MapPoint::isMarked).count();
        SentenceContext facts = SentenceContext.of(figures)
                .say("groups", Integer.toString(places.size()))
                .say("rows", Integer.toString(rows.size() - places.size()))
                .say("shown", Long.toString(marked))
                .flag("cut", places.size() < rows.size());
        String title = bank.title("title map", facts);
        return List.of(new ReportBlock.Figure(
                title,
                new DotMap(item.word("marked"), item.word("others"), places),
                ChartKind.alt(title),
                bank.title("source map", facts)));
    }
}
