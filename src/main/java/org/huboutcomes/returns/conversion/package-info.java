/// Finds the closest return for a sheet that is not a return, and converts its rows to that return.
@NullMarked
package org.huboutcomes.returns.conversion;

import org.jspecify.annotations.NullMarked;
