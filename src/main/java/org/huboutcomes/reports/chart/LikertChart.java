package org.huboutcomes.reports.chart;

import java.util.List;

/// Answers on a scale, one bar for each item, the middle option astride nought; the most positive option is the last.
public record LikertChart(List<String> options, List<Item> items) implements Chart {

    /// @param shares per cent of the valid answers, in the order of the options
    public record Item(String label, List<Double> shares, String positive, String n) {}

    private static final double HEAD = 36;
    private static final double STEP = 21;
    private static final double FOOT = 18;
    private static final double LEFT = 168;
    private static final double RIGHT = 84;

    @Override
    public int height() {
        return (int) (HEAD + items.size() * STEP + FOOT);
    }

    @Override
    public void draw(Pen pen) {
        double least = items.stream()
                .mapToDouble(item -> negative(item.shares()))
                .max()
                .orElse(0);
        double most = items.stream()
                .mapToDouble(item -> 100 - negative(item.shares()))
                .max()
                .orElse(100);
        Axis axis = Axis.around(-Math.max(5, least), most, -100, 100, LEFT, pen.width() - RIGHT);
        double bottom = HEAD + items.size() * STEP;
        Legend legend = new Legend(pen, 0, 7);
        for (int i = 0; i < options.size(); i++) legend.swatch(colour(i), options.get(i));
        pen.right(pen.word("positive"), pen.width() - 38, HEAD - 9, Type.HEAD.in(Shade.SELF));
        pen.right(pen.word("n"), pen.width(), HEAD - 9, Type.HEAD);
        for (double tick : axis.ticks()) {
            pen.line(axis.at(tick), HEAD, axis.at(tick), bottom, Shade.RULE, 0.6);
            pen.centre(Unit.PERCENT.tick(Math.abs(tick)), axis.at(tick), bottom + 12, Type.QUIET);
        }
        pen.line(axis.at(0), HEAD, axis.at(0), bottom, Shade.TYPE, 0.9);
        for (int i = 0; i < items.size(); i++) item(pen, axis, items.get(i), HEAD + (i + 0.5) * STEP);
    }

    private void item(Pen pen, Axis axis, Item item, double y) {
        pen.block(item.label(), 0, y, LEFT - 14, Type.LABEL);
        pen.right(item.positive(), pen.width() - 38, y + 3, Type.STRONG);
        pen.right(item.n(), pen.width(), y + 3, Type.QUIET);
        double from = -negative(item.shares());
        for (int i = 0; i < options.size(); i++) {
            double share = item.shares().get(i);
            double left = axis.at(from);
            double right = axis.at(from + share);
            pen.box(left, y - 7, right - left - 0.7, 14, colour(i));
            if (share >= 6) pen.centre(Long.toString(Math.round(share)), (left + right) / 2, y + 3, on(pen, i));
            from += share;
        }
    }

    /// What lies left of nought: the options below the middle, and half of the middle one.
    private double negative(List<Double> shares) {
        int middle = options.size() / 2;
        double below = shares.subList(0, middle).stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        return options.size() % 2 == 1 ? below + shares.get(middle) / 2 : below;
    }

    private Type on(Pen pen, int option) {
        return new Type(Type.Weight.SEMIBOLD, 8.5f, pen.typeOn(colour(option)));
    }

    private Shade colour(int option) {
        int last = options.size() - 1;
        double side = 2.0 * option / last - 1;
        if (Math.abs(side) < 1e-9) return Shade.RULE;
        // The negative side is paler, so that the two ends differ in grey as well.
        double most = side < 0 ? 0.7 : 1;
        double strength = Math.abs(side) > 0.75 ? most : 0.4 * most;
        return (side < 0 ? Shade.NETWORK : Shade.SELF).tint(strength);
    }
}
