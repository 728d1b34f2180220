/// Reads the sheets of a dropped file, whatever its format.
@NullMarked
package org.huboutcomes.spreadsheets;

import org.jspecify.annotations.NullMarked;
