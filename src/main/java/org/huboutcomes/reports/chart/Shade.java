package org.huboutcomes.reports.chart;

/// An ink, pure or mixed with white: 1 is the colour itself, 0 is white.
record Shade(Ink ink, double strength) {

    static final Shade SELF = new Shade(Ink.SELF, 1);
    static final Shade NETWORK = new Shade(Ink.NETWORK, 1);
    static final Shade ACCENT = new Shade(Ink.ACCENT, 1);
    static final Shade TYPE = new Shade(Ink.TYPE, 1);
    static final Shade STRONG_TYPE = new Shade(Ink.STRONG_TYPE, 1);
    static final Shade QUIET = new Shade(Ink.QUIET, 1);
    static final Shade RULE = new Shade(Ink.RULE, 1);
    static final Shade PAPER = new Shade(Ink.PAPER, 1);
    static final Shade COVER = new Shade(Ink.COVER, 1);
    static final Shade COVER_LINE = new Shade(Ink.COVER_LINE, 1);
    static final Shade COVER_POINT = new Shade(Ink.COVER_POINT, 1);

    Shade tint(double part) {
        return new Shade(ink, strength * part);
    }
}
