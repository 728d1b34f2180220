/// Vector charts, drawn from plain records in the house style. They know no indicator.
@NullMarked
package org.huboutcomes.reports.chart;

import org.jspecify.annotations.NullMarked;
