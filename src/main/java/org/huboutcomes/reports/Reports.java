package org.huboutcomes.reports;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.publish.HubFigures;
import org.huboutcomes.reports.paper.Glyphs;
import org.huboutcomes.reports.paper.House;
import org.huboutcomes.reports.paper.Manuscript;
import org.huboutcomes.reports.paper.Press;

/// Makes the annual report of a hub. Made once: its templates are compiled and its sentences read at the start.
/// May be used by several threads at once; the same figures and edition always give the same bytes.
public final class Reports {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final Press press;
    private final Glyphs glyphs;
    private final Plan plan;
    private final SentenceBank bank;

    public Reports(House house, Catalogue catalogue) {
        press = new Press(house);
        glyphs = new Glyphs(press.faces());
        plan = Plan.read(house.text("hub_annual/report.yaml"));
        bank = new SentenceBank(catalogue);
    }

    /// With the templates and sentences that were built into the program.
    public static Reports packaged() {
        return new Reports(House.packaged(), Catalogue.packaged());
    }

    public byte[] render(HubFigures figures, Edition edition) {
        return press.print(manuscript(new Legible(glyphs).of(figures), edition));
    }

    /// One sentence for each text of these figures that holds a letter the type lacks; a square is printed in its
    /// place.
    public List<String> unprintable(HubFigures figures) {
        Legible legible = new Legible(glyphs);
        legible.of(figures);
        return legible.changed();
    }

    /// The texts of a report that would not fit their place on paper.
    List<String> cut(HubFigures figures, Edition edition) {
        return press.cut(manuscript(figures, edition));
    }

    Manuscript manuscript(HubFigures hub, Edition edition) {
        Figures figures = new Figures(hub);
        String year = Words.year(hub.timePeriod());
        String state = edition.provisional() ? "provisional" : "final";
        return new Manuscript(
                hub.hubName(),
                hub.network(),
                plan.title() + " " + year,
                plan.subtitle(),
                List.of(
                        hub.aliases().isEmpty() ? "" : "Also known as " + String.join(", ", hub.aliases()),
                        "Edition " + edition.label() + ", " + state + ". " + capital(edition.profile()) + ".",
                        "Data as at " + DAY.format(edition.dataAsAt()) + "."),
                plan.title() + " " + year + (edition.provisional() ? ", provisional" : ""),
                plan.footer(),
                edition.dataAsAt(),
                new Author(plan, bank, figures).write());
    }

    private static String capital(String word) {
        return word.isEmpty() ? "" : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
