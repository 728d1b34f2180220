/// Compares the figures of two snapshots, and divides each change between new rows, corrected rows, the register and
/// definitions.
@NullMarked
package org.huboutcomes.compare;

import org.jspecify.annotations.NullMarked;
