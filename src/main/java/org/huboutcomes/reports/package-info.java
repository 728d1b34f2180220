/// Builds the annual reports from published results.
@NullMarked
package org.huboutcomes.reports;

import org.jspecify.annotations.NullMarked;
