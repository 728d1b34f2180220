/// Which return a sheet is, where its headings and tables are, and what is no data.
@NullMarked
package org.huboutcomes.returns.recognition;

import org.jspecify.annotations.NullMarked;
