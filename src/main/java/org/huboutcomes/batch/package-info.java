/// The Spring Batch jobs and their steps.
@NullMarked
package org.huboutcomes.batch;

import org.jspecify.annotations.NullMarked;
