package org.huboutcomes.reports;

/// How much stands behind a figure, by the number of answers, people or schools it is made of.
enum Evidence {
    STRONG("strong \u25CF\u25CF\u25CF"),
    ADEQUATE("adequate \u25CF\u25CF\u25CB"),
    THIN("thin \u25CF\u25CB\u25CB"),
    NONE("none \u25CB\u25CB\u25CB");

    private static final int STRONG_N = 100;
    private static final int ADEQUATE_N = 30;

    private final String shown;

    Evidence(String shown) {
        this.shown = shown;
    }

    static Evidence of(Reading reading) {
        if (!reading.has()) return NONE;
        if (reading.uncertain() || reading.n() < ADEQUATE_N) return THIN;
        return reading.n() < STRONG_N ? ADEQUATE : STRONG;
    }

    String words() {
        return "Evidence: " + shown;
    }
}
