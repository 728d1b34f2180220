/// The files that say what is done: found in the jar, or in a folder that an analyst edits.
@NullMarked
package org.huboutcomes.catalogue;

import org.jspecify.annotations.NullMarked;
