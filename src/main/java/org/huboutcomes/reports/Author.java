package org.huboutcomes.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.publish.Definition;
import org.huboutcomes.publish.Result;
import org.huboutcomes.publish.Symbol;
import org.huboutcomes.reports.paper.Block;
import org.huboutcomes.reports.paper.Layout;

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
            if (!page.isWanted(figures)) continue;
            blocks.add(new Block.Title(page.title(), said(page.question()), page.isOpening(figures)));
            page.items().forEach(this::write);
        }
        return withoutBareHeadings().stream().flatMap(SymbolNotes::explained).toList();
    }

    /// A heading whose blocks were all left out goes with them; why there is nothing is said once under a heading.
    private List<Block> withoutBareHeadings() {
        List<Block> kept = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            boolean isBare = blocks.get(i) instanceof Block.Heading
                    && (i + 1 == blocks.size()
                            || blocks.get(i + 1) instanceof Block.Heading
                            || blocks.get(i + 1) instanceof Block.Title);
            boolean isSaid = i > 0
                    && blocks.get(i) instanceof Block.Callout
                    && blocks.get(i).equals(blocks.get(i - 1));
            if (!isBare && !isSaid) kept.add(blocks.get(i));
        }
        return kept;
    }

    private void write(Plan.Item item) {
        if (!item.isWanted(figures)) return;
        switch (item.kind()) {
            case "text" -> blocks.add(new Block.Paragraph(said(item.text())));
            case "heading" -> blocks.add(new Block.Heading(said(item.text())));
            case "say" -> say(item);
            case "tell" -> tell(item);
            case "cards" ->
                blocks.add(new Block.Cards(
                        item.items("outcomes").stream().map(this::card).toList()));
            case "chart" -> blocks.addAll(ChartKind.of(item.text()).draw(item, figures, bank));
            case "table" -> blocks.addAll(new Listing(item, figures).blocks());
            case "entries" -> entries(item);
            case "spreads" ->
                blocks.add(new Tables(figures)
                        .spreads(
                                said(item.text()),
                                item.list("indicators").stream()
                                        .map(figures::read)
                                        .toList()));
            case "text_of" ->
                new Listing(item, figures)
                        .rows()
                        .forEach(row -> blocks.add(new Block.Paragraph(Row.text(row, item.word("from")))));
            case "list" -> list(item);
            case "consistency" -> blocks.add(consistency(item));
            case "definitions" -> blocks.add(definitions(item));
            case "symbols" ->
                Stream.of(Symbol.values())
                        .forEach(symbol -> blocks.add(new Block.Entry(symbol.code(), symbol.meaning())));
            default -> throw new CatalogueFault("report.yaml: there is no block \"" + item.kind() + "\".");
        }
    }

    /// The rows of a published table as terms and what stands under them.
    private void entries(Plan.Item item) {
        for (Map<String, Object> row : new Listing(item, figures).rows())
            blocks.add(new Block.Entry(Row.text(row, item.word("term")), Row.text(row, item.word("meaning"))));
    }

    /// The rows of a published table in one running sentence: short things that are many.
    private void list(Plan.Item item) {
        List<Map<String, Object>> rows = figures.rows(item.text());
        if (rows.isEmpty()) return;
        Listing listing = new Listing(item, figures);
        Facts facts = Facts.of(figures).say("rows", Integer.toString(rows.size()));
        String each =
                rows.stream().map(row -> listing.said(item.word("each"), row)).collect(Collectors.joining("; "));
        blocks.add(new Block.Paragraph(SentenceBank.filled(item.word("lead"), facts) + " " + each + "."));
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

    /// The sentence that holds for the one row of a table, whose columns it may use: what is true or false in it is a
    /// flag, and `untold` that there is no row.
    private void tell(Plan.Item item) {
        Facts facts = Facts.of(figures)
                .flag("untold", figures.rows(item.word("table")).isEmpty());
        Listing listing = new Listing(item, figures);
        for (Map<String, Object> row : figures.rows(item.word("table")))
            row.forEach((column, cell) -> {
                if (cell instanceof Boolean holds) facts.flag(column, holds);
                else facts.say(column, listing.said("{" + column + "}", row));
            });
        blocks.add(new Block.Paragraph(bank.title(item.text(), facts)));
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

    /// An indicator whose breakdowns are other indicators: where a further hub would be expected to stand.
    private Block consistency(Plan.Item item) {
        List<List<String>> rows = new ArrayList<>();
        for (String indicator : item.list("indicators")) {
            Reading between = figures.read(item.text(), Result.TOTAL, indicator, figures.year());
            Result found = figures.isNetwork() ? between.hub() : between.network();
            if (found == null || !found.value().isAmount()) continue;
            Reading own = figures.read(indicator);
            rows.add(List.of(
                    own.title(),
                    Words.count(found.n()),
                    Words.value(found.value(), own.definition().unit()),
                    Words.value(found.lower(), own.definition().unit()) + " to "
                            + Words.value(found.upper(), own.definition().unit()),
                    own.printed()));
        }
        if (rows.isEmpty()) return new Block.Callout(bank.title("no consistency", Facts.of(figures)));
        return new Block.Table(
                said(item.word("title")),
                List.of(
                        item.word("first"),
                        figures.word("hubs"),
                        figures.word("pooled"),
                        figures.word("expected"),
                        figures.word("self")),
                rows);
    }

    private Block definitions(Plan.Item item) {
        return new Block.Table(
                item.word("title"),
                Layout.GLOSSARY,
                item.list("columns"),
                figures.all().definitions().stream().map(this::defined).toList());
    }

    private List<String> defined(Definition definition) {
        boolean counted = !definition.denominator().equals("none");
        return List.of(
                definition.title(),
                counted
                        ? capital(definition.numerator()) + ", of " + definition.denominator() + "."
                        : definition.question(),
                (method(definition) + " " + capital(definition.source()) + ".").strip());
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private String method(Definition definition) {
        String interval =
                bank.say("interval " + definition.interval(), Facts.of(figures)).orElse("");
        return definition.version() == 1 ? interval : (interval + " Version " + definition.version() + ".").strip();
    }
}
