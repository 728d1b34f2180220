/// Loads accepted rows into DuckDB tables and derives further tables, with one grain each.
@NullMarked
package org.huboutcomes.tables;

import org.jspecify.annotations.NullMarked;
