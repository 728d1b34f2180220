package org.huboutcomes.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

/// `jobs/indicators/README.md` repeats the headings. `-Dpage.write=true` writes it.
class CataloguePageTest {

    private static final Path PAGE = Path.of("jobs/indicators/README.md");
    private static final Map<String, String> OUTCOMES = Map.of(
            "acceptability", "Is the offer welcome, suitable and worth taking up?",
            "reach", "Does it reach the schools it is meant for?",
            "sustainability", "Does it last from year to year?",
            "replicability", "Can the model work elsewhere?",
            "data_quality", "How reliable are the figures?");

    private static final String HOW_TO_READ = """
            # The indicators
            What each figure counts, as stated in its heading. This page is generated: to change it, change the headings.

            ## How to read a figure
            - **Academic year**: 1 September to 31 August. Schools are counted as they are on 1 January of that year.
            - **Eligible school**: state-funded, open on 1 January, and in the hub's area in that year. A school that
              becomes an academy, or that other schools merge into, counts as the same school.
            - **Enrolled, engaged, completed**: a school is enrolled if it has anybody on a list, engaged if somebody
              attended, and completed if somebody is recorded as completed or attended three quarters of the sessions.
            - **Schools, memberships, places**: a school at two stages is one school with two memberships; its rows are
              places.
            - **The network's figure** counts each school once, whichever hub it took part with. It is based on the hubs
              that sent the returns it needs; *Returns received* gives their number.
            - **n** is the number of cases behind the figure: the denominator if there is one.
            - **Limits** are 95% limits: how far the figure could vary by chance alone.
            - **Higher, similar, lower** than the network: outside or inside the limits that 998 of 1,000 hubs stay
              within. The limits are wider if hubs generally differ. Not compared: n below 10, or fewer than 5 hubs.
            - **Trends** are described in words from five years on.
            - **A missing return** is not a nil return: figures that need it are `x`. A figure of 0 was counted.

            | Instead of a number | |
            |---|---|
            | `z` | not applicable: the return is not due in this network, or the hub was not open that year |
            | `x` | not available: a return was not received, or the denominator is below 10, too few for a percentage |
            | `c` | suppressed: fewer than 10 respondents or 3 schools in a survey, 1 to 4 people; in public files, 1 or 2 schools |
            | `low` | rounds to 0 but is not 0 |
            | `u` beside a number | 10 to 29 respondents: treat with caution |

            There are five further tables: `transitions.csv` (how many schools moved from each stage last year to each
            stage this year, and their share), `overlaps.csv` (how many schools have how many places), `restated.csv`
            (all years of a hub whose area has changed, for one area), `joint.csv` (schools that two networks reach, and their hubs
            with overlapping areas) and `definitions.csv` (the share of schools reached under each definition of a headline). Files
            under `public/` are for everybody.
            """;

    @Test
    void theCataloguePageMatchesTheHeadings() throws IOException {
        String written = page();
        if (Boolean.getBoolean("page.write")) Files.writeString(PAGE, written);
        assertThat(Files.readString(PAGE))
                .as(
                        "%s is generated from the headings; run ./mvnw test -Dtest=CataloguePageTest -Dpage.write=true",
                        PAGE)
                .isEqualTo(written);
    }

    private static String page() throws IOException {
        List<Indicator> indicators = Catalogue.packaged().list("indicators", "sql").stream()
                .map(Indicator::of)
                .toList();
        Versions versions = Versions.read();
        StringBuilder page = new StringBuilder(HOW_TO_READ);
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
        row(page, "Name in files", "`" + indicator.name() + "`");
        row(page, "Numerator", indicator.says("numerator"));
        row(page, "Denominator", indicator.says("denominator"));
        row(page, "Notes", indicator.says("notes"));
        row(page, "Why", indicator.says("why"));
        row(page, "Also relevant to", words(indicator.says("also")).toLowerCase(java.util.Locale.ROOT));
        row(page, "In the literature", indicator.says("construct"));
        row(page, "Source", indicator.says("source"));
        row(page, "Needs", needs(indicator));
        row(page, "Unit", unit(indicator) + "; " + direction(indicator));
        row(page, "Limits", limits(indicator.says("interval")));
        row(page, "Given for", indicator.says("levels").replace(" ", ", "));
        row(page, "Breakdowns", breakdowns(indicator));
        row(page, "Reviewed", indicator.says("reviewed"));
        for (Versions.Version version : versions.of(indicator.name()))
            row(page, "Version " + version.number(), version.date() + ": " + version.reason());
        String folder = indicator.says("outcome") + "/" + indicator.name();
        row(page, "Files", "[`%s.sql`](%s.sql), [worked example](%s.md)".formatted(indicator.name(), folder, folder));
    }

    private static void row(StringBuilder page, String label, String words) {
        if (!words.equals("none")) page.append("| %s | %s |\n".formatted(label, words.replace("|", "\\|")));
    }

    private static String needs(Indicator indicator) {
        return switch (indicator.says("returns")) {
            case "none" -> "none";
            case "any" -> "any return of the year";
            default ->
                Stream.of(indicator.says("returns").split(", "))
                                .map(CataloguePageTest::title)
                                .collect(Collectors.joining(" and "))
                        + switch (indicator.says("years")) {
                            case "this" -> " of the year";
                            case "this and last" -> " of the year and of the year before";
                            case "five up to this" -> " of the year and of at least four years before";
                            default -> " of the year, and those of all years before";
                        };
        };
    }

    private static String title(String returnName) {
        return Catalogue.packaged().list("returns", "yaml").stream()
                .filter(entry -> entry.name().equals(returnName))
                .flatMap(entry -> entry.text().lines())
                .filter(line -> line.startsWith("title: "))
                .map(line -> line.substring("title: ".length()))
                .findFirst()
                .orElseThrow();
    }

    private static String unit(Indicator indicator) {
        return switch (indicator.says("unit")) {
            case "percent" -> "per cent, from 0 to 100";
            case "points" -> "percentage points";
            default -> indicator.says("unit");
        };
    }

    private static String direction(Indicator indicator) {
        return indicator.says("higher is").equals("neither")
                ? "neither higher nor lower is better"
                : "higher is " + indicator.says("higher is");
    }

    private static String breakdowns(Indicator indicator) {
        return switch (indicator.says("breakdowns")) {
            case "Total" -> "none";
            case "from data" -> "one for each indicator";
            default -> indicator.says("breakdowns").replace("from data", "and those named in the returns");
        };
    }

    private static String limits(String interval) {
        return switch (interval) {
            case "wilson" -> "Wilson";
            case "wilson_deff" -> "Wilson, widened by the design effect";
            case "nps" -> "normal, for a difference of two shares";
            case "t" -> "Student's t over school means";
            case "katz" -> "Katz, on the logarithm of the ratio";
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
