/// The nearest return of a sheet that is none as it stands, with her rows in the columns of that return.
@NullMarked
package org.huboutcomes.returns.conversion;

import org.jspecify.annotations.NullMarked;
