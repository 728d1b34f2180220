/// Proof that what goes to one hub holds nothing of another, read back from the finished files themselves.
@NullMarked
package org.huboutcomes.delivery.isolation;

import org.jspecify.annotations.NullMarked;
