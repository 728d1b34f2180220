/// Reads and validates the catalogue, either the one built into the jar or a folder that an analyst edits.
@NullMarked
package org.huboutcomes.catalogue;

import org.jspecify.annotations.NullMarked;
