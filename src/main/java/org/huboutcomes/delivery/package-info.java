/// Publishes releases, with a manifest of their files and the nightly note.
@NullMarked
package org.huboutcomes.delivery;

import org.jspecify.annotations.NullMarked;
