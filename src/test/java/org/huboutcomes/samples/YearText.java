package org.huboutcomes.samples;

/// The ways in which people write the academic year 2022/23.
enum YearText {
    SLASH("%1$d/%2$02d"),
    DASH("%1$d-%2$02d"),
    EN_DASH("%1$d–%2$02d"),
    FULL("%1$d/%3$d"),
    AY("AY%4$02d/%2$02d"),
    SIX_DIGITS("%1$d%2$02d");

    private final String pattern;

    YearText(String pattern) {
        this.pattern = pattern;
    }

    String of(int year) {
        return pattern.formatted(year, (year + 1) % 100, year + 1, year % 100);
    }
}
