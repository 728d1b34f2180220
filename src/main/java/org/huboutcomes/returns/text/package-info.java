/// Text as people write it: brought into one spelling, and searched for what is personal.
@NullMarked
package org.huboutcomes.returns.text;

import org.jspecify.annotations.NullMarked;
