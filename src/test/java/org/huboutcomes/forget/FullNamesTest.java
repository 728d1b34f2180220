package org.huboutcomes.forget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FullNamesTest {

    private final FullNames names = new FullNames(List.of("Ann Lee", "Lee", "Ann Lee & Co"), "P-1");

    @Test
    void aFullNameIsReplacedWhereverItStandsAndASingleWordIsNot() {
        assertThat(names.replacedIn("Ask ann  lee, or Lee; not Ann Leeson"))
                .isEqualTo("Ask P-1, or Lee; not Ann Leeson");
    }

    @Test
    void theLongestNameIsReplacedFirst() {
        assertThat(names.replacedIn("Ann Lee & Co")).isEqualTo("P-1");
    }

    @Test
    void inMarkupAnAmpersandIsEscaped() {
        assertThat(names.replacedInMarkup("<t>Ann Lee</t>")).isEqualTo("<t>P-1</t>");
    }
}
