package org.huboutcomes.reports.chart;

import java.util.List;

/// Places on a map with north at the top and the same scale in both directions. Marked places are dark and larger,
/// so that they can be distinguished without colour.
public record DotMap(String marked, String others, List<Place> places) implements Chart {

    /// @param easting metres of the British National Grid
    /// @param northing the same
    public record Place(double easting, double northing, boolean isMarked) {}

    private static final double TOP = 18;
    private static final double MARGIN = 7;
    private static final int[] KILOMETRES = {1, 2, 5, 10, 20, 50, 100, 200};

    public DotMap {
        if (places.isEmpty()) throw new IllegalArgumentException("A map needs a place.");
    }

    @Override
    public int height() {
        return 128;
    }

    @Override
    public void draw(ChartCanvas pen) {
        new Legend(pen, 0, 7).disc(marked).spot(1.7, Shade.QUIET.tint(0.35), others);
        double west = places.stream().mapToDouble(Place::easting).min().orElseThrow();
        double east = places.stream().mapToDouble(Place::easting).max().orElseThrow();
        double south = places.stream().mapToDouble(Place::northing).min().orElseThrow();
        double north = places.stream().mapToDouble(Place::northing).max().orElseThrow();
        double wide = pen.width() - 2 * MARGIN;
        double high = pen.height() - TOP - 2 * MARGIN;
        // At least a kilometre, in case all places are in one spot.
        double metres = Math.max(Math.max((east - west) / wide, (north - south) / high), 1000 / high);
        double left = (pen.width() - (east - west) / metres) / 2;
        double foot = pen.height() - MARGIN - (high - (north - south) / metres) / 2;
        pen.frame(0.5, TOP, pen.width() - 2, pen.height() - TOP - 1, Shade.RULE, 0.8);
        for (boolean isMarked : new boolean[] {false, true})
            for (Place place : places)
                if (place.isMarked() == isMarked)
                    mark(
                            pen,
                            left + (place.easting() - west) / metres,
                            foot - (place.northing() - south) / metres,
                            isMarked);
        scale(pen, metres);
    }

    private static void mark(ChartCanvas pen, double x, double y, boolean isMarked) {
        if (isMarked) pen.dot(x, y, 2.4, Shade.SELF);
        else pen.disc(x, y, 1.7, Shade.QUIET.tint(0.35));
    }

    /// The longest round distance that is no more than a sixth of the map.
    private static void scale(ChartCanvas pen, double metres) {
        int kilometres = KILOMETRES[0];
        for (int longer : KILOMETRES) if (longer * 1000 / metres <= pen.width() / 6) kilometres = longer;
        double y = pen.height() - MARGIN - 2;
        pen.line(MARGIN, y, MARGIN + kilometres * 1000 / metres, y, Shade.TYPE, 1.2);
        pen.left(kilometres + " km", MARGIN, y - 4, TextStyle.QUIET);
    }
}
