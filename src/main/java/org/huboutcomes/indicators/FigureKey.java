package org.huboutcomes.indicators;

/// Which of all figures: one indicator, for one hub or a network's `Total`, year, phase and breakdown.
public record FigureKey(
        String indicator, String network, String hub, int timePeriod, String educationPhase, String breakdown) {}
