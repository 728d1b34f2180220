package org.huboutcomes.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.huboutcomes.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

class SentenceBankTest {

    private final SentenceBank bank = new SentenceBank(Catalogue.packaged());

    @Test
    void oneIsSingular() {
        SentenceContext one = new SentenceContext().say("schools", "1");
        SentenceContext two = new SentenceContext().say("schools", "2");
        assertThat(SentenceBank.filled("{schools|school|schools} moved", one)).isEqualTo("1 school moved");
        assertThat(SentenceBank.filled("{schools|school|schools} moved", two)).isEqualTo("2 schools moved");
    }

    @Test
    void aSentenceThatAsksForWhatIsNotKnownIsRefused() {
        assertThatThrownBy(() -> SentenceBank.filled("{reason}", new SentenceContext()))
                .hasMessageContaining("{reason}");
    }

    @Test
    void theFirstSentenceThatHoldsIsTheOneThatIsSaid() {
        assertThat(bank.title(
                        "title grid",
                        new SentenceContext()
                                .say("contexts", "1")
                                .say("reached", "1")
                                .flag("few", true)))
                .isEqualTo("Too few schools in each context to judge");
        assertThat(bank.title(
                        "title grid", new SentenceContext().say("contexts", "7").say("reached", "3")))
                .isEqualTo("3 of 7 contexts with three or more schools reached");
    }

    @Test
    void whatDoesNotApplyIsSaidBeforeWhatIsMissing() {
        SentenceContext facts = new SentenceContext()
                .say("title", "Schools engaged")
                .say("year", "2022/23")
                .say("hub", "Fenny Isle")
                .say("network_name", "Maths Hubs");
        assertThat(bank.title("missing", facts)).startsWith("Schools engaged: not available for 2022/23");
        assertThat(bank.title("missing", facts.flag("z", true))).startsWith("Schools engaged: does not apply");
    }
}
