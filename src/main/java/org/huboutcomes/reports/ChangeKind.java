package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huboutcomes.reports.chart.WaterfallStrips;
import org.huboutcomes.reports.paper.ReportBlock;
import org.huboutcomes.reports.paper.TableLayout;

/// How a number of schools changed to that of this year, from a published table of steps.
final class ChangeKind implements ChartKind {

    @Override
    public List<ReportBlock> draw(Plan.Item item, Figures figures, SentenceBank bank) {
        List<Map<String, Object>> rows = figures.rows(item.word("table"));
        if (rows.isEmpty())
            return List.of(new ReportBlock.Callout(bank.title("no change", ChartKind.missing(item, figures))));
        long gained =
                rows.stream().skip(1).mapToLong(row -> whole(row, "gained")).sum();
        long lost = rows.stream().mapToLong(row -> whole(row, "lost")).sum();
        long first = whole(rows.get(0), "level");
        long last = whole(rows.get(rows.size() - 1), "level");
        SentenceContext facts = SentenceContext.of(figures)
                .say("gained", number(gained))
                .say("lost", number(lost))
                .say("schools", number(last));
        String title = bank.title("title change", facts);
        String before = item.word("engaged") + " " + FigureFormat.year(figures.yearBefore());
        String now = item.word("engaged") + " " + FigureFormat.year(figures.year());
        List<List<String>> cells = new ArrayList<>();
        List<WaterfallStrips.Step> steps = new ArrayList<>();
        cells.add(List.of(before, number(first)));
        steps.add(new WaterfallStrips.Step(0, first, true));
        long level = first;
        for (Map<String, Object> row : rows.subList(1, rows.size())) {
            long change = whole(row, "gained") - whole(row, "lost");
            if (change == 0) continue;
            cells.add(List.of(PublishedRow.text(row, "step"), FigureFormat.signed(BigDecimal.valueOf(change), 0)));
            steps.add(new WaterfallStrips.Step(level, level + change, false));
            level += change;
        }
        cells.add(List.of(now, number(last)));
        steps.add(new WaterfallStrips.Step(0, last, true));
        ReportBlock.Table table = new ReportBlock.Table(
                item.word("title"), TableLayout.PLOT, List.of(item.word("first"), item.word("schools")), cells);
        return List.of(new ReportBlock.Plot(
                title,
                new WaterfallStrips(item.word("engaged"), steps),
                ChartKind.alt(title),
                table,
                bank.title("source change", facts)));
    }

    private static long whole(Map<String, Object> row, String column) {
        return PublishedRow.whole(row, column);
    }

    private static String number(long count) {
        return FigureFormat.value(BigDecimal.valueOf(count), "count");
    }
}
