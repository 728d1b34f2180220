/// Chooses hubs to study that are as different from each other as possible.
@NullMarked
package org.huboutcomes.publish.cases;

import org.jspecify.annotations.NullMarked;
