package org.huboutcomes.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.huboutcomes.spreadsheets.model.NumberFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How cells show their numbers.
class NumberFormatTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dd/mm/yyyy",
                "mmm-yy",
                "\"w/c \"dd/mm/yyyy",
                "d \"of\" mmmm yyyy",
                "[$-809]dd mmmm yyyy;@",
                "h:mm AM/PM",
                "[h]:mm:ss",
                "mm:ss.0",
                "dd\\/mm\\/yyyy"
            })
    void aFormatOfDaysOrHoursIsADate(String format) {
        assertThat(NumberFormat.isDate(format)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"M\"000",
                "\\M000",
                "0000",
                "#,##0",
                "0.00E+00",
                "[Red]0",
                "0 \"days\"",
                "[$\u00A3-809]#,##0.00",
                "0%",
                "@"
            })
    void aLetterThatIsQuotedOrEscapedMakesNoDate(String format) {
        assertThat(NumberFormat.isDate(format)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0000, 0001",
        "1, '\"M\"000', M001",
        "2201, '\"MA\"00-00', MA22-01",
        "12345, 000, 12345",
        "7, '\"P\"00;\"neg\"00', P07"
    })
    void aWholeNumberIsShownWithTheTextsOfItsFormat(BigDecimal number, String format, String shown) {
        assertThat(NumberFormat.text(number, format)).hasValue(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "#,##0", "0%", "0.00E+00", "dd/mm/yyyy"})
    void aFormatThatSaysMoreIsNotUsed(String format) {
        assertThat(NumberFormat.text(BigDecimal.ONE, format)).isEmpty();
    }

    @Test
    void aFractionHasTheFifteenDigitsThatASpreadsheetShows() {
        assertThat(NumberFormat.shown(new BigDecimal("5.9999999999999991"))).isEqualTo("6");
        assertThat(NumberFormat.shown(new BigDecimal("0.67"))).isEqualTo("0.67");
        assertThat(NumberFormat.shown(new BigDecimal("12345678901234567"))).isEqualTo("12345678901234567");
    }

    @Test
    void aShareIsKnownByItsFormat() {
        assertThat(NumberFormat.isPercentage("0.0%")).isTrue();
        assertThat(NumberFormat.isPercentage("0 \"%\"")).isFalse();
    }
}
