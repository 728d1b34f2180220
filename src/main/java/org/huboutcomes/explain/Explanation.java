package org.huboutcomes.explain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huboutcomes.indicators.FigureKey;

/// A published figure with all that stands behind it, each part a list of rows as `jobs/explain` makes them.
///
/// @param key which figure
/// @param figure its row of `result`
/// @param network the network's figure beside a hub's; empty for a network's own
/// @param definition its indicator's heading
/// @param sheets the sheets and cells it was counted from, whose counts add up to it
/// @param parts the parts that its indicator tells apart
/// @param fates where schools are followed: what became of how many
/// @param lost where schools are followed: those that were lost
/// @param missing the returns that it needs and that have not come
/// @param total what all units add up to, beside what the last night counted
public record Explanation(
        FigureKey key,
        Map<String, Object> figure,
        Map<String, Object> network,
        Map<String, Object> definition,
        List<Map<String, Object>> sheets,
        List<Map<String, Object>> parts,
        List<Map<String, Object>> fates,
        List<Map<String, Object>> lost,
        List<Map<String, Object>> missing,
        Map<String, Object> total) {

    /// Whether some count of it is suppressed.
    public boolean isHidden() {
        return isHidden(figure);
    }

    /// Whether its units add up to what the last night counted; they do unless the catalogue has changed since.
    public boolean addsUp() {
        return isHidden()
                || same("numerator") && same("denominator") && (same("n") || Objects.equals(total.get("n"), 0.0));
    }

    private boolean same(String count) {
        return Objects.equals(total.get(count), total.get("measured_" + count));
    }

    static boolean isHidden(Map<String, Object> figure) {
        return List.of("numerator_symbol", "denominator_symbol", "n_symbol", "value_symbol").stream()
                .anyMatch(symbol -> "c".equals(figure.get(symbol)));
    }
}
