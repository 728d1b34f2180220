package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huboutcomes.publish.Result;
import org.huboutcomes.reports.chart.ChartMark;
import org.huboutcomes.reports.chart.TrendChart;
import org.huboutcomes.reports.paper.ReportBlock;
import org.jspecify.annotations.Nullable;

/// One indicator by academic year.
final class TrendKind implements ChartKind {

    private static final int MOST_YEARS = 8;

    @Override
    public List<ReportBlock> draw(Plan.Item item, Figures figures, SentenceBank bank) {
        String indicator = item.list("indicators").get(0);
        List<Integer> all = figures.years();
        // As many as fit side by side on paper; the data pack has the earlier years.
        List<FigureInContext> readings = all.subList(Math.max(0, all.size() - MOST_YEARS), all.size()).stream()
                .map(year -> figures.read(indicator, Result.TOTAL, Result.TOTAL, year))
                .toList();
        FigureInContext latest = figures.read(indicator);
        SentenceContext facts = SentenceContext.of(figures, latest, item.word("subject", latest.title()));
        if (readings.stream().noneMatch(FigureInContext::has))
            return List.of(new ReportBlock.Callout(bank.title("missing", facts)));
        if (!latest.has()) latest(readings, facts);
        if (readings.stream().filter(FigureInContext::has).count() < 2)
            return List.of(new ReportBlock.Callout(bank.title("one year", facts)));
        List<String> years = readings.stream()
                .map(reading -> FigureFormat.year(reading.year()))
                .toList();
        TrendChart chart = new TrendChart(
                latest.unit(),
                readings.stream()
                        .map(reading -> new TrendChart.Year(
                                FigureFormat.year(reading.year()),
                                reading.mark(),
                                reading.networkMark(),
                                isChanged(item, figures, reading.year())))
                        .toList(),
                target(indicator, figures));
        String title = bank.title("title trend", facts);
        Optional<String> word = word(indicator, figures, facts, bank);
        List<ReportBlock> blocks = new ArrayList<>();
        blocks.add(new ReportBlock.Series(
                title,
                chart,
                ChartKind.alt(title),
                new ChartTables(figures).series(item.word("title"), "Academic year", years, readings),
                ""));
        word.ifPresent(said -> blocks.add(new ReportBlock.Paragraph(said)));
        return blocks;
    }

    /// The last year with a value, if the report's year has none.
    private static void latest(List<FigureInContext> readings, SentenceContext facts) {
        readings.stream()
                .filter(FigureInContext::has)
                .reduce((before, after) -> after)
                .ifPresent(last -> facts.say("latest", FigureFormat.year(last.year()))
                        .say("at_last", last.said())
                        .say("known", last.count())
                        .flag("latest", true));
    }

    /// What can be said about all its years; nothing if there are too few.
    private static Optional<String> word(String indicator, Figures figures, SentenceContext facts, SentenceBank bank) {
        return figures.rows("trend").stream()
                .filter(row -> indicator.equals(row.get("indicator")))
                .filter(row -> Result.TOTAL.equals(row.get("education_phase")))
                .filter(row -> Result.TOTAL.equals(row.get("breakdown")))
                .filter(row -> row.containsKey("trend"))
                .findFirst()
                .flatMap(row -> bank.say("trend", trend(facts, row)));
    }

    private static SentenceContext trend(SentenceContext facts, Map<String, Object> row) {
        String trend = PublishedRow.text(row, "trend");
        return facts.say("points", PublishedRow.text(row, "points"))
                .say("first_year", FigureFormat.year(PublishedRow.whole(row, "first_period")))
                .flag("rising", trend.equals("rising"))
                .flag("falling", trend.equals("falling"))
                .flag("unclear", trend.equals("no clear trend"));
    }

    /// Whether the table that `changes` names has a row of the year in which something joined or left.
    private static boolean isChanged(Plan.Item item, Figures figures, int year) {
        if (item.keys().find("changes") == null) return false;
        Map<String, Object> changed = item.keys().keys("changed").map();
        return figures.rowsOfAllYears(item.word("changes")).stream()
                .filter(row -> Integer.toString(year).equals(String.valueOf(row.get("time_period"))))
                .anyMatch(row -> changed.entrySet().stream().anyMatch(one -> PublishedRow.is(row, one)));
    }

    private static @Nullable ChartMark target(String indicator, Figures figures) {
        return figures.rows("hub_target").stream()
                .filter(row -> indicator.equals(row.get("indicator")))
                .filter(row -> Result.TOTAL.equals(row.get("education_phase")))
                .map(row -> new BigDecimal(PublishedRow.text(row, "target_value")))
                .map(target -> new ChartMark(target.doubleValue(), null, null, FigureFormat.value(target, "percent")))
                .findFirst()
                .orElse(null);
    }
}
