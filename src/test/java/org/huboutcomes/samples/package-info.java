/// Writes the invented schools, hubs and returns of `sample-data/`, so that nobody keeps them by hand.
@NullMarked
package org.huboutcomes.samples;

import org.jspecify.annotations.NullMarked;
