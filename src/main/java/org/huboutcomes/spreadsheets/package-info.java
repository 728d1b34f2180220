/// From the bytes of a dropped file to its sheets, whatever its format.
@NullMarked
package org.huboutcomes.spreadsheets;

import org.jspecify.annotations.NullMarked;
