package org.huboutcomes.reports.paper;

import java.awt.Color;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import net.sf.jasperreports.engine.JRStyle;
import org.huboutcomes.catalogue.YamlKeys;
import org.huboutcomes.reports.chart.ChartStyle;
import org.huboutcomes.reports.chart.ColourRole;
import org.huboutcomes.reports.chart.Palette;
import org.huboutcomes.reports.chart.Typefaces;

/// Reads the style of charts: words from `charts.yaml`, colours from the styles of the templates.
final class ChartStyleFile {

    private static final String WORDS = "house/charts.yaml";

    private ChartStyleFile() {}

    static ChartStyle look(ReportResources house, HouseStyles styles, Typefaces faces) {
        Map<String, String> words = new HashMap<>();
        YamlKeys.of("reports/" + WORDS, house.text(WORDS))
                .keys("words")
                .map()
                .forEach((key, word) -> words.put(key, word.toString()));
        return new ChartStyle(faces, palette(styles), words);
    }

    /// The style named after a role has its colour, either as text colour or as background.
    private static Palette palette(HouseStyles styles) {
        Map<ColourRole, Color> palette = new EnumMap<>(ColourRole.class);
        for (ColourRole role : ColourRole.values()) {
            JRStyle style = styles.named(role.key());
            if (style == null) continue;
            Color colour = style.getOwnForecolor() == null ? style.getOwnBackcolor() : style.getOwnForecolor();
            if (colour != null) palette.put(role, colour);
        }
        return new Palette(palette);
    }
}
