package org.huboutcomes.reports.chart;

import java.awt.Font;

/// The fonts of charts.
public record Typefaces(Font regular, Font semibold, Font bold) {}
