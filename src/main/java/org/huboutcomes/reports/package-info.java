/// From results to the annual PDF.
@NullMarked
package org.huboutcomes.reports;

import org.jspecify.annotations.NullMarked;
