/// Reads finished files back and proves that a hub's files contain nothing about another hub.
@NullMarked
package org.huboutcomes.delivery.isolation;

import org.jspecify.annotations.NullMarked;
