/// Writes the invented schools, hubs and returns of `sample-data/`, so that nobody maintains them by hand.
@NullMarked
package org.huboutcomes.samples;

import org.jspecify.annotations.NullMarked;
