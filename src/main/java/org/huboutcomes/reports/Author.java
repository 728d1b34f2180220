package org.huboutcomes.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.publish.Definition;
import org.huboutcomes.publish.Symbol;
import org.huboutcomes.reports.paper.Block;

/// Writes one hub's report: takes the plan item by item and gives the blocks to be printed.
final class Author {

    private final Plan plan;
    private final SentenceBank bank;
    private final Figures figures;
    private final List<Block> blocks = new ArrayList<>();

    Author(Plan plan, SentenceBank bank, Figures figures) {
        this.plan = plan;
        this.bank = bank;
        this.figures = figures;
    }

    List<Block> write() {
        for (Plan.Page page : plan.pages()) {
            blocks.add(new Block.Title(page.title(), said(page.question())));
            page.items().forEach(this::write);
        }
        return blocks;
    }

    private void write(Plan.Item item) {
        switch (item.kind()) {
            case "text" -> blocks.add(new Block.Paragraph(said(item.text())));
            case "heading" -> blocks.add(new Block.Heading(said(item.text())));
            case "say" -> say(item);
            case "cards" ->
                blocks.add(new Block.Cards(
                        item.items("outcomes").stream().map(this::card).toList()));
            case "chart" -> blocks.addAll(ChartKind.of(item.text()).draw(item, figures, bank));
            case "table" -> blocks.addAll(new Listing(item, figures).blocks());
            case "entries" -> entries(item);
            case "definitions" -> figures.all().definitions().forEach(this::define);
            case "symbols" ->
                Stream.of(Symbol.values())
                        .forEach(symbol -> blocks.add(new Block.Entry(symbol.code(), symbol.meaning())));
            default -> throw new CatalogueFault("report.yaml: there is no block \"" + item.kind() + "\".");
        }
    }

    /// The rows of a published table as terms and what stands under them.
    private void entries(Plan.Item item) {
        List<Map<String, Object>> rows = figures.rows(item.text());
        if (rows.isEmpty()) blocks.add(new Block.Callout(said(item.word("otherwise"))));
        for (Map<String, Object> row : rows)
            blocks.add(new Block.Entry(Row.text(row, item.word("term")), Row.text(row, item.word("meaning"))));
    }

    private String said(String wording) {
        return SentenceBank.filled(wording, Facts.of(figures));
    }

    /// The sentences that hold for these indicators, or the one that says that nothing stands out.
    private void say(Plan.Item item) {
        List<Reading> readings =
                item.list("indicators").stream().map(figures::read).toList();
        List<String> said = readings.stream()
                .map(reading -> Facts.of(figures, reading, reading.title()))
                .flatMap(facts -> bank.say(item.text(), facts).stream())
                .toList();
        Facts facts = Facts.of(figures)
                .flag("nothing", readings.stream().noneMatch(Reading::has))
                .flag("apart", readings.stream().noneMatch(Reading::isCompared));
        blocks.add(new Block.Paragraph(
                said.isEmpty() ? bank.title(item.text() + " otherwise", facts) : String.join(" ", said)));
    }

    private Block.Card card(Plan.Item item) {
        Reading reading = figures.read(item.word("indicator"));
        Facts facts = Facts.of(figures, reading, item.word("subject"));
        return new Block.Card(
                item.text(),
                Evidence.of(reading).words(),
                reading.title(),
                reading.printed(),
                reading.has() ? "Limits " + reading.limits() : "No figure",
                reading.has() ? reading.count() : "No count",
                reading.change().map(change -> change + " on last year").orElse("No figure for last year"),
                figures.isNetwork()
                        ? figures.word("median") + " " + Tables.median(reading)
                        : figures.word("network") + " " + reading.networkPrinted(),
                bank.title("card", facts));
    }

    private void define(Definition definition) {
        blocks.add(new Block.Subheading(definition.title()));
        for (Map.Entry<String, String> part : parts(definition))
            if (!part.getValue().isBlank() && !part.getValue().equals("none"))
                blocks.add(new Block.Entry(part.getKey(), part.getValue()));
    }

    private String method(Definition definition) {
        String interval =
                bank.say("interval " + definition.interval(), Facts.of(figures)).orElse("");
        return (interval + " Version " + definition.version() + ", reviewed " + definition.reviewed() + ".").strip();
    }

    private List<Map.Entry<String, String>> parts(Definition definition) {
        return List.of(
                Map.entry("Question", definition.question()),
                Map.entry("Numerator", definition.numerator()),
                Map.entry("Denominator", definition.denominator()),
                Map.entry("Source", definition.source()),
                Map.entry("Method", method(definition)));
    }
}
