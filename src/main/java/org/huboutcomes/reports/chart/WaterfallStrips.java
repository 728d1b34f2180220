package org.huboutcomes.reports.chart;

import java.util.List;

/// How one number became another: a bar for each step, from the number before to the number after it. The first and
/// the last bar begin at zero.
///
/// @param key the meaning of the whole bars, in the legend
public record WaterfallStrips(String key, List<Step> steps) implements Strips {

    /// @param isWhole whether it is a total and not a change
    public record Step(double from, double to, boolean isWhole) {}

    private static final double MARGIN = 12;

    @Override
    public void keys(ChartCanvas canvas) {
        new Legend(canvas, 0, 7)
                .swatch(Shade.SELF, key)
                .swatch(Shade.ACCENT.tint(0.55), canvas.word("gained"))
                .swatch(Shade.NETWORK.tint(0.75), canvas.word("lost"));
    }

    @Override
    public void row(ChartCanvas canvas, int index) {
        Step step = steps.get(index);
        Axis across = across(canvas);
        double y = canvas.height() / 2;
        double from = across.at(Math.min(step.from(), step.to()));
        double wide = across.at(Math.max(step.from(), step.to())) - from;
        Shade colour = step.isWhole()
                ? Shade.SELF
                : step.to() >= step.from() ? Shade.ACCENT.tint(0.55) : Shade.NETWORK.tint(0.75);
        canvas.box(from, y - 5, wide, 10, colour);
        if (index + 1 < steps.size())
            canvas.line(across.at(step.to()), y, across.at(step.to()), canvas.height(), Shade.QUIET, 0.7);
        if (index > 0) canvas.line(across.at(step.from()), 0, across.at(step.from()), y, Shade.QUIET, 0.7);
        canvas.line(MARGIN, 0, MARGIN, canvas.height(), Shade.QUIET, 0.8);
    }

    @Override
    public void axis(ChartCanvas canvas) {}

    @Override
    public boolean hasAxis() {
        return false;
    }

    private Axis across(ChartCanvas canvas) {
        double most = steps.stream()
                .mapToDouble(step -> Math.max(step.from(), step.to()))
                .max()
                .orElse(1);
        return new Axis(0, Math.max(most, 1), 1, MARGIN, canvas.width() - MARGIN);
    }
}
