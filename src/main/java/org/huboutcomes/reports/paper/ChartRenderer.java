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
import org.huboutcomes.reports.chart.ChartCanvas;
import org.huboutcomes.reports.chart.ChartStyle;

/// Gives a chart to the report engine: its size and its drawing.
final class ChartRenderer extends AbstractRenderer implements Graphics2DRenderable, DimensionRenderable {

    private static final long serialVersionUID = 1L;

    private final transient Consumer<ChartCanvas> strokes;
    private final transient ChartStyle look;
    private final int width;
    private final int height;

    ChartRenderer(Chart chart, ChartStyle look, int width) {
        this(chart::draw, look, width, chart.height());
    }

    ChartRenderer(Consumer<ChartCanvas> strokes, ChartStyle look, int width, int height) {
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
        strokes.accept(new ChartCanvas(graphics, look, room.getWidth(), room.getHeight()));
        graphics.translate(-room.getX(), -room.getY());
    }
}
