package org.huboutcomes.reports.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The hubs of a network, unnamed, by their size, between the limits that chance alone would give; this hub is marked.
public record FunnelChart(
        String sizeLabel,
        double network,
        String networkPrinted,
        List<Hub> hubs,
        @Nullable Hub self) implements Chart {

    public record Hub(double n, double value, String printed) {}

    private static final double Z95 = 1.959963984540054;
    private static final double Z998 = 3.090232306167813;
    private static final double TOP = 8;
    private static final double FOOT = 34;
    private static final double LEFT = 38;
    private static final double RIGHT = 90;

    @Override
    public int height() {
        return 196;
    }

    @Override
    public void draw(Pen pen) {
        List<Hub> all = Stream.concat(hubs.stream(), Stream.ofNullable(self)).toList();
        double largest = all.stream().mapToDouble(Hub::n).max().orElse(1);
        Axis across = Axis.around(0, largest * 1.02, 0, Double.MAX_VALUE, LEFT, pen.width() - RIGHT);
        Axis up = upright(all, pen);
        limits(pen, across, up, Z998, Shade.SELF.tint(0.07));
        limits(pen, across, up, Z95, Shade.SELF.tint(0.15));
        grid(pen, across, up);
        for (Hub hub : hubs) pen.dot(across.at(hub.n()), up.at(hub.value()), 2.6, Shade.QUIET);
        names(pen, across, up);
        if (self != null) pen.dot(across.at(self.n()), up.at(self.value()), 5, Shade.SELF);
    }

    private Axis upright(List<Hub> all, Pen pen) {
        double least = all.stream().mapToDouble(Hub::value).min().orElse(0);
        double most = all.stream().mapToDouble(Hub::value).max().orElse(100);
        return Axis.around(
                Math.min(least, network - 10) - 3, Math.max(most, network + 10) + 3, 0, 100, pen.height() - FOOT, TOP);
    }

    private void grid(Pen pen, Axis across, Axis up) {
        double right = pen.width() - RIGHT;
        for (double tick : up.ticks()) {
            pen.line(LEFT, up.at(tick), right, up.at(tick), Shade.RULE, 0.6);
            pen.right(Unit.PERCENT.tick(tick), LEFT - 7, up.at(tick) + 3, Type.QUIET);
        }
        for (double tick : across.ticks())
            pen.centre(Unit.NUMBER.tick(tick), across.at(tick), pen.height() - FOOT + 13, Type.QUIET);
        pen.centre(sizeLabel, (LEFT + right) / 2, pen.height() - 5, Type.QUIET);
        pen.line(LEFT, up.at(network), right, up.at(network), Shade.NETWORK, 1.3);
    }

    private void limits(Pen pen, Axis across, Axis up, double z, Shade colour) {
        List<double[]> upper = new ArrayList<>();
        List<double[]> lower = new ArrayList<>();
        double p = network / 100;
        for (int i = 0; i <= 60; i++) {
            double n = across.low() + (across.high() - across.low()) * Math.max(i / 60.0, 0.02);
            double half = 100 * z * Math.sqrt(p * (1 - p) / n);
            upper.add(new double[] {across.at(n), up.at(network + half)});
            lower.add(0, new double[] {across.at(n), up.at(network - half)});
        }
        upper.addAll(lower);
        pen.area(upper, colour);
    }

    private void names(Pen pen, Axis across, Axis up) {
        double edge = pen.width() - RIGHT + 7;
        double p = network / 100;
        double n = across.high();
        double outer = up.at(network + 100 * Z998 * Math.sqrt(p * (1 - p) / n));
        double inner = up.at(network + 100 * Z95 * Math.sqrt(p * (1 - p) / n));
        double line = up.at(network);
        inner = Math.min(inner, line - 13);
        outer = Math.min(outer, inner - 12);
        pen.left(pen.word("outer limits"), edge, outer + 3, Type.QUIET);
        pen.left(pen.word("inner limits"), edge, inner + 3, Type.QUIET);
        pen.left(pen.word("network") + " " + networkPrinted, edge, line + 3, Type.NETWORK);
        if (self == null) return;
        boolean above = self.value() >= network;
        String name = pen.word("self") + " " + self.printed();
        double half = pen.width(name, Type.STRONG) / 2;
        double x = Math.max(LEFT + half + 3, Math.min(across.at(self.n()), pen.width() - RIGHT - half - 3));
        double y = up.at(self.value()) + (above ? -10 : 16);
        // A white ground: other hubs may lie under the words.
        pen.box(x - half - 2, y - 8, 2 * half + 4, 10.5, Shade.SELF.tint(0.03));
        pen.centre(name, x, y, Type.STRONG);
    }
}
