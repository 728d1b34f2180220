package org.huboutcomes.reports.chart;

import java.awt.Font;

/// The style of a text on a chart: weight, size and colour.
record TextStyle(Weight weight, float size, Shade colour) {

    enum Weight {
        REGULAR,
        SEMIBOLD,
        BOLD
    }

    static final TextStyle LABEL = new TextStyle(Weight.REGULAR, 9f, Shade.TYPE);
    static final TextStyle QUIET = new TextStyle(Weight.REGULAR, 9f, Shade.QUIET);
    static final TextStyle STRONG = new TextStyle(Weight.SEMIBOLD, 9f, Shade.SELF);
    static final TextStyle NETWORK = new TextStyle(Weight.SEMIBOLD, 9f, Shade.NETWORK);
    static final TextStyle HEAD = new TextStyle(Weight.SEMIBOLD, 9f, Shade.QUIET);

    TextStyle in(Shade other) {
        return new TextStyle(weight, size, other);
    }

    Font font(Typefaces faces) {
        Font face = switch (weight) {
            case REGULAR -> faces.regular();
            case SEMIBOLD -> faces.semibold();
            case BOLD -> faces.bold();
        };
        return face.deriveFont(size);
    }
}
