package org.huboutcomes.reports;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.publish.HubFigures;
import org.huboutcomes.reports.paper.Glyphs;
import org.huboutcomes.reports.paper.House;
import org.huboutcomes.reports.paper.Manuscript;
import org.huboutcomes.reports.paper.Press;

/// Makes the reports of hubs and networks. Made once: its templates are compiled and its sentences read at the start.
/// May be used by several threads at once; the same figures and edition always give the same bytes.
public final class Reports {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final Press press;
    private final Glyphs glyphs;
    private final Plan hubPlan;
    private final Plan networkPlan;
    private final Plan evidencePlan;
    private final SentenceBank bank;

    public Reports(House house, Catalogue catalogue) {
        press = new Press(house);
        glyphs = new Glyphs(press.look().faces());
        hubPlan = Plan.read(house.text("hub_annual/report.yaml"));
        networkPlan = Plan.read(house.text("network_annual/report.yaml"));
        evidencePlan = Plan.read(house.text("evidence_summary/report.yaml"));
        bank = new SentenceBank(catalogue);
    }

    /// With the templates and sentences that were built into the program.
    public static Reports packaged() {
        return new Reports(House.packaged(), Catalogue.packaged());
    }

    /// The annual report of a hub, or of a network where the figures are a network's.
    public byte[] render(HubFigures figures, Edition edition) {
        return press.print(manuscript(legible(figures.and(edition.tables())), edition));
    }

    /// The summary of a hub's evaluation alone; empty where the hub has sent no evidence for the year.
    public Optional<byte[]> renderEvidence(HubFigures figures, Edition edition) {
        return evidence(legible(figures), edition).map(press::print);
    }

    /// One sentence for each text of these figures that holds a letter the type lacks; a square is printed in its
    /// place.
    public List<String> unprintable(HubFigures figures) {
        Legible legible = new Legible(glyphs);
        legible.of(figures);
        return legible.changed();
    }

    /// The texts of a report that would not fit their place on paper.
    List<String> cut(Manuscript manuscript) {
        return press.cut(manuscript);
    }

    Manuscript manuscript(HubFigures figures, Edition edition) {
        return manuscript(figures.isNetwork() ? networkPlan : hubPlan, figures, edition);
    }

    Optional<Manuscript> evidence(HubFigures figures, Edition edition) {
        return figures.tables().getOrDefault(evidencePlan.needs(), List.of()).isEmpty()
                ? Optional.empty()
                : Optional.of(manuscript(evidencePlan, figures, edition));
    }

    Figures figures(HubFigures figures) {
        return new Figures(figures, press.look(), "restricted");
    }

    private HubFigures legible(HubFigures figures) {
        return new Legible(glyphs).of(figures);
    }

    private Manuscript manuscript(Plan plan, HubFigures hub, Edition edition) {
        Figures figures = new Figures(hub, press.look().saying(plan.words()), edition.profile());
        String year = Words.year(hub.timePeriod());
        String state = edition.provisional() ? "provisional" : "final";
        return new Manuscript(
                hub.hubName(),
                hub.isNetwork() ? "" : hub.network(),
                plan.title() + " " + year,
                plan.subtitle(),
                List.of(
                        hub.aliases().isEmpty() ? "" : "Also known as " + String.join(", ", hub.aliases()),
                        "Edition " + edition.label() + ", " + state + ". " + capital(edition.profile()) + ".",
                        "Data as at " + DAY.format(edition.dataAsAt()) + "."),
                plan.title() + ", edition " + edition.label() + (edition.provisional() ? ", provisional" : ""),
                plan.footer(),
                edition.dataAsAt(),
                plan.bound(),
                plan.reading(),
                plan.words(),
                new Author(plan, bank, figures).write());
    }

    private static String capital(String word) {
        return word.isEmpty() ? "" : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
