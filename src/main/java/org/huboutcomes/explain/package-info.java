/// From a figure back to the cells that it was counted from, and from two figures to why they differ.
@NullMarked
package org.huboutcomes.explain;

import org.jspecify.annotations.NullMarked;
