/// Vector pictures of figures: drawn from plain records, in the house's type and colours, knowing no indicator.
@NullMarked
package org.huboutcomes.reports.chart;

import org.jspecify.annotations.NullMarked;
