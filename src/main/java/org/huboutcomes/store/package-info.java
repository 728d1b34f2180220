/// The DuckDB store and its transactions.
@NullMarked
package org.huboutcomes.store;

import org.jspecify.annotations.NullMarked;
