/// The queries in `jobs/checks`, which find rows that a hub should look at again.
@NullMarked
package org.huboutcomes.checks;

import org.jspecify.annotations.NullMarked;
