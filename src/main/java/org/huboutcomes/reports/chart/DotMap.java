package org.huboutcomes.reports.chart;

import java.util.List;

/// Places on a map with north at the top and the same scale in both directions. Marked places are dark and larger,
/// so that they can be distinguished without colour.
public record DotMap(String marked, String others, List<MapPoint> points) implements Chart {

    /// @param easting metres of the British National Grid
    /// @param northing the same
    public record MapPoint(double easting, double northing, boolean isMarked) {}

    private static final double TOP = 18;
    private static final double MARGIN = 7;
    private static final int[] KILOMETRES = {1, 2, 5, 10, 20, 50, 100, 200};

    public DotMap {
        if (points.isEmpty()) throw new IllegalArgumentException("A map needs a place.");
    }

    @Override
    public int height() {
        return 128;
    }

    @Override
    public void draw(ChartCanvas canvas) {
        new Legend(canvas, 0, 7).disc(marked).spot(1.7, Shade.QUIET.tint(0.35), others);
        double west = points.stream().mapToDouble(MapPoint::easting).min().orElseThrow();
        double east = points.stream().mapToDouble(MapPoint::easting).max().orElseThrow();
        double south = points.stream().mapToDouble(MapPoint::northing).min().orElseThrow();
        double north = points.stream().mapToDouble(MapPoint::northing).max().orElseThrow();
        double wide = canvas.width() - 2 * MARGIN;
        double high = canvas.height() - TOP - 2 * MARGIN;
        // At least a kilometre, in case all places are in one spot.
        double metres = Math.max(Math.max((east - west) / wide, (north - south) / high), 1000 / high);
        double left = (canvas.width() - (east - west) / metres) / 2;
        double foot = canvas.height() - MARGIN - (high - (north - south) / metres) / 2;
        canvas.frame(0.5, TOP, canvas.width() - 2, canvas.height() - TOP - 1, Shade.RULE, 0.8);
        for (boolean isMarked : new boolean[] {false, true})
            for (MapPoint point : points)
                if (point.isMarked() == isMarked)
                    mark(
                            canvas,
                            left + (point.easting() - west) / metres,
                            foot - (point.northing() - south) / metres,
                            isMarked);
        scale(canvas, metres);
    }

    private static void mark(ChartCanvas canvas, double x, double y, boolean isMarked) {
        if (isMarked) canvas.dot(x, y, 2.4, Shade.SELF);
        else canvas.disc(x, y, 1.7, Shade.QUIET.tint(0.35));
    }

    /// The longest round distance that is no more than a sixth of the map.
    private static void scale(ChartCanvas canvas, double metres) {
        int kilometres = KILOMETRES[0];
        for (int longer : KILOMETRES) if (longer * 1000 / metres <= canvas.width() / 6) kilometres = longer;
        double y = canvas.height() - MARGIN - 2;
        canvas.line(MARGIN, y, MARGIN + kilometres * 1000 / metres, y, Shade.TYPE, 1.2);
        canvas.left(kilometres + " km", MARGIN, y - 4, TextStyle.QUIET);
    }
}
