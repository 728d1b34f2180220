/// Converts the text of a cell to a value of its field.
@NullMarked
package org.huboutcomes.returns.values;

import org.jspecify.annotations.NullMarked;
