/// Chooses which further counts to hide so that suppressed counts cannot be worked out.
@NullMarked
package org.huboutcomes.publish.disclosure;

import org.jspecify.annotations.NullMarked;
