package org.huboutcomes.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.util.List;
import java.util.Map;
import org.huboutcomes.reports.paper.House;
import org.huboutcomes.reports.paper.Press;
import org.junit.jupiter.api.Test;

class PaletteTest {

    private static final Palette PALETTE = new Press(House.packaged()).look().palette();

    @Test
    void typeIsReadOnItsGround() {
        for (Ink ground : List.of(Ink.PAPER, Ink.CARD))
            for (Ink type : List.of(Ink.TYPE, Ink.STRONG_TYPE, Ink.QUIET, Ink.SELF, Ink.NETWORK))
                assertThat(Palette.contrast(PALETTE.of(type), PALETTE.of(ground)))
                        .as(type + " on " + ground)
                        .isGreaterThanOrEqualTo(4.5);
        for (Ink type : List.of(Ink.COVER_TYPE, Ink.PAPER))
            assertThat(Palette.contrast(PALETTE.of(type), PALETTE.of(Ink.COVER)))
                    .isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void typeOnAnyTintIsRead() {
        for (Shade colour : List.of(Shade.SELF, Shade.NETWORK, Shade.ACCENT))
            for (double strength = 0; strength <= 1; strength += 0.05) {
                Shade ground = colour.tint(strength);
                assertThat(Palette.contrast(PALETTE.of(PALETTE.typeOn(ground)), PALETTE.of(ground)))
                        .isGreaterThanOrEqualTo(4.5);
            }
    }

    @Test
    void blackOnWhiteIsTwentyOneToOne() {
        assertThat(Palette.contrast(Color.BLACK, Color.WHITE)).isEqualTo(21.0);
    }

    @Test
    void aColourThatTheHouseDoesNotNameIsAskedFor() {
        assertThatThrownBy(() -> new Palette(Map.of(Ink.SELF, Color.BLACK))).hasMessageContaining("no colour");
    }
}
