/// Step `returns`: one chunk for each file.
@NullMarked
package org.huboutcomes.batch.returns;

import org.jspecify.annotations.NullMarked;
