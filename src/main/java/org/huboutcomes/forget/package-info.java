/// Puts a random reference in the place of a person, in rows and in the files that were received.
@NullMarked
package org.huboutcomes.forget;

import org.jspecify.annotations.NullMarked;
