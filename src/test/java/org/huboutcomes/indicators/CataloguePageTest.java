package org.huboutcomes.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.huboutcomes.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

/// `jobs/indicators/README.md` says what the headings say. `-Dpage.write=true` writes it anew.
class CataloguePageTest {

    private static final Path PAGE = Path.of("jobs/indicators/README.md");
    private static final Map<String, String> OUTCOMES = Map.of(
            "acceptability", "Is what is offered agreeable, fitting and worth taking up?",
            "reach", "Does it get to the schools that it is meant for?",
            "sustainability", "Is it kept up from year to year?",
            "replicability", "Can it be delivered elsewhere while its core is kept?",
            "data_quality", "How much can be relied on?");

    @Test
    void theCataloguePageSaysWhatTheHeadingsSay() throws IOException {
        String written = page();
        if (Boolean.getBoolean("page.write")) Files.writeString(PAGE, written);
        assertThat(Files.readString(PAGE))
                .as("%s is made from the headings; run ./mvnw test -Dtest=CataloguePageTest -Dpage.write=true", PAGE)
                .isEqualTo(written);
    }

    private static String page() throws IOException {
        List<Indicator> indicators = Catalogue.packaged().list("indicators", "sql").stream()
                .map(Indicator::of)
                .toList();
        Versions versions = Versions.read();
        StringBuilder page = new StringBuilder("""
                # The indicators
                What each figure counts, in the words of its heading. This page is made from the headings: change those.

                Limits are 95% limits. A figure is compared with its network at the 99.8% limits of a funnel; a trend has a
                word from five years on. `z` is not applicable, `x` not available, `c` suppressed, `u` of low reliability.
                """);
        for (String outcome : List.of("acceptability", "reach", "sustainability", "replicability", "data_quality")) {
            List<Indicator> own = indicators.stream()
                    .filter(indicator -> indicator.says("outcome").equals(outcome))
                    .toList();
            page.append("\n## %s\n%s\n\n".formatted(words(outcome), OUTCOMES.get(outcome)));
            for (Indicator indicator : own)
                page.append("- [%s](#%s): %s\n"
                        .formatted(
                                indicator.says("title"), anchor(indicator.says("title")), indicator.says("question")));
            for (Indicator indicator : own) describe(indicator, versions, page);
        }
        return page.toString();
    }

    private static void describe(Indicator indicator, Versions versions, StringBuilder page) {
        page.append("\n### %s\n*%s*\n\n".formatted(indicator.says("title"), indicator.says("question")));
        page.append("| | |\n|---|---|\n");
        row(page, "Numerator", indicator.says("numerator"));
        row(page, "Denominator", indicator.says("denominator"));
        row(page, "To know", indicator.says("notes"));
        row(page, "Why", indicator.says("why"));
        row(page, "Also speaks to", words(indicator.says("also")).toLowerCase(java.util.Locale.ROOT));
        row(page, "In the literature", indicator.says("construct"));
        row(page, "Source", indicator.says("source"));
        row(page, "Unit", indicator.says("unit") + "; higher is " + indicator.says("higher is"));
        row(page, "Limits", limits(indicator.says("interval")));
        row(page, "Given for", indicator.says("levels").replace(" ", ", "));
        row(page, "Breakdowns", indicator.says("breakdowns").equals("Total") ? "none" : indicator.says("breakdowns"));
        row(page, "Reviewed", indicator.says("reviewed"));
        for (Versions.Version version : versions.of(indicator.name()))
            row(page, "Version " + version.number(), version.date() + ": " + version.reason());
        String folder = indicator.says("outcome") + "/" + indicator.name();
        row(page, "Files", "[`%s.sql`](%s.sql), [worked example](%s.md)".formatted(indicator.name(), folder, folder));
    }

    private static void row(StringBuilder page, String label, String words) {
        if (!words.equals("none")) page.append("| %s | %s |\n".formatted(label, words.replace("|", "\\|")));
    }

    private static String limits(String interval) {
        return switch (interval) {
            case "wilson" -> "Wilson";
            case "wilson_deff" -> "Wilson, widened by the design effect";
            case "nps" -> "normal, of a difference of two shares";
            case "t" -> "Student's t over school means";
            case "katz" -> "Katz, by the logarithm of the ratio";
            case "greenwood" -> "Greenwood, on the scale log(-log)";
            case "prediction" -> "95% prediction interval";
            default -> "none";
        };
    }

    private static String words(String name) {
        String spaced = name.replace('_', ' ');
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    private static String anchor(String title) {
        return title.toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9 -]", "")
                .replace(' ', '-');
    }
}
