package org.huboutcomes.reports.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A value over the years without an axis: a line with gaps for years without a value, and a disc at the last year.
///
/// @param values one for each year; null if the year has none
public record Sparkline(List<@Nullable Double> values) implements Chart {

    private static final double MARGIN = 4;

    @Override
    public int height() {
        return 24;
    }

    @Override
    public void draw(ChartCanvas canvas) {
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (Double value : values) {
            if (value == null) continue;
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        // Prevents a small change from looking like a cliff.
        double slack = Math.max(0, 10 - (most - least)) / 2;
        Axis up = new Axis(least - slack, most + slack, 1, canvas.height() - MARGIN, MARGIN);
        double step = (canvas.width() - 2 * MARGIN) / Math.max(1, values.size() - 1);
        List<double[]> run = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Double value = values.get(i);
            if (value == null) {
                stroke(canvas, run);
                run = new ArrayList<>();
            } else run.add(new double[] {MARGIN + i * step, up.at(value)});
        }
        stroke(canvas, run);
        int last = values.size() - 1;
        if (values.get(last) != null)
            canvas.dot(MARGIN + last * step, up.at(Objects.requireNonNull(values.get(last))), 2.6, Shade.SELF);
    }

    private static void stroke(ChartCanvas canvas, List<double[]> run) {
        if (run.size() == 1) canvas.disc(run.get(0)[0], run.get(0)[1], 1.6, Shade.SELF);
        else canvas.path(run, Shade.SELF, 1.6, false);
    }
}
