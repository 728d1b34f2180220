package org.huboutcomes.reports.paper;

import java.awt.Font;
import java.util.List;
import java.util.Locale;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontFamily;
import net.sf.jasperreports.engine.fonts.FontUtil;
import net.sf.jasperreports.engine.fonts.SimpleFontFace;
import net.sf.jasperreports.engine.fonts.SimpleFontFamily;
import org.huboutcomes.reports.chart.Typefaces;

/// The house fonts, always embedded.
final class Fonts {

    static final String TEXT = "Source Sans 3";
    static final String SEMIBOLD = "Source Sans 3 SemiBold";
    private static final String FOLDER = "reports/house/fonts/SourceSans3_";

    private Fonts() {}

    static List<FontFamily> families(JasperReportsContext context) {
        return List.of(
                family(context, TEXT, "400Regular", "700Bold"),
                family(context, SEMIBOLD, "600SemiBold", "600SemiBold"),
                // The names that the PDF canvas requests before a font is set: otherwise it uses Helvetica, which
                // is not embedded.
                family(context, "sanserif", "400Regular", "700Bold"),
                family(context, Font.SANS_SERIF, "400Regular", "700Bold"),
                family(context, Font.DIALOG, "400Regular", "700Bold"));
    }

    static Typefaces faces(JasperReportsContext context) {
        return new Typefaces(
                awt(context, TEXT, Font.PLAIN), awt(context, SEMIBOLD, Font.PLAIN), awt(context, TEXT, Font.BOLD));
    }

    private static Font awt(JasperReportsContext context, String name, int style) {
        return FontUtil.getInstance(context).getAwtFontFromBundles(name, style, 10f, Locale.UK, false);
    }

    private static FontFamily family(JasperReportsContext context, String name, String normal, String bold) {
        SimpleFontFamily family = new SimpleFontFamily(context);
        family.setName(name);
        family.setNormalFace(face(context, normal));
        family.setBoldFace(face(context, bold));
        family.setItalicFace(face(context, "400Regular_Italic"));
        family.setPdfEncoding("Identity-H");
        family.setPdfEmbedded(true);
        return family;
    }

    private static SimpleFontFace face(JasperReportsContext context, String name) {
        SimpleFontFace face = new SimpleFontFace(context);
        face.setTtf(FOLDER + name + ".ttf");
        return face;
    }
}
