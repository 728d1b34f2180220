/// Vector charts in the house style, drawn from plain records that name no indicator.
@NullMarked
package org.huboutcomes.reports.chart;

import org.jspecify.annotations.NullMarked;
