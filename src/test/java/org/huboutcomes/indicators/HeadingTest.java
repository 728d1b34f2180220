package org.huboutcomes.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.junit.jupiter.api.Test;

class HeadingTest {

    private static final String WHOLE =
            Heading.KEYS.stream().map(key -> "-- " + key + ": words\n").collect(Collectors.joining());

    @Test
    void aTextContinuesOnAnIndentedLine() {
        Heading heading = heading(WHOLE.replace("why: words", "why: because of\n--      many things"));
        assertThat(heading.of("why")).isEqualTo("because of many things");
        assertThat(heading.of("title")).isEqualTo("words");
    }

    @Test
    void refusesAHeadingWithoutAKey() {
        assertThatThrownBy(() -> heading(WHOLE.replace("-- unit: words\n", "")))
                .isInstanceOf(CatalogueFault.class)
                .hasMessage("jobs/indicators/reach/x.sql has no \"unit\" in its heading.");
    }

    @Test
    void refusesAnUnknownKey() {
        assertThatThrownBy(() -> heading(WHOLE + "-- colour: red\n"))
                .isInstanceOf(CatalogueFault.class)
                .hasMessage("jobs/indicators/reach/x.sql has \"colour\" in its heading, which is not a key.");
    }

    @Test
    void refusesKeysInTheWrongOrder() {
        assertThatThrownBy(() -> heading(WHOLE.replace("-- title: words\n", "") + "-- title: words\n"))
                .isInstanceOf(CatalogueFault.class)
                .hasMessageStartingWith("jobs/indicators/reach/x.sql opens with [question, numerator,")
                .hasMessageEndingWith("in that order.");
    }

    @Test
    void refusesAKeyWithoutText() {
        assertThatThrownBy(() -> heading(WHOLE.replace("source: words", "source:")))
                .isInstanceOf(CatalogueFault.class)
                .hasMessage("jobs/indicators/reach/x.sql has no text after \"source\".");
    }

    @Test
    void refusesAnOutcomeThatIsNotItsFolder() {
        assertThatThrownBy(() -> Indicator.of(new Catalogue.Entry("indicators/reach", "x", WHOLE + "select 1")))
                .isInstanceOf(CatalogueFault.class)
                .hasMessage("jobs/indicators/reach/x.sql says outcome: words. Use one of: reach.");
    }

    private static Heading heading(String text) {
        return Heading.of("jobs/indicators/reach/x.sql", text + "\nselect 1");
    }
}
