package org.huboutcomes.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteTest {

    private static final Color CARD = new Color(0xEEF2F6);
    private static final Color ON_COVER = new Color(0xD5E3EE);

    @Test
    void typeIsReadOnItsGround() {
        for (Color ground : List.of(Palette.WHITE, CARD))
            for (Color type : List.of(Palette.INK, Palette.QUIET, Palette.NAVY, Palette.PLUM))
                assertThat(Palette.contrast(type, ground)).isGreaterThanOrEqualTo(4.5);
        assertThat(Palette.contrast(ON_COVER, Palette.NAVY)).isGreaterThanOrEqualTo(4.5);
        assertThat(Palette.contrast(Palette.WHITE, Palette.NAVY)).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void typeOnAnyTintIsRead() {
        for (Color colour : List.of(Palette.NAVY, Palette.PLUM, Palette.TEAL))
            for (double strength = 0; strength <= 1; strength += 0.05) {
                Color ground = Palette.tint(colour, strength);
                assertThat(Palette.contrast(Palette.typeOn(ground), ground)).isGreaterThanOrEqualTo(4.5);
            }
    }

    @Test
    void blackOnWhiteIsTwentyOneToOne() {
        assertThat(Palette.contrast(Color.BLACK, Color.WHITE)).isEqualTo(21.0);
    }
}
