package org.huboutcomes.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// A figure is a value with its number of cases and limits, or a symbol; anything else is refused.
class QuantityTest {

    @Test
    void aBlankCellIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Quantity.of(null, null));
    }

    @Test
    void aCellWithANumberAndASymbolIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Quantity.of(BigDecimal.ONE, Symbol.C));
    }

    @Test
    void lowReliabilityNeverReplacesANumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Quantity.SymbolOnly(Symbol.U));
    }

    @ParameterizedTest
    @CsvSource({"0.05, 0.1", "0.04, low", "-0.04, low", "-0.05, -0.1", "0.000000, 0.0", "99.96, 100.0"})
    void aNumberThatRoundsToZeroIsLowUnlessItIsZero(BigDecimal exact, String printed) {
        assertThat(cell(new Quantity.Amount(exact).printed(1))).isEqualTo(printed);
    }

    @ParameterizedTest
    @EnumSource(names = {"Z", "X", "C"})
    void aSymbolIsPrintedUnchanged(Symbol symbol) {
        assertThat(cell(new Quantity.SymbolOnly(symbol).printed(0))).isEqualTo(symbol.code());
    }

    @ParameterizedTest(name = "n {0}, value {1}, limits {2} to {3}, symbol {4}, compared {5}")
    @CsvSource(
            value = {
                "40 | 25.0 | 14.2 | 40.2 | - | similar",
                "20 | 25.0 | 14.2 | 40.2 | u | not compared",
                "40 | 25.0 | z    | z    | - | similar",
                "40 | 25.0 | x    | x    | - | higher",
                "40 | low  | 0.0  | 0.1  | low | not compared",
                "40 | x    | x    | x    | x | not compared",
                "z  | z    | z    | z    | z | not compared",
                "c  | c    | z    | z    | c | not compared"
            },
            delimiter = '|')
    void aValueWithItsCasesAndLimitsOrASymbolIsAResult(
            String n, String value, String lower, String upper, String symbol, String comparison) {
        assertThatCode(() -> result(n, value, lower, upper, symbol, comparison)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "n {0}, value {1}, limits {2} to {3}, symbol {4}, compared {5}")
    @CsvSource(
            value = {
                "c  | 25.0 | 14.2 | 40.2 | - | similar",
                "40 | 25.0 | 14.2 | x    | - | similar",
                "40 | 25.0 | 40.2 | 14.2 | - | similar",
                "40 | 25.0 | 14.2 | 40.2 | c | similar",
                "40 | 25.0 | 14.2 | 40.2 | - | best",
                "40 | c    | 14.2 | 40.2 | c | not compared",
                "40 | c    | c    | c    | - | not compared",
                "40 | c    | c    | c    | x | not compared",
                "40 | c    | c    | c    | c | higher",
                "-1 | 25.0 | 14.2 | 40.2 | - | similar",
                "low | 25.0 | 14.2 | 40.2 | - | similar"
            },
            delimiter = '|')
    void anythingElseIsNotAResult(
            String n, String value, String lower, String upper, String symbol, String comparison) {
        assertThatIllegalArgumentException().isThrownBy(() -> result(n, value, lower, upper, symbol, comparison));
    }

    private static Result result(String n, String value, String lower, String upper, String symbol, String comparison) {
        return new Result(
                202223,
                "Maths Hubs",
                "H1",
                "One",
                "Total",
                "Total",
                "reach",
                "any",
                new Quantity.SymbolOnly(Symbol.Z),
                new Quantity.SymbolOnly(Symbol.Z),
                quantity(n),
                quantity(value),
                quantity(lower),
                quantity(upper),
                symbol(symbol),
                comparison,
                Change.NONE,
                null,
                1);
    }

    private static Quantity quantity(String cell) {
        return cell.matches("[a-z]+")
                ? new Quantity.SymbolOnly(Symbol.of(cell))
                : new Quantity.Amount(new BigDecimal(cell));
    }

    private static @Nullable Symbol symbol(String code) {
        return code.equals("-") ? null : Symbol.of(code);
    }

    private static String cell(Quantity quantity) {
        return quantity instanceof Quantity.Amount amount
                ? amount.value().toPlainString()
                : ((Quantity.SymbolOnly) quantity).symbol().code();
    }
}
