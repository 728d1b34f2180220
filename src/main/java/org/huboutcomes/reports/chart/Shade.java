package org.huboutcomes.reports.chart;

/// A colour, pure or mixed with white: 1 is the colour itself, 0 is white.
record Shade(ColourRole role, double strength) {

    static final Shade SELF = new Shade(ColourRole.SELF, 1);
    static final Shade NETWORK = new Shade(ColourRole.NETWORK, 1);
    static final Shade ACCENT = new Shade(ColourRole.ACCENT, 1);
    static final Shade TYPE = new Shade(ColourRole.TYPE, 1);
    static final Shade STRONG_TYPE = new Shade(ColourRole.STRONG_TYPE, 1);
    static final Shade QUIET = new Shade(ColourRole.QUIET, 1);
    static final Shade RULE = new Shade(ColourRole.RULE, 1);
    static final Shade PAPER = new Shade(ColourRole.PAPER, 1);
    static final Shade COVER = new Shade(ColourRole.COVER, 1);

    Shade tint(double part) {
        return new Shade(role, strength * part);
    }
}
