/// DuckDB behind one door, with a guard for each of its traps.
@NullMarked
package org.huboutcomes.store;

import org.jspecify.annotations.NullMarked;
