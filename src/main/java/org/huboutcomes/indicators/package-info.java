/// From tables to numerators and denominators, one SQL file an indicator.
@NullMarked
package org.huboutcomes.indicators;

import org.jspecify.annotations.NullMarked;
