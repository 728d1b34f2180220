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

/// `jobs/indicators/README.md` says what the headings say. `-Dpage.write=true` writes it anew.
class CataloguePageTest {

    private static final Path PAGE = Path.of("jobs/indicators/README.md");
    private static final Map<String, String> OUTCOMES = Map.of(
            "acceptability", "Is what is offered agreeable, fitting and worth taking up?",
            "reach", "Does it get to the schools that it is meant for?",
            "sustainability", "Is it kept up from year to year?",
            "replicability", "Can it be delivered elsewhere while its core is kept?",
            "data_quality", "How much can be relied on?");

    private static final String HOW_TO_READ = """
            # The indicators
            What each figure counts, in the words of its heading. This page is made from the headings: change those.

            ## How to read a figure
            - **Academic year**: 1 September to 31 August. Schools are counted as they are on 1 January within it.
            - **Eligible school**: state-funded, open on 1 January, and in an area that is the hub's in that year. A school
              that becomes an academy, or that others merge into, goes on as one school.
            - **Enrolled, engaged, completed**: a school is enrolled with anybody on a list, engaged with somebody who
              attended, and has completed with somebody marked so or at three quarters of the sessions.
            - **Schools, memberships, places**: a school at two stages is one school, two memberships; its rows are places.
            - **The network's figure** counts each school once, with whichever hub. It stands on the hubs that returned:
              *Returns received* says how many did.
            - **n** is what the figure stands on: the denominator, or the number of cases where there is none.
            - **Limits** are 95% limits: how far chance alone may have carried the figure.
            - **Higher, similar, lower** than the network: only beyond the limits that all but 2 in 1,000 hubs stay
              within, which are wider where hubs differ among themselves anyway. Not compared: n below 10, or fewer than
              5 hubs.
            - **A trend** has a word from five years on.
            - **A missing return** is not a nil return: what needs it is `x`. A 0 was counted.

            | In place of a number | |
            |---|---|
            | `z` | not applicable: the network gives no such return, or the hub is not open in that year |
            | `x` | not available: a return has not come, or the denominator is below 10, too few for a percentage |
            | `c` | hidden: fewer than 10 respondents or 3 schools in a survey, 1 to 4 people; for everybody, 1 or 2 schools |
            | `low` | rounds to 0 and is not 0 |
            | `u` beside a number | 10 to 29 respondents: to be read with caution |

            Beside the figures stand three tables: `transitions.csv` (from which stage of last year to which of this year, and
            what share of the first), `overlaps.csv` (how many schools hold how many places) and `restated.csv` (the years
            of a hub whose area has changed, on one area). Under `public/` lies what everybody may read.
            """;

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
        row(page, "In the files", "`" + indicator.name() + "`");
        row(page, "Numerator", indicator.says("numerator"));
        row(page, "Denominator", indicator.says("denominator"));
        row(page, "To know", indicator.says("notes"));
        row(page, "Why", indicator.says("why"));
        row(page, "Also speaks to", words(indicator.says("also")).toLowerCase(java.util.Locale.ROOT));
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
                        + (indicator.says("years").equals("this")
                                ? " of the year"
                                : " of the year and of the year before");
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
            default -> indicator.says("breakdowns").replace("from data", "and those that the returns name");
        };
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
