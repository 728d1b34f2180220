package org.huboutcomes.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.util.List;
import java.util.Map;
import org.huboutcomes.reports.paper.PdfRenderer;
import org.huboutcomes.reports.paper.ReportResources;
import org.junit.jupiter.api.Test;

class PaletteTest {

    private static final Palette PALETTE =
            new PdfRenderer(ReportResources.packaged()).look().palette();

    @Test
    void typeIsReadOnItsGround() {
        for (ColourRole ground : List.of(ColourRole.PAPER, ColourRole.CARD))
            for (ColourRole type : List.of(
                    ColourRole.TYPE, ColourRole.STRONG_TYPE, ColourRole.QUIET, ColourRole.SELF, ColourRole.NETWORK))
                assertThat(Palette.contrast(PALETTE.of(type), PALETTE.of(ground)))
                        .as(type + " on " + ground)
                        .isGreaterThanOrEqualTo(4.5);
        for (ColourRole type : List.of(ColourRole.COVER_TYPE, ColourRole.PAPER))
            assertThat(Palette.contrast(PALETTE.of(type), PALETTE.of(ColourRole.COVER)))
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
        assertThatThrownBy(() -> new Palette(Map.of(ColourRole.SELF, Color.BLACK)))
                .hasMessageContaining("no style for the colour");
    }
}
