package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.publish.Definition;
import org.huboutcomes.publish.Result;
import org.huboutcomes.publish.Symbol;
import org.huboutcomes.reports.chart.Sparkline;
import org.huboutcomes.reports.paper.ReportBlock;
import org.huboutcomes.reports.paper.TableLayout;
import org.jspecify.annotations.Nullable;

/// Builds the blocks of one report by going through the items of its plan.
final class ReportBuilder {

    /// The kinds of blocks that a plan may name, as [#write(Plan.Item)] writes them.
    static final Set<String> KINDS = Set.of(
            "text",
            "heading",
            "say",
            "tell",
            "cards",
            "findings",
            "triggers",
            "chart",
            "table",
            "entries",
            "text_of",
            "list",
            "consistency",
            "definitions",
            "terms",
            "symbols");

    private final Plan plan;
    private final SentenceBank bank;
    private final Triggers triggers;
    private final Figures figures;
    private final List<ReportBlock> blocks = new ArrayList<>();

    ReportBuilder(Plan plan, SentenceBank bank, Triggers triggers, Figures figures) {
        this.triggers = triggers;
        this.plan = plan;
        this.bank = bank;
        this.figures = figures;
    }

    List<ReportBlock> write() {
        for (Plan.Page page : plan.pages()) {
            if (!page.isWanted(figures)) continue;
            blocks.add(new ReportBlock.Title(page.title(), said(page.question()), page.isOpening(figures)));
            boolean isFirst = page.items().stream().anyMatch(item -> item.kind().equals("findings"));
            for (Plan.Item item : page.items()) {
                int from = blocks.size();
                write(item);
                nameSubjects(from, item.subjects(), isFirst);
            }
        }
        SymbolNotes notes = new SymbolNotes();
        return withoutEmptySections(withoutEmptySections(blocks)).stream()
                .flatMap(notes::explained)
                .toList();
    }

    /// Records what the first picture or table added shows, so that sentences can refer to it.
    private void nameSubjects(int from, Set<String> subjects, boolean isBelow) {
        for (int i = from; i < blocks.size() && !subjects.isEmpty(); i++)
            if (blocks.get(i).hasCaption()) {
                blocks.add(i, new ReportBlock.About(subjects, isBelow));
                return;
            }
    }

    /// Removes a heading or chapter if all its blocks were left out. Under a heading, the reason is given once.
    private static List<ReportBlock> withoutEmptySections(List<ReportBlock> blocks) {
        List<ReportBlock> kept = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            ReportBlock next = next(blocks, i);
            boolean isEmptyHeading = blocks.get(i) instanceof ReportBlock.Heading
                    && (next == null || next instanceof ReportBlock.Heading || next instanceof ReportBlock.Title);
            boolean isEmptyChapter =
                    blocks.get(i) instanceof ReportBlock.Title && (next == null || next instanceof ReportBlock.Title);
            boolean isRepeated = !kept.isEmpty()
                    && blocks.get(i) instanceof ReportBlock.Callout
                    && blocks.get(i).equals(lastPrinted(kept));
            if (!isEmptyHeading && !isEmptyChapter && !isRepeated) kept.add(blocks.get(i));
        }
        return kept;
    }

    /// The next block that is printed; null after the last.
    private static @Nullable ReportBlock next(List<ReportBlock> blocks, int at) {
        return blocks.subList(at + 1, blocks.size()).stream()
                .filter(block -> !(block instanceof ReportBlock.About))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable ReportBlock lastPrinted(List<ReportBlock> kept) {
        for (int i = kept.size() - 1; i >= 0; i--) if (!(kept.get(i) instanceof ReportBlock.About)) return kept.get(i);
        return null;
    }

    private void write(Plan.Item item) {
        if (!item.isWanted(figures)) return;
        switch (item.kind()) {
            case "text" ->
                blocks.add(new ReportBlock.Paragraph(
                        SentenceBank.filled(item.text(), triggers.evidence().in(SentenceContext.of(figures)))));
            case "heading" -> blocks.add(new ReportBlock.Heading(said(item.text())));
            case "say" -> say(item);
            case "tell" -> tell(item);
            case "cards" ->
                blocks.add(new ReportBlock.Cards(
                        item.items("outcomes").stream().map(this::card).toList()));
            case "findings" -> blocks.add(triggers.of(figures));
            case "triggers" ->
                blocks.add(new ReportBlock.Table(
                        said(item.text()), TableLayout.WORDS, item.list("columns"), triggers.listed()));
            case "chart" -> blocks.addAll(ChartKinds.of(item.text()).draw(item, figures, bank));
            case "table" -> blocks.addAll(new PublishedTable(item, figures).blocks());
            case "entries" -> entries(item);
            case "text_of" ->
                new PublishedTable(item, figures)
                        .rows()
                        .forEach(row ->
                                blocks.add(new ReportBlock.Paragraph(PublishedRow.text(row, item.word("from")))));
            case "list" -> list(item);
            case "consistency" -> consistency(item);
            case "definitions" -> blocks.add(definitions(item));
            case "terms" ->
                item.keys()
                        .keys("meanings")
                        .map()
                        .forEach((term, meaning) -> blocks.add(new ReportBlock.Entry(term, said(meaning.toString()))));
            case "symbols" ->
                Stream.of(Symbol.values())
                        .forEach(symbol -> blocks.add(new ReportBlock.Entry(symbol.code(), symbol.meaning())));
            default -> throw new CatalogueFault("report.yaml: there is no block \"" + item.kind() + "\".");
        }
    }

    /// The rows of a published table as terms with their explanations.
    private void entries(Plan.Item item) {
        for (Map<String, Object> row : new PublishedTable(item, figures).rows())
            blocks.add(new ReportBlock.Entry(
                    PublishedRow.text(row, item.word("term")), PublishedRow.text(row, item.word("meaning"))));
    }

    /// The rows of a published table as one running sentence, for many short entries.
    private void list(Plan.Item item) {
        List<Map<String, Object>> rows = figures.rows(item.text());
        if (rows.isEmpty()) return;
        PublishedTable listing = new PublishedTable(item, figures);
        SentenceContext facts = SentenceContext.of(figures).say("rows", Integer.toString(rows.size()));
        String each =
                rows.stream().map(row -> listing.said(item.word("each"), row)).collect(Collectors.joining("; "));
        blocks.add(new ReportBlock.Paragraph(SentenceBank.filled(item.word("lead"), facts) + " " + each + "."));
    }

    private String said(String wording) {
        return SentenceBank.filled(wording, SentenceContext.of(figures));
    }

    /// The sentences that apply to these indicators, or the one that says that nothing stands out.
    private void say(Plan.Item item) {
        List<FigureInContext> readings =
                item.list("indicators").stream().map(figures::read).toList();
        List<String> said = readings.stream()
                .map(reading -> SentenceContext.of(figures, reading, reading.title()))
                .flatMap(facts -> bank.say(item.text(), facts).stream())
                .toList();
        SentenceContext facts = SentenceContext.of(figures)
                .flag("nothing", readings.stream().noneMatch(FigureInContext::has))
                .flag("apart", readings.stream().noneMatch(FigureInContext::isCompared));
        blocks.add(new ReportBlock.Paragraph(
                said.isEmpty() ? bank.title(item.text() + " otherwise", facts) : String.join(" ", said)));
    }

    /// The sentence that applies to the only row of a table. It may use the row's columns: booleans are flags, and
    /// `untold` means that there is no row.
    private void tell(Plan.Item item) {
        SentenceContext facts = SentenceContext.of(figures)
                .flag("untold", figures.rows(item.word("table")).isEmpty());
        PublishedTable listing = new PublishedTable(item, figures);
        for (Map<String, Object> row : figures.rows(item.word("table")))
            row.forEach((column, cell) -> {
                if (cell instanceof Boolean holds) facts.flag(column, holds);
                else facts.say(column, listing.said("{" + column + "}", row));
            });
        blocks.add(new ReportBlock.Paragraph(bank.title(item.text(), facts)));
    }

    private ReportBlock.Card card(Plan.Item item) {
        String indicator = item.word("indicator");
        FigureInContext reading = figures.read(indicator);
        EvidenceStrength evidence = new EvidenceStrength(triggers.evidence(), reading, response(item));
        SentenceContext facts = SentenceContext.of(figures, reading, item.word("subject"))
                .say("median", ChartTables.median(reading))
                .flag("spread", reading.spread() != null);
        return new ReportBlock.Card(
                item.text(),
                item.word("name"),
                reading.has()
                        ? FigureFormat.value(
                                reading.value(), reading.definition().unit())
                        : reading.isSmall() ? reading.count() : "\u2013",
                counted(reading, item.word("subject")),
                change(reading),
                target(indicator),
                reading.has() && !isAlone(reading) ? bank.title("card", facts) : "",
                reading.has() ? evidence.words(figures, bank, item.word("subject")) : bank.title("card", facts),
                evidence.isSmall() ? null : sparkline(indicator));
    }

    /// Such as "246 of 304 answers"; if the value printed is the count, only what was counted.
    private static String counted(FigureInContext reading, String subject) {
        return reading.has() ? reading.count() + " " + subject : reading.isSmall() ? subject : "";
    }

    /// Whether a hub's figure has no network figure beside it; the note below the cards says so once.
    private static boolean isAlone(FigureInContext reading) {
        return reading.has() && !reading.isWhole() && reading.network() == null;
    }

    /// The response rate behind a survey figure; null for other figures.
    private @Nullable FigureInContext response(Plan.Item item) {
        String response = item.word("response", "");
        return response.isEmpty() ? null : figures.read(response);
    }

    /// Such as "Clear rise: +25.0 points (+2.1 to +44.6)". For a network it adds the number of hubs, if smaller
    /// than that behind the value.
    private String change(FigureInContext reading) {
        if (!reading.has()) return "";
        SentenceContext facts = SentenceContext.of(figures, reading, reading.title())
                .say("change_limits", reading.changeLimits())
                .say("hubs", Integer.toString(reading.changeHubs()))
                .flag("level", reading.isLevel());
        facts.say("same", reading.changeHubs() == 0 ? "" : bank.title("card change hubs", facts));
        return bank.title("card change", facts);
    }

    private String target(String indicator) {
        Map<String, Object> target = Triggers.target(figures, indicator, Result.TOTAL);
        if (target == null) return "";
        String aim = figures.word("aim") + " "
                + FigureFormat.number(new BigDecimal(PublishedRow.text(target, "target_value")), 0) + "%";
        return switch (Triggers.standing(target)) {
            case "Met", "Met early" -> aim + ": met";
            case "Missed" -> aim + ": missed by " + target.get("still_needed");
            case "Not yet met" ->
                aim + " by " + FigureFormat.year(PublishedRow.whole(target, "target_period")) + ": "
                        + target.get("still_needed") + " to go";
            default -> aim;
        };
    }

    private @Nullable Sparkline sparkline(String indicator) {
        List<Integer> years = figures.years();
        List<@Nullable Double> values = new ArrayList<>();
        for (int year : years) {
            FigureInContext reading = figures.read(indicator, Result.TOTAL, Result.TOTAL, year);
            values.add(reading.has() ? reading.amount().doubleValue() : null);
        }
        return values.stream().filter(Objects::nonNull).count() < 2 ? null : new Sparkline(values);
    }

    /// An indicator whose breakdowns are other indicators: the range in which a further hub would be expected.
    private void consistency(Plan.Item item) {
        List<List<String>> rows = new ArrayList<>();
        int inside = 0;
        int known = 0;
        for (String indicator : item.list("indicators")) {
            FigureInContext between = figures.read(item.text(), Result.TOTAL, indicator, figures.year());
            Result found = figures.isNetwork() ? between.hub() : between.network();
            if (found == null || !found.value().isAmount()) continue;
            FigureInContext own = figures.read(indicator);
            String position = position(own, found);
            if (!position.isEmpty()) known++;
            if (position.equals("within")) inside++;
            List<String> row = new ArrayList<>(List.of(
                    own.title(),
                    FigureFormat.count(found.n()),
                    FigureFormat.value(found.value(), own.definition().unit()),
                    FigureFormat.value(found.lower(), own.definition().unit()) + " to "
                            + FigureFormat.value(found.upper(), own.definition().unit())));
            if (!figures.isNetwork()) row.add(position.isEmpty() ? "" : figures.word(position));
            rows.add(row);
        }
        if (rows.isEmpty()) return;
        List<String> heads = new ArrayList<>(List.of(
                item.word("first"), figures.word("coverage"), figures.word("pooled"), figures.word("expected")));
        if (!figures.isNetwork()) heads.add(figures.word("self"));
        SentenceContext facts = SentenceContext.of(figures)
                .say("shown", Integer.toString(inside))
                .say("outside", Integer.toString(known - inside))
                .flag("nothing", known == 0);
        blocks.add(new ReportBlock.Table(bank.title("title consistency", facts), heads, rows));
    }

    /// Whether a hub's figure is `within`, `above` or `below` the range expected for a further hub; empty if that
    /// is unknown.
    private static String position(FigureInContext own, Result between) {
        if (own.isWhole() || !own.has() || !between.lower().isAmount()) return "";
        if (own.amount().compareTo(FigureInContext.amount(between.lower()).orElseThrow()) < 0) return "below";
        return own.amount().compareTo(FigureInContext.amount(between.upper()).orElseThrow()) > 0 ? "above" : "within";
    }

    private ReportBlock definitions(Plan.Item item) {
        return new ReportBlock.Table(
                item.word("title"),
                TableLayout.GLOSSARY,
                item.list("columns"),
                figures.all().definitions().stream()
                        .filter(one -> item.text().equals("all") || item.text().equals(one.outcome()))
                        .map(this::defined)
                        .toList());
    }

    private List<String> defined(Definition definition) {
        return List.of(
                definition.title(),
                (definition.whatIsCounted() + " " + definition.notes()).strip(),
                (method(definition) + " " + capital(definition.source()) + ".").strip());
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private String method(Definition definition) {
        String interval = bank.say("interval " + definition.interval(), SentenceContext.of(figures))
                .orElse("");
        return definition.version() == 1 ? interval : (interval + " Version " + definition.version() + ".").strip();
    }
}
