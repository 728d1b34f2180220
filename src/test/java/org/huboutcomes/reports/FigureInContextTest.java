package org.huboutcomes.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureInContextTest {

    @Test
    void aSmallSampleIsOneOfAnswersAndAllElseIsIncomplete() {
        assertThat(said("acceptability", 14, 19)).isEqualTo("73.7% (small sample)");
        assertThat(said("acceptability", 60, 80)).isEqualTo("75.0% (returns incomplete)");
        assertThat(said("reach", 14, 19)).isEqualTo("73.7% (returns incomplete)");
    }

    private static String said(String outcome, int x, int n) {
        HubFiguresBuilder hub = HubFiguresBuilder.named("Wen", "Maths Hubs", 202223)
                .defines("some_percent", outcome, "Some", "percent", "Some", "All")
                .unsure("some_percent", x, n);
        return Reports.packaged().figures(hub.figures()).read("some_percent").said();
    }
}
