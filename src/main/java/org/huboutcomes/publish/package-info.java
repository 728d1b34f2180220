/// From figures to results: interval, symbol, comparison, and the files that others read.
@NullMarked
package org.huboutcomes.publish;

import org.jspecify.annotations.NullMarked;
