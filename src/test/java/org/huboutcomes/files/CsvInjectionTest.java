package org.huboutcomes.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.huboutcomes.spreadsheets.NastyText;
import org.huboutcomes.spreadsheets.xlsx.XmlEscapes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Text that looks like a formula is quoted, and is read back unchanged.
class CsvInjectionTest {

    @Test
    void anyTextIsReadBackUnchangedAndIsNeverAFormula() {
        NastyText texts = new NastyText(1);
        for (int i = 0; i < 20_000; i++) {
            String text = texts.next();
            String written = CsvInjection.inCsv(text);
            assertThat(CsvInjection.undone(written)).isEqualTo(text);
            assertThat(CsvInjection.isDangerous(written)).as("%s", written).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-3.25", "-0.5", "+4", "-1E-4", "12", "-202223"})
    void aNumberIsNotQuotedWhateverItsSign(String figure) {
        assertThat(CsvInjection.inCsv(figure)).isEqualTo(figure);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"=1+1,'=1+1", "'=1,''=1", "-2+3,'-2+3", "'til May,'til May", "O'Neill,O'Neill", "'-5,''-5"})
    void onlyTextThatLooksLikeAFormulaGetsAnApostrophe(String text, String written) {
        assertThat(CsvInjection.inCsv(text)).isEqualTo(written);
    }

    @Test
    void textInAWorkbookIsReadBackUnchanged() {
        NastyText texts = new NastyText(2);
        for (int i = 0; i < 20_000; i++) {
            String text = texts.next();
            assertThat(XmlEscapes.decoded(XmlEscapes.encoded(text))).isEqualTo(text);
        }
        assertThat(XmlEscapes.encoded("half \uD83D a pair")).isEqualTo("half _xD83D_ a pair");
    }
}
