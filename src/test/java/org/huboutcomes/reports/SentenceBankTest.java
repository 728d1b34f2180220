package org.huboutcomes.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.huboutcomes.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

class SentenceBankTest {

    private final SentenceBank bank = new SentenceBank(Catalogue.packaged());

    @Test
    void oneIsSingular() {
        Facts one = new Facts().say("schools", "1");
        Facts two = new Facts().say("schools", "2");
        assertThat(SentenceBank.filled("{schools|school|schools} moved", one)).isEqualTo("1 school moved");
        assertThat(SentenceBank.filled("{schools|school|schools} moved", two)).isEqualTo("2 schools moved");
    }

    @Test
    void aSentenceThatAsksForWhatIsNotKnownIsRefused() {
        assertThatThrownBy(() -> SentenceBank.filled("{reason}", new Facts())).hasMessageContaining("{reason}");
    }

    @Test
    void nothingIsRemarkedOnFromFewerThanThirty() {
        assertThat(bank.say("remark", risen(29))).isEmpty();
        assertThat(bank.say("remark", risen(30)))
                .contains("Reach: 40.0% in 2021/22, 60.0% in 2022/23 (18 of 30), a rise beyond chance.");
    }

    @Test
    void noSentenceClaimsACauseOrARankOrALight() {
        for (Catalogue.Entry file : Catalogue.packaged().list("sentences", "yaml"))
            assertThat(file.text().replaceAll("(?m)^#.*$", ""))
                    .doesNotContainPattern(
                            "(?i)\\b(because|caused|led to|due to|impact|rank|best|worst|top|bottom|red|amber|green|significant\\w*)\\b");
    }

    private static Facts risen(int n) {
        Facts facts = new Facts()
                .flag("rose", true)
                .say("title", "Reach")
                .say("before", "40.0%")
                .say("value", "60.0%")
                .say("count", "18 of 30")
                .say("last_year", "2021/22")
                .say("year", "2022/23");
        facts.n = n;
        return facts;
    }
}
