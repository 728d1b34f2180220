/// Turns indicators into results with intervals, symbols and comparisons, and writes the published files.
@NullMarked
package org.huboutcomes.publish;

import org.jspecify.annotations.NullMarked;
