/// Chooses hubs to study that are as different from each other as can be.
@NullMarked
package org.huboutcomes.publish.cases;

import org.jspecify.annotations.NullMarked;
