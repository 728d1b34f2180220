/// Step `reports`: one partition for each hub and network.
@NullMarked
package org.huboutcomes.batch.reports;

import org.jspecify.annotations.NullMarked;
