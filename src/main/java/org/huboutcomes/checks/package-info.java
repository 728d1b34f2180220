/// Queries over all tables that return the rows a hub should look at again.
@NullMarked
package org.huboutcomes.checks;

import org.jspecify.annotations.NullMarked;
