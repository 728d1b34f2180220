/// Computes indicators from the tables, with one SQL file per indicator.
@NullMarked
package org.huboutcomes.indicators;

import org.jspecify.annotations.NullMarked;
