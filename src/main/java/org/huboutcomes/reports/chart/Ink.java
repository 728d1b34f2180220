package org.huboutcomes.reports.chart;

import java.util.Locale;

/// What a colour is for. Which colour it is stands in `reports/house/charts.yaml`.
public enum Ink {
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
    /// The ground of the cover, and what stands on it.
    COVER,
    COVER_TYPE,
    COVER_LINE,
    COVER_POINT;

    /// How the file of colours calls it.
    public String key() {
        return name().toLowerCase(Locale.UK).replace('_', ' ');
    }
}
