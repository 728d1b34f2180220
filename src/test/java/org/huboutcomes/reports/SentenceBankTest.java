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
            assertThat(file.text().replaceAll("(?m)^#.*$", "")).doesNotContainPattern(CLAIMS);
    }

    /// The words that no sentence may use: of causes, of ranks, of lights, of one score for all.
    static final String CLAIMS =
            "(?i)\\b(because of|caused?|led to|due to|thanks to|impact\\w*|rank\\w*|league|best|worst"
                    + "|top|bottom|red|amber|green|rag|significant\\w*|composite|overall score|outperform\\w*|underperform\\w*)\\b";

    @Test
    void aPageOnWhichNothingMovedSaysSo() {
        Facts still = new Facts().say("year", "2022/23");
        assertThat(bank.title("remark otherwise", still))
                .isEqualTo(
                        "Nothing stands out in 2022/23: no figure here moved, or differs from the network, beyond chance.");
        assertThat(bank.title("remark otherwise", still.flag("nothing", true)))
                .isEqualTo("There is no figure to remark on for 2022/23.");
    }

    @Test
    void theFirstSentenceThatHoldsIsTheOneThatIsSaid() {
        assertThat(bank.say("remark", risen(100).flag("higher", true).say("network", "50.0%")))
                .hasValueSatisfying(said -> assertThat(said).endsWith("a rise beyond chance."));
        assertThat(bank.title(
                        "title grid",
                        new Facts().say("contexts", "1").say("reached", "1").flag("all", true)))
                .isEqualTo("All 1 context reached");
        assertThat(bank.title("title grid", new Facts().say("contexts", "7").say("reached", "3")))
                .isEqualTo("3 of 7 contexts reached");
    }

    @Test
    void whatDoesNotApplyIsSaidBeforeWhatIsMissing() {
        Facts facts = new Facts().say("year", "2022/23").say("hub", "Fenny Isle");
        assertThat(bank.title("missing", facts)).startsWith("There is no figure for 2022/23 (x)");
        assertThat(bank.title("missing", facts.flag("z", true))).contains("does not apply");
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
