package org.huboutcomes.reports.chart;

import java.awt.Color;

/// The house's colours: the Government Statistical Service's palette, its tints, and the greys of type and rules.
///
/// No colour carries meaning alone: a word or a shape always stands beside it.
public final class Palette {

    public static final Color NAVY = new Color(0x12436D);
    public static final Color TEAL = new Color(0x28A197);
    public static final Color PLUM = new Color(0x801650);
    public static final Color ORANGE = new Color(0xF46A25);
    public static final Color GREY = new Color(0xBFBFBF);

    public static final Color INK = new Color(0x1F2933);
    /// Small type: 6.9 to 1 on white.
    public static final Color QUIET = new Color(0x565D66);
    public static final Color RULE = new Color(0xD9DEE4);
    public static final Color WHITE = Color.WHITE;

    private Palette() {}

    /// The colour mixed with white: 1 is the colour itself, 0 is white.
    public static Color tint(Color colour, double strength) {
        return new Color(
                mixed(colour.getRed(), strength),
                mixed(colour.getGreen(), strength),
                mixed(colour.getBlue(), strength));
    }

    /// White or black, whichever is read more easily on this ground: at least 4.58 to 1 on any colour.
    public static Color typeOn(Color ground) {
        return contrast(WHITE, ground) >= contrast(Color.BLACK, ground) ? WHITE : Color.BLACK;
    }

    /// The contrast ratio of the Web Content Accessibility Guidelines, 1 to 21.
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
