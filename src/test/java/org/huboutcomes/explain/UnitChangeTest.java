package org.huboutcomes.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnitChangeTest {

    @Test
    void thePartsSayWhoWasGainedLostOrCountsDifferentlyAndAddUp() {
        List<ExplainedUnit> before =
                List.of(unit("1", 1, null), unit("2", 1, "Left"), unit("3", 1, "Closed"), unit("4", 0, null));
        List<ExplainedUnit> now = List.of(unit("1", 3, null), unit("4", 1, null), unit("5", 1, null));
        UnitChange change = UnitChange.between(before, now, ExplainedUnit::numerator);
        assertThat(change.before()).isEqualTo(3);
        assertThat(change.now()).isEqualTo(5);
        assertThat(change.parts())
                .containsExactly(
                        new UnitChange.Part("counted this year and not last year", 2, List.of("School 4", "School 5")),
                        new UnitChange.Part("counted last year and not this year (Left)", -1, List.of("School 2")),
                        new UnitChange.Part("counted last year and not this year (Closed)", -1, List.of("School 3")),
                        new UnitChange.Part("counted in both years, with another number", 2, List.of("School 1")));
    }

    private static ExplainedUnit unit(String reference, double numerator, String fateAfter) {
        return new ExplainedUnit(reference, "School " + reference, null, numerator, 1, 0, fateAfter);
    }
}
