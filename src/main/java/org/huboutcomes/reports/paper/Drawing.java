package org.huboutcomes.reports.paper;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Dimension2D;
import java.awt.geom.Rectangle2D;
import java.util.function.Consumer;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.DimensionRenderable;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import org.huboutcomes.reports.chart.Chart;
import org.huboutcomes.reports.chart.Look;
import org.huboutcomes.reports.chart.Pen;

/// A chart as the report engine asks for it: its size, and its strokes.
final class Drawing extends AbstractRenderer implements Graphics2DRenderable, DimensionRenderable {

    private static final long serialVersionUID = 1L;

    private final transient Consumer<Pen> strokes;
    private final transient Look look;
    private final int width;
    private final int height;

    Drawing(Chart chart, Look look, int width) {
        this(chart::draw, look, width, chart.height());
    }

    Drawing(Consumer<Pen> strokes, Look look, int width, int height) {
        this.strokes = strokes;
        this.look = look;
        this.width = width;
        this.height = height;
    }

    @Override
    public Dimension2D getDimension(JasperReportsContext context) {
        return new Dimension(width, height);
    }

    @Override
    public void render(JasperReportsContext context, Graphics2D graphics, Rectangle2D room) {
        graphics.translate(room.getX(), room.getY());
        strokes.accept(new Pen(graphics, look, room.getWidth(), room.getHeight()));
        graphics.translate(-room.getX(), -room.getY());
    }
}
