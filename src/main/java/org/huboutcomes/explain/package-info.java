/// Traces a figure back to the cells that it was counted from.
@NullMarked
package org.huboutcomes.explain;

import org.jspecify.annotations.NullMarked;
