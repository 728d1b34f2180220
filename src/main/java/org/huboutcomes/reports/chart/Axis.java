package org.huboutcomes.reports.chart;

import java.util.ArrayList;
import java.util.List;

/// A linear scale between two values with round steps, drawn between two points on paper.
record Axis(double low, double high, double step, double from, double to) {

    /// From the data's own bounds to the round steps around them, never outside `floor` and `ceiling`.
    static Axis around(double least, double most, double floor, double ceiling, double from, double to) {
        double span = Math.max(most - least, 1e-9);
        double step = roundStep(span / 4);
        double low = Math.max(floor, Math.floor(least / step) * step);
        double high = Math.min(ceiling, Math.ceil(most / step) * step);
        return new Axis(low, high <= low ? low + step : high, step, from, to);
    }

    double at(double value) {
        double inside = Math.max(low, Math.min(high, value));
        return from + (inside - low) / (high - low) * (to - from);
    }

    Axis between(double newFrom, double newTo) {
        return new Axis(low, high, step, newFrom, newTo);
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; low + i * step <= high + step / 1000; i++) ticks.add(low + i * step);
        return ticks;
    }

    /// The labelled steps: every second one if the labels would overlap.
    List<Double> labelled() {
        List<Double> all = ticks();
        double apart = Math.abs(at(low + step) - at(low));
        int each = apart < 21 ? Math.max(1, all.size() - 1) : apart < 38 ? 2 : 1;
        List<Double> labelled = new ArrayList<>();
        for (int i = 0; i < all.size(); i += each) labelled.add(all.get(i));
        return labelled;
    }

    private static double roundStep(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double part = rough / power;
        return power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 2.5 ? 2.5 : part <= 5 ? 5 : 10);
    }
}
