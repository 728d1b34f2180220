/// Replaces a person by a random reference, in rows and in received files.
@NullMarked
package org.huboutcomes.forget;

import org.jspecify.annotations.NullMarked;
