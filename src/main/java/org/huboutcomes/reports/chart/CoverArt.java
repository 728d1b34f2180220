package org.huboutcomes.reports.chart;

import java.util.Random;

/// The cover's picture: a field of points joined to their neighbours, the same for the same seed on every machine.
public record CoverArt(long seed, int height) implements Chart {

    private static final int POINTS = 46;

    @Override
    public void draw(Pen pen) {
        pen.box(0, 0, pen.width(), pen.height(), Shade.COVER);
        // java.util.Random promises its sequence, whatever the version of Java.
        Random random = new Random(seed);
        double[][] points = new double[POINTS][];
        for (int i = 0; i < POINTS; i++) {
            double along = Math.pow(random.nextDouble(), 0.62);
            points[i] = new double[] {
                pen.width() * (0.18 + 0.9 * along),
                pen.height() * (0.11 + 0.49 * random.nextDouble()),
                random.nextDouble()
            };
        }
        for (int i = 0; i < POINTS; i++)
            for (int j = 0; j < i; j++)
                if (distance(points[i], points[j]) < 92)
                    pen.line(points[i][0], points[i][1], points[j][0], points[j][1], Shade.COVER_LINE, 0.7);
        for (int i = 0; i < POINTS; i++) {
            boolean bright = i % 8 == 0;
            pen.disc(points[i][0], points[i][1], 2.2 + 4 * points[i][2], bright ? Shade.ACCENT : Shade.COVER_POINT);
        }
    }

    private static double distance(double[] one, double[] other) {
        return Math.hypot(one[0] - other[0], one[1] - other[1]);
    }
}
