package org.huboutcomes.reports.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The hubs of a network, unnamed, by size, with the control limits by which they are compared; one hub is marked.
public record FunnelChart(
        String sizeLabel,
        FunnelLimits limits,
        List<Hub> hubs,
        @Nullable Hub self) implements Chart {

    public record Hub(double n, double value, String printed) {}

    private static final double TOP = 8;
    private static final double FOOT = 34;
    private static final double LEFT = 38;
    private static final double RIGHT = 112;

    @Override
    public int height() {
        return 150;
    }

    @Override
    public void draw(ChartCanvas canvas) {
        List<Hub> all = Stream.concat(hubs.stream(), Stream.ofNullable(self)).toList();
        double largest = all.stream().mapToDouble(Hub::n).max().orElse(1);
        Axis across = Axis.around(0, largest * 1.02, 0, Double.MAX_VALUE, LEFT, canvas.width() - RIGHT);
        Axis up = upright(all, canvas);
        area(canvas, across, up, FunnelLimits.Z998, Shade.SELF.tint(0.07));
        area(canvas, across, up, FunnelLimits.Z95, Shade.SELF.tint(0.15));
        grid(canvas, across, up);
        for (Hub hub : hubs) canvas.dot(across.at(hub.n()), up.at(hub.value()), 2.6, Shade.QUIET);
        names(canvas, across, up);
        if (self != null) canvas.dot(across.at(self.n()), up.at(self.value()), 5, Shade.SELF);
    }

    private Axis upright(List<Hub> all, ChartCanvas canvas) {
        double centre = limits.centre();
        double least = all.stream().mapToDouble(Hub::value).min().orElse(0);
        double most = all.stream().mapToDouble(Hub::value).max().orElse(100);
        return Axis.around(
                Math.min(least, centre - 10) - 3, Math.max(most, centre + 10) + 3, 0, 100, canvas.height() - FOOT, TOP);
    }

    private void grid(ChartCanvas canvas, Axis across, Axis up) {
        double right = canvas.width() - RIGHT;
        for (double tick : up.ticks()) {
            canvas.line(LEFT, up.at(tick), right, up.at(tick), Shade.RULE, 0.6);
            canvas.right(Unit.PERCENT.tick(tick), LEFT - 7, up.at(tick) + 3, TextStyle.QUIET);
        }
        for (double tick : across.ticks())
            canvas.centre(Unit.NUMBER.tick(tick), across.at(tick), canvas.height() - FOOT + 13, TextStyle.QUIET);
        canvas.centre(sizeLabel, (LEFT + right) / 2, canvas.height() - 5, TextStyle.QUIET);
        canvas.line(LEFT, up.at(limits.centre()), right, up.at(limits.centre()), Shade.NETWORK, 1.3);
    }

    private static List<double[]> curve(Axis across, Axis up, DoubleUnaryOperator limit) {
        List<double[]> curve = new ArrayList<>();
        for (int i = 0; i <= 60; i++) {
            double n = across.low() + (across.high() - across.low()) * Math.max(i / 60.0, 0.02);
            curve.add(new double[] {across.at(n), up.at(limit.applyAsDouble(n))});
        }
        return curve;
    }

    private void area(ChartCanvas canvas, Axis across, Axis up, double z, Shade colour) {
        List<double[]> edge = curve(across, up, n -> limits.upper(n, z));
        List<double[]> lower = curve(across, up, n -> limits.lower(n, z));
        for (int i = lower.size() - 1; i >= 0; i--) edge.add(lower.get(i));
        canvas.area(edge, colour);
    }

    private void names(ChartCanvas canvas, Axis across, Axis up) {
        double edge = canvas.width() - RIGHT + 7;
        double line = up.at(limits.centre());
        double inner = Math.min(up.at(limits.upper(across.high(), FunnelLimits.Z95)), line - 13);
        double outer = Math.min(up.at(limits.upper(across.high(), FunnelLimits.Z998)), inner - 12);
        canvas.left(canvas.word("outer limits"), edge, outer + 3, TextStyle.QUIET);
        canvas.left(canvas.word("inner limits"), edge, inner + 3, TextStyle.QUIET);
        canvas.left(canvas.word("all hubs"), edge, line + 3, TextStyle.NETWORK);
        if (self != null) self(canvas, across, up, self);
    }

    private void self(ChartCanvas canvas, Axis across, Axis up, Hub hub) {
        boolean above = hub.value() >= limits.centre();
        String name = canvas.word("self") + " " + hub.printed();
        double half = canvas.width(name, TextStyle.STRONG) / 2;
        double x = Math.max(LEFT + half + 3, Math.min(across.at(hub.n()), canvas.width() - RIGHT - half - 3));
        double y = up.at(hub.value()) + (above ? -10 : 16);
        // A white background, because other hubs may be below the text.
        canvas.box(x - half - 2, y - 8, 2 * half + 4, 10.5, Shade.SELF.tint(0.03));
        canvas.centre(name, x, y, TextStyle.STRONG);
    }
}
