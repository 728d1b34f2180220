package org.huboutcomes.reports.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Several figures of a hub side by side: each small panel has its value with limits, and the network's value as a
/// vertical line. A panel has the same scale in all rows.
///
/// @param network the network's value in each panel; null if it has none
/// @param rows for each hub its mark in each panel; null if it has no value
public record HubStrips(List<@Nullable Double> network, List<List<@Nullable ChartMark>> rows) implements Strips {

    private static final double GAP = 5;

    @Override
    public void keys(ChartCanvas canvas) {
        new Legend(canvas, 0, 7)
                .disc(canvas.word("one hub"))
                .limits(canvas.word("limits"))
                .tick(canvas.word("network value"));
    }

    @Override
    public void row(ChartCanvas canvas, int index) {
        double wide = canvas.width() / network.size();
        double y = canvas.height() / 2;
        for (int panel = 0; panel < network.size(); panel++) {
            Axis axis = axis(panel).between(panel * wide + GAP, (panel + 1) * wide - GAP);
            canvas.box(panel * wide + 2, 0, wide - 4, canvas.height(), Shade.RULE.tint(0.35));
            Double middle = network.get(panel);
            if (middle != null) canvas.line(axis.at(middle), 1, axis.at(middle), canvas.height() - 1, Shade.TYPE, 1);
            ChartMark mark = rows.get(index).get(panel);
            if (mark == null) continue;
            if (mark.lower() != null) canvas.line(axis.at(mark.least()), y, axis.at(mark.most()), y, Shade.SELF, 1.2);
            canvas.dot(axis.at(mark.value()), y, 2.4, Shade.SELF);
        }
    }

    private Axis axis(int panel) {
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (List<@Nullable ChartMark> row : rows) {
            ChartMark mark = row.get(panel);
            if (mark == null) continue;
            least = Math.min(least, mark.least());
            most = Math.max(most, mark.most());
        }
        if (least > most) return new Axis(0, 1, 1, 0, 1);
        Double middle = network.get(panel);
        if (middle != null) {
            least = Math.min(least, middle);
            most = Math.max(most, middle);
        }
        return new Axis(least, Math.max(most, least + 1e-9), 1, 0, 1);
    }

    @Override
    public void axis(ChartCanvas canvas) {}

    @Override
    public boolean hasAxis() {
        return false;
    }
}
