package org.huboutcomes.reports;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/// How far the content of a page extends, as a share of the height between header and footer.
final class PageFill {

    private static final double TOP = 28;
    private static final double BOTTOM = 800;

    private PageFill() {}

    /// @param page from 1 on
    static double of(PDDocument pdf, int page) throws IOException {
        BufferedImage image = new PDFRenderer(pdf).renderImage(page - 1);
        for (int y = (int) BOTTOM; y > TOP; y--)
            for (int x = 0; x < image.getWidth(); x++)
                if ((image.getRGB(x, y) & 0xFFFFFF) != 0xFFFFFF) return (y - TOP) / (BOTTOM - TOP);
        return 0;
    }
}
