package org.huboutcomes.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huboutcomes.reports.chart.Palette;
import org.junit.jupiter.api.Test;

/// Checks the colours of the style sheet against WCAG 2.2, level AA.
class PageStyleTest {

    private static final double TEXT_CONTRAST = 4.5;
    private static final double MARK_CONTRAST = 3;

    private static final String CSS = PageTemplate.style().replaceAll("(?s)/\\*.*?\\*/", "");
    private static final String RULES = CSS.substring(CSS.indexOf('}') + 1);
    private static final Map<String, Color> COLOURS = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});")
            .matcher(CSS)
            .results()
            .collect(Collectors.toMap(found -> found.group(1), found -> Color.decode(found.group(2))));

    @Test
    void everyTextColourIsReadableOnEveryBackground() {
        assertContrast("text-", TEXT_CONTRAST);
    }

    @Test
    void everyBarAndBorderIsVisibleOnEveryBackground() {
        assertContrast("mark-", MARK_CONTRAST);
    }

    @Test
    void rulesUseNamedColoursOnly() {
        assertThat(RULES).doesNotContainPattern("#[0-9a-fA-F]{3,8}\\b|\\b(?:rgb|hsl|lab|lch|color-mix)a?\\(");
        assertThat(values("color")).isNotEmpty().allMatch(value -> value.matches("var\\(--text-[a-z]+\\)"));
        assertThat(values("background"))
                .isNotEmpty()
                .allMatch(value -> value.matches("none|var\\(--ground-[a-z]+\\)|var\\(--mark\\)"));
        assertThat(values("--mark")).isNotEmpty().allMatch(value -> value.matches("var\\(--mark-[a-z]+\\)"));
    }

    @Test
    void everyColourThatARuleUsesIsDefined() {
        assertThat(Pattern.compile("var\\(--([a-z-]+)\\)")
                        .matcher(RULES)
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .filter(name -> !name.equals("mark")))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(COLOURS).containsKey(name));
    }

    private static void assertContrast(String use, double least) {
        List<String> colours = names(use);
        List<String> grounds = names("ground-");
        assertThat(colours).hasSizeGreaterThan(1);
        assertThat(grounds).hasSizeGreaterThan(1);
        for (String colour : colours)
            for (String ground : grounds)
                assertThat(Palette.contrast(COLOURS.get(colour), COLOURS.get(ground)))
                        .as("%s on %s", colour, ground)
                        .isGreaterThanOrEqualTo(least);
    }

    private static List<String> names(String use) {
        return COLOURS.keySet().stream()
                .filter(name -> name.startsWith(use))
                .sorted()
                .toList();
    }

    /// The values that rules give to a property.
    private static List<String> values(String property) {
        return Pattern.compile("(?<![a-z-])" + property + ": ([^;]+);")
                .matcher(RULES)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
