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
    public void keys(ChartCanvas pen) {
        new Legend(pen, 0, 7)
                .disc(pen.word("one hub"))
                .limits(pen.word("limits"))
                .tick(pen.word("network value"));
    }

    @Override
    public void row(ChartCanvas pen, int index) {
        double wide = pen.width() / network.size();
        double y = pen.height() / 2;
        for (int panel = 0; panel < network.size(); panel++) {
            Axis axis = axis(panel).between(panel * wide + GAP, (panel + 1) * wide - GAP);
            pen.box(panel * wide + 2, 0, wide - 4, pen.height(), Shade.RULE.tint(0.35));
            Double middle = network.get(panel);
            if (middle != null) pen.line(axis.at(middle), 1, axis.at(middle), pen.height() - 1, Shade.TYPE, 1);
            ChartMark mark = rows.get(index).get(panel);
            if (mark == null) continue;
            if (mark.lower() != null) pen.line(axis.at(mark.least()), y, axis.at(mark.most()), y, Shade.SELF, 1.2);
            pen.dot(axis.at(mark.value()), y, 2.4, Shade.SELF);
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
    public void axis(ChartCanvas pen) {}

    @Override
    public boolean hasAxis() {
        return false;
    }
}
