package org.huboutcomes.reports.chart;

import java.util.List;

/// Answers on a scale, one bar for each item, centred on the middle option; the most positive option is the last.
///
/// @param items for each item the percentages of its valid answers, in the order of the options
public record LikertStrips(List<String> options, List<List<Double>> items) implements Strips {

    private static final double MARGIN = 6;

    @Override
    public void keys(ChartCanvas canvas) {
        Legend legend = new Legend(canvas, 0, 7);
        for (int i = 0; i < options.size(); i++) legend.swatch(colour(i), options.get(i));
    }

    @Override
    public void row(ChartCanvas canvas, int index) {
        Axis axis = axisAcross(canvas);
        List<Double> shares = items.get(index);
        double y = canvas.height() / 2;
        double from = -negative(shares);
        for (int i = 0; i < options.size(); i++) {
            double left = axis.at(from);
            double right = axis.at(from + shares.get(i));
            canvas.box(left, y - 5, right - left - 0.7, 10, colour(i));
            from += shares.get(i);
        }
        canvas.line(axis.at(0), 0, axis.at(0), canvas.height(), Shade.TYPE, 0.9);
    }

    @Override
    public void axis(ChartCanvas canvas) {}

    @Override
    public boolean hasAxis() {
        return false;
    }

    private Axis axisAcross(ChartCanvas canvas) {
        double least = items.stream().mapToDouble(this::negative).max().orElse(0);
        double most =
                items.stream().mapToDouble(item -> 100 - negative(item)).max().orElse(100);
        return new Axis(-Math.max(5, least), most, 25, MARGIN, canvas.width() - MARGIN);
    }

    /// The width to the left of zero: the options below the middle, and half of the middle one.
    private double negative(List<Double> shares) {
        int middle = options.size() / 2;
        double below = shares.subList(0, middle).stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        return options.size() % 2 == 1 ? below + shares.get(middle) / 2 : below;
    }

    private Shade colour(int option) {
        int last = options.size() - 1;
        double side = 2.0 * option / last - 1;
        if (Math.abs(side) < 1e-9) return Shade.RULE;
        // The negative side is paler, so that the two ends also differ in greyscale.
        double most = side < 0 ? 0.7 : 1;
        double strength = Math.abs(side) > 0.75 ? most : 0.4 * most;
        return (side < 0 ? Shade.NETWORK : Shade.SELF).tint(strength);
    }
}
