package org.huboutcomes.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AxisTest {

    @Test
    void stepsAreRoundAndHoldTheData() {
        Axis axis = Axis.around(32.7, 62.0, 0, 100, 0, 1);
        assertThat(axis.ticks()).containsExactly(30.0, 40.0, 50.0, 60.0, 70.0);
    }

    @Test
    void noAxisLeavesItsBounds() {
        Axis axis = Axis.around(-3, 104, 0, 100, 0, 1);
        assertThat(axis.low()).isZero();
        assertThat(axis.high()).isEqualTo(100);
    }

    @Test
    void oneValueStillMakesAnAxis() {
        Axis axis = Axis.around(5, 5, 0, 100, 0, 1);
        assertThat(axis.at(5)).isBetween(0.0, 1.0);
    }
}
