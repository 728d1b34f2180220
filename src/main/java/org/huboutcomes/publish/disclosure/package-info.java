/// From counts that must not be told to the counts that must be hidden so that nobody can work them out.
@NullMarked
package org.huboutcomes.publish.disclosure;

import org.jspecify.annotations.NullMarked;
