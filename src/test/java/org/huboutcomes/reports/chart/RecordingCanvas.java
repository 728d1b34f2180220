package org.huboutcomes.reports.chart;

import com.lowagie.text.Document;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfGraphics2D;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.huboutcomes.reports.paper.PdfRenderer;
import org.huboutcomes.reports.paper.ReportResources;

/// A canvas that records what is drawn on it, so that a test can ask for the position of each mark and word.
final class RecordingCanvas extends PdfGraphics2D {

    /// @param y of the line on which the word stands
    record Word(String text, double x, double y) {}

    private record Stroke(Shape shape, Color colour, boolean isDashed) {}

    static final ChartStyle STYLE = new PdfRenderer(ReportResources.packaged()).look();

    private final List<Word> words = new ArrayList<>();
    private final List<Stroke> strokes = new ArrayList<>();
    private final List<Stroke> fills = new ArrayList<>();
    private final double width;
    private final double height;

    RecordingCanvas(double width, double height) {
        super(page(), (float) width, (float) height);
        this.width = width;
        this.height = height;
    }

    private static PdfContentByte page() {
        Document document = new Document();
        PdfWriter writer = PdfWriter.getInstance(document, OutputStream.nullOutputStream());
        document.open();
        return writer.getDirectContent();
    }

    static RecordingCanvas of(Chart chart, double width) {
        RecordingCanvas canvas = new RecordingCanvas(width, chart.height());
        chart.draw(canvas.chartCanvas());
        return canvas;
    }

    ChartCanvas chartCanvas() {
        return new ChartCanvas(this, STYLE, width, height);
    }

    @Override
    public void drawString(String text, float x, float y) {
        words.add(new Word(text, x, y));
    }

    @Override
    public void draw(Shape shape) {
        boolean isDashed = getStroke() instanceof BasicStroke stroke && stroke.getDashArray() != null;
        strokes.add(new Stroke(shape, getColor(), isDashed));
    }

    @Override
    public void fill(Shape shape) {
        fills.add(new Stroke(shape, getColor(), false));
    }

    List<Word> words() {
        return words;
    }

    List<String> texts() {
        return words.stream().map(Word::text).toList();
    }

    /// Straight lines of a colour, in the order in which they were drawn.
    List<Line2D> lines(Shade shade, boolean isDashed) {
        return strokes.stream()
                .filter(stroke -> stroke.isDashed() == isDashed && isOf(stroke, shade))
                .filter(stroke -> stroke.shape() instanceof Line2D)
                .map(stroke -> (Line2D) stroke.shape())
                .toList();
    }

    /// The corners of each open path of a colour.
    List<List<Point2D>> paths(Shade shade) {
        return strokes.stream()
                .filter(stroke -> isOf(stroke, shade) && stroke.shape() instanceof Path2D && !isClosed(stroke.shape()))
                .map(stroke -> corners(stroke.shape()))
                .toList();
    }

    /// The corners of each filled outline of a colour.
    List<List<Point2D>> areas(Shade shade) {
        return fills.stream()
                .filter(fill -> isOf(fill, shade) && fill.shape() instanceof Path2D)
                .map(fill -> corners(fill.shape()))
                .toList();
    }

    /// The centres of the filled discs of a colour.
    List<Point2D> discs(Shade shade) {
        return fills.stream()
                .filter(fill -> isOf(fill, shade) && fill.shape() instanceof Ellipse2D)
                .map(RecordingCanvas::centre)
                .toList();
    }

    /// The centres of the open diamonds of a colour.
    List<Point2D> diamonds(Shade shade) {
        return strokes.stream()
                .filter(stroke -> isOf(stroke, shade) && stroke.shape() instanceof Path2D && isClosed(stroke.shape()))
                .map(RecordingCanvas::centre)
                .toList();
    }

    private static boolean isOf(Stroke stroke, Shade shade) {
        return stroke.colour().equals(STYLE.palette().of(shade));
    }

    private static Point2D centre(Stroke stroke) {
        return new Point2D.Double(
                stroke.shape().getBounds2D().getCenterX(),
                stroke.shape().getBounds2D().getCenterY());
    }

    private static boolean isClosed(Shape shape) {
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next())
            if (path.currentSegment(new double[6]) == PathIterator.SEG_CLOSE) return true;
        return false;
    }

    private static List<Point2D> corners(Shape shape) {
        List<Point2D> corners = new ArrayList<>();
        double[] point = new double[6];
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next())
            if (path.currentSegment(point) != PathIterator.SEG_CLOSE)
                corners.add(new Point2D.Double(point[0], point[1]));
        return corners;
    }
}
