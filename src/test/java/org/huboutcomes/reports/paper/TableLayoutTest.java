package org.huboutcomes.reports.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TableLayoutTest {

    @ParameterizedTest
    @EnumSource
    void itsColumnsFillThePageAndNoMore(TableLayout layout) {
        layout.columnCounts().forEach(columns -> {
            int[] widths = layout.widths(columns);
            assertThat(widths).hasSize(columns);
            assertThat(Arrays.stream(widths)).allMatch(width -> width >= 32);
            int left = TableLayout.WIDTH - Arrays.stream(widths).sum();
            if (layout.hasStrips()) assertThat(left).isGreaterThanOrEqualTo(60);
            else assertThat(left).isZero();
        });
    }

    @ParameterizedTest
    @CsvSource({"PLOT, 3", "PLOT, 4", "RANGES, 5", "CLOSE, 4"})
    void aCountOfAWholeNetworkStandsOnOneLine(TableLayout layout, int columns) throws Exception {
        int gutter = 8;
        try (InputStream type =
                new ByteArrayInputStream(ReportResources.packaged().bytes("house/fonts/SourceSans3_400Regular.ttf"))) {
            double needed = Font.createFont(Font.TRUETYPE_FONT, type)
                    .deriveFont(10f)
                    .getStringBounds("208,730 of 551,425", new FontRenderContext(null, true, true))
                    .getWidth();
            assertThat(layout.widths(columns)[1] - gutter).isGreaterThan((int) needed);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTableOfMoreColumnsThanItHoldsIsRefused(TableLayout layout) {
        int tooMany = layout.columnCounts().max().orElseThrow() + 1;
        List<String> heads = Collections.nCopies(tooMany, "Head");
        assertThatThrownBy(() -> new ReportBlock.Table("Title", layout, heads, List.of()))
                .hasMessageContaining("cannot hold " + tooMany);
    }
}
