/// The import folder, and the archive of all files received.
@NullMarked
package org.huboutcomes.intake;

import org.jspecify.annotations.NullMarked;
