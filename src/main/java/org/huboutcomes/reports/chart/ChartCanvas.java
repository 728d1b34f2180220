package org.huboutcomes.reports.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/// Draws on one chart: text, lines and marks, in points from the upper left corner.
public final class ChartCanvas {

    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

    private final Graphics2D graphics;
    private final ChartStyle look;
    private final double width;
    private final double height;

    public ChartCanvas(Graphics2D graphics, ChartStyle look, double width, double height) {
        this.graphics = graphics;
        this.look = look;
        this.width = width;
        this.height = height;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    /// A canvas for the rightmost part of the same paper, of this width.
    public ChartCanvas rightmost(double wide) {
        Graphics2D part = (Graphics2D) graphics.create();
        part.translate(width - wide, 0);
        return new ChartCanvas(part, look, wide, height);
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    String word(String key) {
        return look.word(key);
    }

    Shade typeOn(Shade ground) {
        return look.palette().typeOn(ground);
    }

    void left(String text, double x, double baseline, TextStyle type) {
        graphics.setColor(look.palette().of(type.colour()));
        graphics.setFont(type.font(look.faces()));
        graphics.drawString(text, (float) x, (float) baseline);
    }

    void right(String text, double x, double baseline, TextStyle type) {
        left(text, x - width(text, type), baseline, type);
    }

    void centre(String text, double x, double baseline, TextStyle type) {
        left(text, x - width(text, type) / 2, baseline, type);
    }

    /// Draws text on as many lines as it needs, vertically centred on `middle`.
    void block(String text, double x, double middle, double room, TextStyle type) {
        List<String> lines = wrap(text, room, type);
        double step = type.size() * 1.2;
        double baseline = middle + type.size() * 0.34 - (lines.size() - 1) * step / 2;
        for (String line : lines) {
            left(line, x, baseline, type);
            baseline += step;
        }
    }

    double width(String text, TextStyle type) {
        return type.font(look.faces()).getStringBounds(text, MEASURE).getWidth();
    }

    List<String> wrap(String text, double room, TextStyle type) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, type) > room) {
                lines.add(line);
                line = word;
            } else line = longer;
        }
        lines.add(line);
        return lines;
    }

    void line(double x1, double y1, double x2, double y2, Shade colour, double thickness) {
        stroke(new Line2D.Double(x1, y1, x2, y2), colour, new BasicStroke((float) thickness));
    }

    void dashes(double x1, double y1, double x2, double y2, Shade colour, double thickness) {
        stroke(new Line2D.Double(x1, y1, x2, y2), colour, dashed(thickness));
    }

    void path(List<double[]> points, Shade colour, double thickness, boolean dashes) {
        if (points.isEmpty()) return;
        stroke(
                through(points),
                colour,
                dashes
                        ? dashed(thickness)
                        : new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    void area(List<double[]> points, Shade colour) {
        Path2D outline = through(points);
        outline.closePath();
        fill(outline, colour);
    }

    void box(double x, double y, double wide, double high, Shade colour) {
        if (wide > 0 && high > 0) fill(new Rectangle2D.Double(x, y, wide, high), colour);
    }

    void frame(double x, double y, double wide, double high, Shade colour, double thickness) {
        stroke(new Rectangle2D.Double(x, y, wide, high), colour, new BasicStroke((float) thickness));
    }

    /// A filled disc with a white rim, so that it is visible on any background.
    void dot(double x, double y, double radius, Shade colour) {
        disc(x, y, radius + 1, Shade.PAPER);
        disc(x, y, radius, colour);
    }

    void disc(double x, double y, double radius, Shade colour) {
        fill(circle(x, y, radius), colour);
    }

    /// The network's mark in all charts: an open diamond, distinguishable from the hub's disc without colour.
    void diamond(double x, double y, double radius, Shade colour) {
        Path2D shape = through(List.of(
                new double[] {x, y - radius}, new double[] {x + radius, y}, new double[] {x, y + radius}, new double[] {
                    x - radius, y
                }));
        shape.closePath();
        fill(shape, Shade.PAPER);
        stroke(shape, colour, new BasicStroke(1.5f));
    }

    /// A small arrow head with its tip here.
    void arrow(double x, double y, boolean toTheRight) {
        double back = toTheRight ? x - 4.5 : x + 4.5;
        area(List.of(new double[] {x, y}, new double[] {back, y - 2.6}, new double[] {back, y + 2.6}), Shade.QUIET);
    }

    /// A horizontal line of limits with short ends.
    void limits(double from, double to, double y, Shade colour) {
        line(from, y, to, y, colour, 1.4);
        line(from, y - 3, from, y + 3, colour, 1.4);
        line(to, y - 3, to, y + 3, colour, 1.4);
    }

    void uprightLimits(double x, double from, double to, Shade colour) {
        line(x, from, x, to, colour, 1.2);
        line(x - 3, from, x + 3, from, colour, 1.2);
        line(x - 3, to, x + 3, to, colour, 1.2);
    }

    private static Ellipse2D circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private static BasicStroke dashed(double thickness) {
        return new BasicStroke(
                (float) thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 4f, new float[] {5f, 3f}, 0f);
    }

    private static Path2D through(List<double[]> points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points.get(0)[0], points.get(0)[1]);
        for (double[] point : points.subList(1, points.size())) path.lineTo(point[0], point[1]);
        return path;
    }

    private void stroke(Shape shape, Shade colour, BasicStroke stroke) {
        graphics.setColor(look.palette().of(colour));
        graphics.setStroke(stroke);
        graphics.draw(shape);
    }

    private void fill(Shape shape, Shade colour) {
        graphics.setColor(look.palette().of(colour));
        graphics.fill(shape);
    }
}
