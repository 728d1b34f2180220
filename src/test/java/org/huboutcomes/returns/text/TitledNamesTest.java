package org.huboutcomes.returns.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitledNamesTest {

    @ParameterizedTest
    @CsvSource({
        "'Too busy, said Mrs Whitlock', 'Too busy, said (name left out)'",
        "Headteacher Mr. J. Khan on leave, Headteacher (name left out) on leave",
        "Dr Ann O'Neill and Miss Lee-Jones left, (name left out) and (name left out) left",
        "Mrs Whitlock's class, (name left out) class"
    })
    void aNameWithATitleIsLeftOut(String text, String without) {
        assertThat(TitledNames.without(text)).isEqualTo(without);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dr Challoner's Grammar School",
                "Sir John Lawes School",
                "MS Forms export",
                "The Miss out rate",
                "Drummelby High School",
                "Dr. of the hub"
            })
    void aSchoolAndAnotherWordKeepTheirNames(String text) {
        assertThat(TitledNames.without(text)).isEqualTo(text);
    }
}
