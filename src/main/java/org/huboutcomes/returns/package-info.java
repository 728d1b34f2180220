/// From a sheet to typed rows, or to a finding that says which cell and why.
@NullMarked
package org.huboutcomes.returns;

import org.jspecify.annotations.NullMarked;
