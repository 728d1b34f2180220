package org.huboutcomes.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A text that looks like a formula is told from one, and comes back as it was.
class GuardedTest {

    @Test
    void whateverIsWrittenIsReadAgainAndLooksLikeNoFormula() {
        NastyText texts = new NastyText(1);
        for (int i = 0; i < 20_000; i++) {
            String text = texts.next();
            String written = Guarded.inCsv(text);
            assertThat(Guarded.undone(written)).isEqualTo(text);
            assertThat(Guarded.isDangerous(written)).as("%s", written).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-3.25", "-0.5", "+4", "-1E-4", "12", "-202223"})
    void aFigureStaysAFigureWhateverItsSign(String figure) {
        assertThat(Guarded.inCsv(figure)).isEqualTo(figure);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"=1+1,'=1+1", "'=1,''=1", "-2+3,'-2+3", "'til May,'til May", "O'Neill,O'Neill", "'-5,''-5"})
    void onlyWhatLooksLikeAFormulaGetsAnApostrophe(String text, String written) {
        assertThat(Guarded.inCsv(text)).isEqualTo(written);
    }

    @Test
    void whatAWorkbookHoldsIsReadAsItWas() {
        NastyText texts = new NastyText(2);
        for (int i = 0; i < 20_000; i++) {
            String text = texts.next();
            assertThat(Escapes.decoded(Escapes.encoded(text))).isEqualTo(text);
        }
        assertThat(Escapes.encoded("half \uD83D a pair")).isEqualTo("half _xD83D_ a pair");
    }
}
