package org.huboutcomes.reports.chart;

import java.awt.Color;
import java.awt.Font;

/// How a word on a chart is set: face, size and colour.
record Type(Weight weight, float size, Color colour) {

    enum Weight {
        REGULAR,
        SEMIBOLD,
        BOLD
    }

    static final Type LABEL = new Type(Weight.REGULAR, 9f, Palette.INK);
    static final Type QUIET = new Type(Weight.REGULAR, 8.5f, Palette.QUIET);
    static final Type STRONG = new Type(Weight.SEMIBOLD, 9f, Palette.NAVY);
    static final Type NETWORK = new Type(Weight.SEMIBOLD, 9f, Palette.PLUM);
    static final Type HEAD = new Type(Weight.SEMIBOLD, 8.5f, Palette.QUIET);

    Type in(Color other) {
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
