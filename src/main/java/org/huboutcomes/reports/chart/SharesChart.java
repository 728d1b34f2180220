package org.huboutcomes.reports.chart;

import java.util.List;

/// How a whole is made up, seen from several sides: one bar of the same length for each, its parts named where there is
/// room for their names.
public record SharesChart(List<Side> sides) implements Chart {

    public record Side(String label, List<Part> parts) {}

    public record Part(String label, double share, String printed) {}

    private static final double STEP = 38;
    private static final double BAR = 19;

    @Override
    public int height() {
        return (int) (sides.size() * STEP + 2);
    }

    @Override
    public void draw(Pen pen) {
        for (int i = 0; i < sides.size(); i++) side(pen, sides.get(i), i * STEP);
    }

    private static void side(Pen pen, Side side, double top) {
        pen.left(side.label(), 0, top + 10, Type.HEAD);
        double x = 0;
        for (int i = 0; i < side.parts().size(); i++) {
            Part part = side.parts().get(i);
            double wide = pen.width() * part.share() / 100;
            Shade shade =
                    Shade.SELF.tint(1 - 0.78 * i / Math.max(1, side.parts().size() - 1));
            pen.box(x, top + 15, Math.max(wide - 1, 0.4), BAR, shade);
            Type type = new Type(Type.Weight.REGULAR, 8.5f, pen.typeOn(shade));
            String name = part.label() + " " + part.printed();
            for (String words : List.of(name, part.printed()))
                if (pen.width(words, type) + 8 <= wide) {
                    pen.centre(words, x + wide / 2, top + 15 + BAR / 2 + 3, type);
                    break;
                }
            x += wide;
        }
    }
}
