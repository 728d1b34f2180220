/// The rows of sheets maintained by hand: columns of terms, years and sessions, and tables beside each other.
@NullMarked
package org.huboutcomes.returns.conversion.rows;

import org.jspecify.annotations.NullMarked;
