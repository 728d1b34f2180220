/// What goes back to the analyst: for every submission, what became of it and why.
@NullMarked
package org.huboutcomes.receipts;

import org.jspecify.annotations.NullMarked;
