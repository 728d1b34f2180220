package org.huboutcomes.reports.chart;

import java.awt.Color;
import java.util.Map;
import java.util.Objects;
import org.huboutcomes.catalogue.CatalogueFault;

/// The house colours by use.
///
/// No colour has a meaning by itself: a word or a shape is always with it.
public record Palette(Map<ColourRole, Color> colours) {

    public Palette {
        colours = Map.copyOf(colours);
        for (ColourRole role : ColourRole.values())
            if (!colours.containsKey(role))
                throw new CatalogueFault(
                        "reports/house/house.jrtx has no style for the colour \"" + role.key() + "\".");
    }

    public Color of(ColourRole role) {
        return Objects.requireNonNull(colours.get(role));
    }

    Color of(Shade shade) {
        return tint(of(shade.role()), shade.strength());
    }

    /// The colour mixed with white: 1 is the colour itself, 0 is white.
    public static Color tint(Color colour, double strength) {
        return new Color(
                mixed(colour.getRed(), strength),
                mixed(colour.getGreen(), strength),
                mixed(colour.getBlue(), strength));
    }

    /// White or black, whichever has more contrast with this background.
    Shade typeOn(Shade ground) {
        return contrast(of(Shade.PAPER), of(ground)) >= contrast(of(Shade.STRONG_TYPE), of(ground))
                ? Shade.PAPER
                : Shade.STRONG_TYPE;
    }

    /// The contrast ratio of the Web Content Accessibility Guidelines, from 1 to 21.
    public static double contrast(Color one, Color other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static int mixed(int channel, double strength) {
        return (int) Math.round(255 - (255 - channel) * strength);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
