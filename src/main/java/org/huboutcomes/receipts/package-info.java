/// Receipts: what is returned to the analyst for every submission, with the result and the reasons.
@NullMarked
package org.huboutcomes.receipts;

import org.jspecify.annotations.NullMarked;
