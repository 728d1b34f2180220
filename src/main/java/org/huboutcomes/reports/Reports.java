package org.huboutcomes.reports;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.publish.Definition;
import org.huboutcomes.publish.HubFigures;
import org.huboutcomes.publish.Result;
import org.huboutcomes.publish.Symbol;
import org.huboutcomes.reports.paper.Glyphs;
import org.huboutcomes.reports.paper.PdfRenderer;
import org.huboutcomes.reports.paper.ReportBlock;
import org.huboutcomes.reports.paper.ReportDocument;
import org.huboutcomes.reports.paper.ReportResources;

/// Renders the reports of hubs and networks. Created once, because it compiles the templates and reads the
/// sentences. Thread-safe; the same figures and edition always give the same bytes.
public final class Reports {

    private static final String HUB_PLAN = "hub_annual/report.yaml";
    private static final String NETWORK_PLAN = "network_annual/report.yaml";
    private static final String NOTHING_PLAN = "hub_no_returns/report.yaml";
    private static final String DEFINITIONS_PLAN = "definitions/report.yaml";
    private static final String EVIDENCE_PLAN = "evidence_summary/report.yaml";

    /// The plans of all reports, by their files.
    static final List<String> PLANS = List.of(HUB_PLAN, NETWORK_PLAN, NOTHING_PLAN, EVIDENCE_PLAN, DEFINITIONS_PLAN);

    /// For a file that is not about a single year.
    private static final int NO_YEAR = 0;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final PdfRenderer press;
    private final Glyphs glyphs;
    private final Plan hubPlan;
    private final Plan networkPlan;
    private final Plan nothingPlan;
    private final Plan evidencePlan;
    private final Plan definitionsPlan;
    private final SentenceBank bank;
    private final Triggers triggers;

    public Reports(ReportResources house, Catalogue catalogue) {
        press = new PdfRenderer(house);
        glyphs = new Glyphs(press.look().faces());
        hubPlan = Plan.read(house.text(HUB_PLAN));
        networkPlan = Plan.read(house.text(NETWORK_PLAN));
        nothingPlan = Plan.read(house.text(NOTHING_PLAN));
        definitionsPlan = Plan.read(house.text(DEFINITIONS_PLAN));
        evidencePlan = Plan.read(house.text(EVIDENCE_PLAN));
        bank = new SentenceBank(catalogue);
        triggers = new Triggers(catalogue);
    }

    /// With the templates and sentences that were built into the program.
    public static Reports packaged() {
        return new Reports(ReportResources.packaged(), Catalogue.packaged());
    }

    /// The annual report of a hub, or of a network if the figures are a network's.
    public byte[] render(HubFigures figures, Edition edition) {
        return press.print(document(legible(figures.and(edition.tables())), edition));
    }

    /// The summary of a hub's evaluation; empty if the hub has sent no evidence for the year.
    public Optional<byte[]> renderEvidence(HubFigures figures, Edition edition) {
        return hasEvidence(figures) ? evidence(legible(figures), edition).map(press::print) : Optional.empty();
    }

    /// One sentence for each text of these figures with a letter that the font lacks. The letter is printed without
    /// its accents, or as a question mark.
    public List<String> unprintable(HubFigures figures) {
        FontCoverage legible = new FontCoverage(glyphs);
        legible.of(figures);
        return legible.changed();
    }

    /// The texts of a report that would not fit on paper.
    List<String> cut(ReportDocument document) {
        return press.cut(document);
    }

    ReportDocument document(HubFigures figures, Edition edition) {
        if (figures.isNetwork()) return document(networkPlan, figures, edition);
        return document(hasReturns(figures) ? hubPlan : nothingPlan, figures, edition);
    }

    /// Whether the hub sent anything for the year. A public report has no list of returns, so the figures decide.
    private static boolean hasReturns(HubFigures hub) {
        List<Map<String, Object>> returns = hub.tables().getOrDefault("return_status", List.of());
        if (!returns.isEmpty()) return returns.stream().anyMatch(row -> Boolean.TRUE.equals(row.get("received")));
        return hub.results().stream()
                .filter(result -> !result.isNetwork() && result.timePeriod() == hub.timePeriod())
                .anyMatch(result -> result.value().isAmount() || result.symbol() == Symbol.C);
    }

    /// The definitions of all figures of an edition, and the conditions for sentences on the first page.
    public byte[] renderDefinitions(List<Definition> definitions, Edition edition) {
        return press.print(definitions(definitions, edition));
    }

    ReportDocument definitions(List<Definition> definitions, Edition edition) {
        HubFigures all = new HubFigures(
                "",
                Result.TOTAL,
                definitionsPlan.title(),
                List.of(),
                NO_YEAR,
                List.of(),
                List.of(),
                definitions,
                Map.of());
        return document(definitionsPlan, all, edition);
    }

    Optional<ReportDocument> evidence(HubFigures figures, Edition edition) {
        return hasEvidence(figures) ? Optional.of(document(evidencePlan, figures, edition)) : Optional.empty();
    }

    private boolean hasEvidence(HubFigures figures) {
        return !figures.tables().getOrDefault(evidencePlan.needs(), List.of()).isEmpty();
    }

    /// The findings on the first page of a report.
    ReportBlock.Findings findings(HubFigures figures) {
        return triggers.of(figures(figures));
    }

    Figures figures(HubFigures figures) {
        return new Figures(
                figures, press.look(), "restricted", triggers.evidence().adequateN());
    }

    private HubFigures legible(HubFigures figures) {
        return new FontCoverage(glyphs).of(figures);
    }

    private ReportDocument document(Plan plan, HubFigures hub, Edition edition) {
        Figures figures = new Figures(
                hub,
                press.look().saying(plan.words()),
                edition.profile(),
                triggers.evidence().adequateN());
        String year = FigureFormat.year(hub.timePeriod());
        List<String> imprint = new ArrayList<>();
        imprint.add("Edition " + edition.label() + ", " + edition.state());
        boolean isPublic = edition.profile().equals("public");
        imprint.add(isPublic ? "public, counts rounded to the nearest 5" : "restricted");
        imprint.add("data as at " + DAY.format(edition.dataAsAt()));
        if (!hub.aliases().isEmpty()) imprint.add("also known as " + String.join(", ", hub.aliases()));
        String title = hub.timePeriod() == NO_YEAR ? "All reports" : plan.title() + " " + year;
        return new ReportDocument(
                hub.hubName(),
                hub.isNetwork() ? title : hub.network() + ". " + title,
                String.join("; ", imprint) + ".",
                title + ", edition " + edition.label() + (edition.provisional() ? ", provisional" : "")
                        + (isPublic ? "" : ", restricted"),
                plan.footer(),
                edition.dataAsAt(),
                plan.words(),
                new ReportBuilder(plan, bank, triggers, figures).write());
    }
}
