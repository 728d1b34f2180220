package org.huboutcomes.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.huboutcomes.publish.Quantity;
import org.huboutcomes.publish.Symbol;
import org.junit.jupiter.api.Test;

class FigureFormatTest {

    @Test
    void roundsHalfUp() {
        assertThat(FigureFormat.value(new BigDecimal("57.25"), "percent")).isEqualTo("57.3%");
        assertThat(FigureFormat.value(new BigDecimal("0.005"), "ratio")).isEqualTo("0.01");
    }

    @Test
    void pointsCarryTheirSignAndMinusIsAMinus() {
        assertThat(FigureFormat.value(new BigDecimal("8.04"), "points")).isEqualTo("+8.0");
        assertThat(FigureFormat.value(new BigDecimal("-8.05"), "points")).isEqualTo("\u22128.1");
        assertThat(FigureFormat.value(new BigDecimal("0"), "points")).isEqualTo("0.0");
    }

    @Test
    void whatRoundsToNoughtAndIsNoneIsLow() {
        assertThat(FigureFormat.value(new BigDecimal("0.04"), "percent")).isEqualTo("low");
        assertThat(FigureFormat.value(new BigDecimal("0.05"), "percent")).isEqualTo("0.1%");
        assertThat(FigureFormat.value(new BigDecimal("0.000000"), "percent")).isEqualTo("0.0%");
        assertThat(FigureFormat.value(new BigDecimal("-0.04"), "points")).isEqualTo("low");
        assertThat(FigureFormat.value(new BigDecimal("0.004"), "ratio")).isEqualTo("low");
        assertThat(FigureFormat.said(new Quantity.Amount(new BigDecimal("0.04")), "percent"))
                .isEqualTo("nearly 0.0%");
    }

    @Test
    void aSymbolStandsWhereThereIsNoNumber() {
        assertThat(FigureFormat.value(new Quantity.SymbolOnly(Symbol.C), "percent"))
                .isEqualTo("c");
    }

    @Test
    void countsAreGroupedByThousands() {
        assertThat(FigureFormat.value(new BigDecimal("38210"), "count")).isEqualTo("38,210");
    }

    @Test
    void aChangeIsPrintedWithItsSign() {
        assertThat(FigureFormat.change(new BigDecimal("-3.04"), "percent")).isEqualTo("\u22123.0 points");
        assertThat(FigureFormat.change(new BigDecimal("0.04"), "percent")).isEqualTo("No change");
    }

    @Test
    void anAcademicYearIsPrintedWithAStroke() {
        assertThat(FigureFormat.year(202223)).isEqualTo("2022/23");
        assertThat(FigureFormat.year(199900)).isEqualTo("1999/00");
    }
}
