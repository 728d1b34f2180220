package org.huboutcomes.reports.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LayoutTest {

    @ParameterizedTest
    @EnumSource
    void itsColumnsFillThePageAndNoMore(Layout layout) {
        layout.columnCounts().forEach(columns -> {
            int[] widths = layout.widths(columns);
            assertThat(widths).hasSize(columns);
            assertThat(Arrays.stream(widths)).allMatch(width -> width >= 32);
            int left = Layout.WIDTH - Arrays.stream(widths).sum();
            if (layout.hasStrips()) assertThat(left).isGreaterThanOrEqualTo(90);
            else assertThat(left).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aTableOfMoreColumnsThanItHoldsIsRefused(Layout layout) {
        int tooMany = layout.columnCounts().max().orElseThrow() + 1;
        List<String> heads = Collections.nCopies(tooMany, "Head");
        assertThatThrownBy(() -> new Block.Table("Title", layout, heads, List.of()))
                .hasMessageContaining("cannot hold " + tooMany);
    }
}
