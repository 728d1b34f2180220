package org.huboutcomes.reports.chart;

import java.util.Locale;

/// What a colour is for. Which colour it is says the style of its name in `reports/house/house.jrtx`.
public enum ColourRole {
    /// The one whom the report is about, and its headings.
    SELF,
    /// The network beside it; also the negative answers of a survey.
    NETWORK,
    ACCENT,
    TYPE,
    /// Type on a coloured ground that is too light for white.
    STRONG_TYPE,
    /// Small type.
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
