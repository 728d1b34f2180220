package org.huboutcomes.explain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huboutcomes.indicators.FigureKey;

/// A published figure with everything it was computed from, as lists of rows from `jobs/explain`.
///
/// @param key identifies the figure
/// @param figure its row of `result`
/// @param network the network's figure for comparison; empty for a network's own figure
/// @param definition the heading of its indicator
/// @param sheets the sheets and cells it was counted from; their counts add up to the figure
/// @param parts the parts that its indicator distinguishes
/// @param fates for indicators that follow schools: what happened to how many schools, and which counts include them
/// @param lost for indicators that follow schools: the schools no longer counted
/// @param hubs the hubs that contribute to a network's figure, and why others do not
/// @param missing the returns that the figure needs and that were not received
/// @param total the sum of all units, with the counts of the last nightly run
public record Explanation(
        FigureKey key,
        Map<String, Object> figure,
        Map<String, Object> network,
        Map<String, Object> definition,
        List<Map<String, Object>> sheets,
        List<Map<String, Object>> parts,
        List<Map<String, Object>> fates,
        List<Map<String, Object>> lost,
        List<Map<String, Object>> hubs,
        List<Map<String, Object>> missing,
        Map<String, Object> total) {

    /// Whether one of its counts is suppressed.
    public boolean isHidden() {
        return isHidden(figure);
    }

    /// Whether its units add up to the counts of the last nightly run. They do unless the catalogue has changed since.
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
