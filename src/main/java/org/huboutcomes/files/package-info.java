/// Writing whole files, hashing, safe file names and escaping.
@NullMarked
package org.huboutcomes.files;

import org.jspecify.annotations.NullMarked;
