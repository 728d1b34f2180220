/// Normalises text that people write, and finds personal data in it.
@NullMarked
package org.huboutcomes.returns.text;

import org.jspecify.annotations.NullMarked;
