/// From accepted rows to DuckDB tables with one grain each.
@NullMarked
package org.huboutcomes.tables;

import org.jspecify.annotations.NullMarked;
