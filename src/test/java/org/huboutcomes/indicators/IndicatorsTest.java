package org.huboutcomes.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.tables.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Computing an indicator from a file written by an analyst.
class IndicatorsTest {

    private static final String KEY =
            "'N' as network, 'H1' as hub, 202223 as time_period, 'Total' as education_phase, 'Total' as breakdown";

    @TempDir
    private Path jobs;

    @Test
    void aColumnThatIsNotGivenIsNull() throws Exception {
        try (Workbench workbench = new Workbench(Catalogue.packaged())) {
            measure(workbench, "select 3 as denominator, 2 as numerator, " + KEY + ";\n");
            assertThat(workbench.rows("select indicator, hub, numerator, denominator, value, deff from measured"))
                    .containsExactly("x | H1 | 2 | 3 |  | ");
            assertThat(workbench.rows("select indicator, version, outcome from definition"))
                    .containsExactly("x | 3 | reach");
        }
    }

    @Test
    void measuringAgainReplacesEarlierResults() throws Exception {
        try (Workbench workbench = new Workbench(Catalogue.packaged())) {
            measure(workbench, "select 2 as numerator, " + KEY);
            measure(workbench, "select 4 as numerator, " + KEY);
            assertThat(workbench.rows("select numerator from measured")).containsExactly("4");
        }
    }

    @Test
    void aColumnThatNoFigureHasIsRefused() throws Exception {
        try (Workbench workbench = new Workbench(Catalogue.packaged())) {
            assertThatThrownBy(() -> measure(workbench, "select 1 as nominator, " + KEY))
                    .isInstanceOf(CatalogueFault.class)
                    .hasMessageStartingWith(
                            "jobs/indicators/reach/x.sql gives the column \"nominator\", which no figure has;");
        }
    }

    @Test
    void aFigureWithoutItsYearIsRefused() throws Exception {
        try (Workbench workbench = new Workbench(Catalogue.packaged())) {
            assertThatThrownBy(() -> measure(
                            workbench,
                            "select 1 as n, " + KEY.replace("time_period", "n2").replace("202223 as n2,", "")))
                    .isInstanceOf(CatalogueFault.class)
                    .hasMessage("jobs/indicators/reach/x.sql does not give the column \"time_period\".");
        }
    }

    @Test
    void aBreakdownMissingFromTheHeadingIsRefused() throws Exception {
        try (Workbench workbench = new Workbench(Catalogue.packaged())) {
            assertThatThrownBy(() ->
                            measure(workbench, "select " + KEY.replace("'Total' as breakdown", "'All' as breakdown")))
                    .isInstanceOf(CatalogueFault.class)
                    .hasMessage(
                            "jobs/indicators/reach/x.sql gives the breakdown \"All\", which its heading does not name.");
        }
    }

    @Test
    void twoRowsForOneFigureAreRefused() throws Exception {
        try (Workbench workbench = new Workbench(Catalogue.packaged())) {
            assertThatThrownBy(() -> measure(workbench, "select " + KEY + " from range(2)"))
                    .isInstanceOf(CatalogueFault.class)
                    .hasMessage("jobs/indicators/reach/x.sql gives more than one row for H1, 202223, Total, Total.");
        }
    }

    @Test
    void aFaultyQueryIsReportedWithTheIndicatorsTitle() throws Exception {
        try (Workbench workbench = new Workbench(Catalogue.packaged())) {
            assertThatThrownBy(() -> measure(workbench, "select time_perod from hub_list"))
                    .isInstanceOf(CatalogueFault.class)
                    .hasMessageStartingWith("Indicator x (title) cannot be measured: ")
                    .hasMessageContaining("time_perod");
        }
    }

    private void measure(Workbench workbench, String select) throws Exception {
        StringBuilder text = new StringBuilder();
        for (String key : Heading.KEYS)
            text.append("-- ").append(key).append(": ").append(words(key)).append('\n');
        Path folder = Files.createDirectories(jobs.resolve("indicators/reach"));
        Files.writeString(folder.resolve("x.sql"), text + "\n" + select);
        new Indicators(Catalogue.in(jobs)).measure(workbench.connection());
    }

    private static String words(String key) {
        return switch (key) {
            case "outcome" -> "reach";
            case "also" -> "none";
            case "higher is" -> "better";
            case "reviewed" -> "2026-11-23";
            case "unit" -> "percent";
            case "counts" -> "schools";
            case "interval" -> "wilson";
            case "years" -> "this";
            case "levels" -> "hub network";
            case "breakdowns" -> "Total";
            case "version" -> "3";
            default -> key;
        };
    }
}
