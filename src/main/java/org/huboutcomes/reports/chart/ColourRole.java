package org.huboutcomes.reports.chart;

import java.util.Locale;

/// The use of a colour. The style of the same name in `reports/house/house.jrtx` has the colour.
public enum ColourRole {
    /// The hub or network of the report, and headings.
    SELF,
    /// The network that it is compared with; also the negative answers of a survey.
    NETWORK,
    ACCENT,
    TYPE,
    /// Text on a coloured background that is too light for white text.
    STRONG_TYPE,
    /// Small text.
    QUIET,
    RULE,
    CARD,
    PAPER,
    /// The strip above the first page, and the text on it.
    COVER,
    COVER_TYPE;

    /// The name of its style.
    public String key() {
        return name().toLowerCase(Locale.UK).replace('_', ' ');
    }
}
