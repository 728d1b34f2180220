package org.huboutcomes.reports.chart;

import java.awt.Font;

/// How a word on a chart is set: face, size and colour.
record Type(Weight weight, float size, Shade colour) {

    enum Weight {
        REGULAR,
        SEMIBOLD,
        BOLD
    }

    static final Type LABEL = new Type(Weight.REGULAR, 9f, Shade.TYPE);
    static final Type QUIET = new Type(Weight.REGULAR, 8.5f, Shade.QUIET);
    static final Type STRONG = new Type(Weight.SEMIBOLD, 9f, Shade.SELF);
    static final Type NETWORK = new Type(Weight.SEMIBOLD, 9f, Shade.NETWORK);
    static final Type HEAD = new Type(Weight.SEMIBOLD, 8.5f, Shade.QUIET);

    Type in(Shade other) {
        return new Type(weight, size, other);
    }

    Font font(Faces faces) {
        Font face = switch (weight) {
            case REGULAR -> faces.regular();
            case SEMIBOLD -> faces.semibold();
            case BOLD -> faces.bold();
        };
        return face.deriveFont(size);
    }
}
