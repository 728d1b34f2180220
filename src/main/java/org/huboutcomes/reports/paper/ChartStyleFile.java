package org.huboutcomes.reports.paper;

import java.awt.Color;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.catalogue.YamlKeys;
import org.huboutcomes.reports.chart.ChartStyle;
import org.huboutcomes.reports.chart.ColourRole;
import org.huboutcomes.reports.chart.Palette;
import org.huboutcomes.reports.chart.Typefaces;

/// Reads `charts.yaml`: the colours of the house and the words of its charts.
final class ChartStyleFile {

    private static final String FILE = "house/charts.yaml";

    private ChartStyleFile() {}

    static Palette palette(ReportResources house) {
        YamlKeys colours = keys(house).keys("colours");
        Map<ColourRole, Color> palette = new EnumMap<>(ColourRole.class);
        for (ColourRole ink : ColourRole.values()) palette.put(ink, colour(colours.text(ink.key())));
        return new Palette(palette);
    }

    static ChartStyle look(ReportResources house, Typefaces faces) {
        Map<String, String> words = new HashMap<>();
        keys(house).keys("words").map().forEach((key, word) -> words.put(key, word.toString()));
        return new ChartStyle(faces, palette(house), words);
    }

    /// A template with each `colour(name)` as the colour that the house gives it.
    static String coloured(String template, Palette palette) {
        String coloured = template;
        for (ColourRole ink : ColourRole.values())
            coloured = coloured.replace("colour(" + ink.key() + ")", hex(palette.of(ink)));
        return coloured;
    }

    private static YamlKeys keys(ReportResources house) {
        return YamlKeys.of("reports/" + FILE, house.text(FILE));
    }

    private static Color colour(String hex) {
        if (!hex.matches("#[0-9A-Fa-f]{6}"))
            throw new CatalogueFault("reports/" + FILE + " gives the colour \"" + hex + "\"; write it as #12436D.");
        return Color.decode(hex);
    }

    private static String hex(Color colour) {
        return "#%06X".formatted(colour.getRGB() & 0xFFFFFF);
    }
}
