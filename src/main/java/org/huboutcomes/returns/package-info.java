/// Reads sheets into typed rows, or into findings that give the cell and the reason.
@NullMarked
package org.huboutcomes.returns;

import org.jspecify.annotations.NullMarked;
