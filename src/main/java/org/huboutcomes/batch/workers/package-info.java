/// Other processes that screen files and render reports for a run.
@NullMarked
package org.huboutcomes.batch.workers;

import org.jspecify.annotations.NullMarked;
