package org.huboutcomes.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RunMetricsTest {

    @Test
    void aRunWithoutStepsHasItsEndAndWhetherItSucceeded() {
        assertThat(new RunMetrics().text("nightly", false, Instant.ofEpochSecond(1_700_000_000)))
                .isEqualTo("""
                        # TYPE hub_outcomes_run_end_timestamp_seconds gauge
                        hub_outcomes_run_end_timestamp_seconds{job="nightly"} 1.7E9
                        # TYPE hub_outcomes_run_success gauge
                        hub_outcomes_run_success{job="nightly"} 0.0
                        """);
    }
}
