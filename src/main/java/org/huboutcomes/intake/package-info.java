/// From a dropped file to sheets of addressed cells.
@NullMarked
package org.huboutcomes.intake;

import org.jspecify.annotations.NullMarked;
