package org.huboutcomes.indicators;

/// Identifies a figure: indicator, hub or a network's `Total`, year, phase and breakdown.
public record FigureKey(
        String indicator, String network, String hub, int timePeriod, String educationPhase, String breakdown) {}
