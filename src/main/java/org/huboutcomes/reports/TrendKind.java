package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huboutcomes.publish.Result;
import org.huboutcomes.reports.chart.Mark;
import org.huboutcomes.reports.chart.TrendChart;
import org.huboutcomes.reports.paper.Block;
import org.jspecify.annotations.Nullable;

/// One indicator by academic year.
final class TrendKind implements ChartKind {

    private static final int MOST_YEARS = 8;

    @Override
    public List<Block> draw(Plan.Item item, Figures figures, SentenceBank bank) {
        String indicator = item.list("indicators").get(0);
        List<Integer> all = figures.years();
        // As many as stand beside each other on paper; the data pack has the years before.
        List<Reading> readings = all.subList(Math.max(0, all.size() - MOST_YEARS), all.size()).stream()
                .map(year -> figures.read(indicator, Result.TOTAL, Result.TOTAL, year))
                .toList();
        Reading latest = figures.read(indicator);
        Facts facts = Facts.of(figures, latest, item.word("subject", latest.title()));
        if (readings.stream().noneMatch(Reading::has)) return List.of(new Block.Callout(bank.title("missing", facts)));
        if (readings.stream().filter(Reading::has).count() < 2)
            return List.of(new Block.Callout(bank.title("one year", facts)));
        List<String> years =
                readings.stream().map(reading -> Words.year(reading.year())).toList();
        TrendChart chart = new TrendChart(
                latest.unit(),
                readings.stream()
                        .map(reading ->
                                new TrendChart.Year(Words.year(reading.year()), reading.mark(), reading.networkMark()))
                        .toList(),
                target(indicator, figures));
        String title = bank.title("title trend", facts);
        Optional<String> word = word(indicator, figures, facts, bank);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Series(
                title,
                chart,
                title + ". " + word.map(said -> said + " ").orElse("") + new Tables(figures).told(years, readings),
                new Tables(figures).series(item.word("title"), "Academic year", years, readings),
                bank.title("source", facts)));
        word.ifPresent(said -> blocks.add(new Block.Paragraph(said)));
        return blocks;
    }

    /// What can be said of all its years together; nothing where they are too few.
    private static Optional<String> word(String indicator, Figures figures, Facts facts, SentenceBank bank) {
        return figures.rows("trend").stream()
                .filter(row -> indicator.equals(row.get("indicator")))
                .filter(row -> Result.TOTAL.equals(row.get("education_phase")))
                .filter(row -> Result.TOTAL.equals(row.get("breakdown")))
                .filter(row -> row.containsKey("trend"))
                .findFirst()
                .flatMap(row -> bank.say("trend", trend(facts, row)));
    }

    private static Facts trend(Facts facts, Map<String, Object> row) {
        String trend = Row.text(row, "trend");
        return facts.say("points", Row.text(row, "points"))
                .say("first_year", Words.year(Row.whole(row, "first_period")))
                .flag("rising", trend.equals("rising"))
                .flag("falling", trend.equals("falling"))
                .flag("unclear", trend.equals("no clear trend"));
    }

    private static @Nullable Mark target(String indicator, Figures figures) {
        return figures.rows("hub_target").stream()
                .filter(row -> indicator.equals(row.get("indicator")))
                .filter(row -> Result.TOTAL.equals(row.get("education_phase")))
                .map(row -> new BigDecimal(Row.text(row, "target_value")))
                .map(target -> new Mark(target.doubleValue(), null, null, Words.value(target, "percent")))
                .findFirst()
                .orElse(null);
    }
}
