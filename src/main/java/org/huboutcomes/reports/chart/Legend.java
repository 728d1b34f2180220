package org.huboutcomes.reports.chart;

/// The legend above a chart, drawn from left to right.
final class Legend {

    private final ChartCanvas canvas;
    private final double y;
    private double x;

    Legend(ChartCanvas canvas, double x, double y) {
        this.canvas = canvas;
        this.x = x;
        this.y = y;
    }

    Legend hub() {
        canvas.dot(x + 4, y, 4, Shade.SELF);
        return words(canvas.word("self"), 12);
    }

    Legend disc(String text) {
        canvas.dot(x + 4, y, 2.6, Shade.SELF);
        return words(text, 12);
    }

    Legend spot(double radius, Shade colour, String text) {
        canvas.disc(x + 4, y, radius, colour);
        return words(text, 12);
    }

    Legend network() {
        canvas.diamond(x + 4, y, 4, Shade.NETWORK);
        return words(canvas.word("network"), 12);
    }

    Legend swatch(Shade colour, String text) {
        canvas.box(x, y - 4, 10, 8, colour);
        return words(text, 14);
    }

    /// A swatch with the mark that identifies it without colour.
    Legend swatch(Shade colour, String text, String mark) {
        canvas.box(x, y - 5, 16, 10, colour);
        canvas.frame(x, y - 5, 16, 10, Shade.QUIET, 0.6);
        canvas.centre(mark, x + 8, y + 3, TextStyle.LABEL);
        return words(text, 20);
    }

    Legend bar(Shade colour, double thickness, String text) {
        canvas.box(x, y - thickness / 2, 20, thickness, colour);
        return words(text, 25);
    }

    Legend tick(String text) {
        canvas.line(x + 2, y - 5, x + 2, y + 5, Shade.TYPE, 1.6);
        return words(text, 8);
    }

    Legend arrow(String text) {
        canvas.arrow(x + 6, y, true);
        return words(text, 10);
    }

    Legend dashes(String text) {
        canvas.dashes(x, y, x + 16, y, Shade.TYPE, 0.9);
        return words(text, 21);
    }

    /// A text mark with its meaning.
    Legend mark(String mark, String meaning) {
        canvas.left(canvas.word(mark), x, y + 3, TextStyle.STRONG);
        return words(canvas.word(meaning), 12);
    }

    Legend limits(String text) {
        canvas.limits(x, x + 18, y, Shade.SELF);
        return words(text, 23);
    }

    private Legend words(String text, double gap) {
        canvas.left(text, x + gap, y + 3, TextStyle.QUIET);
        x += gap + canvas.width(text, TextStyle.QUIET) + 16;
        return this;
    }
}
