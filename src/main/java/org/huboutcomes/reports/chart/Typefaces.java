package org.huboutcomes.reports.chart;

import java.awt.Font;

/// The faces that charts are set in.
public record Typefaces(Font regular, Font semibold, Font bold) {}
